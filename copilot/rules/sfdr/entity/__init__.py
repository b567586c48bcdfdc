"""What SFDR asks of an entity as a whole: in which capacity, and what it publishes."""

from copilot.rules.sfdr.entity.adverse_impacts import choice_between
from copilot.rules.sfdr.entity.capacity import Limb, exempt
from copilot.rules.sfdr.entity.rulebook import CRITERIA, DUTIES, LIMBS

__all__ = ["CRITERIA", "DUTIES", "LIMBS", "Limb", "choice_between", "exempt"]
