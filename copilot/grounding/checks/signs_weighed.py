"""Do the signs against a freely worded statement weigh enough to keep it back?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from copilot.grounding.checks.said import Said, fails, holds, idle
from copilot.grounding.claim import Claim
from copilot.grounding.signals import signals_of

_HEAVY = 0.3


class _Weights(BaseModel):
    """What each sign weighs; ``weights.json`` says how it was learned and what it was measured at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: tuple[str, ...]
    keeps_back_above: float
    start: float
    weights: Mapping[str, float]


def signs_weighed(claim: Claim) -> Said:
    """Worded freely, one sign proves nothing: "can" may stand for "shall be able to".

    The signs are added up by weights learned on mutants of paraphrases of our own, and the statement is kept
    back above a sum that hardly any faithful paraphrase reaches. This is the weakest of the checks, and said to be.
    """
    if not claim.found:
        return idle("There is no source to weigh it against.")
    if claim.aligned.is_verbatim:
        return idle("It follows its source word by word, where each sign counts by itself.")
    known = _weights()
    shares = {name: known.weights[name] * value for name, value in signals_of(claim).items() if value}
    if known.start + sum(shares.values()) <= known.keeps_back_above:
        return holds("What speaks against it weighs little.")
    heaviest = sorted(shares, key=lambda name: -shares[name])
    told = [name for name in heaviest if shares[name] > _HEAVY] or heaviest[:1]
    return fails(f"Worded freely, and too much speaks against it: it {', it '.join(told)}.")


@cache
def _weights() -> _Weights:
    text = files("copilot.grounding").joinpath("weights.json").read_text(encoding="utf-8")
    return _Weights.model_validate_json(text)
