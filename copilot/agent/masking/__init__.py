"""What leaves the machine when a model elsewhere words an answer: names, numbers, secrets and deals do not."""

from copilot.agent.masking.mask import Mask
from copilot.agent.masking.masked_model import MaskedModel
from copilot.agent.masking.own_patterns import OwnPattern, own_patterns
from copilot.agent.masking.recogniser import Recogniser

__all__ = ["Mask", "MaskedModel", "OwnPattern", "Recogniser", "own_patterns"]
