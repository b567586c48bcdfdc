"""Which limit counts: the higher of sum and share, the lower for smaller firms: Article 99(3) to (6a)."""

from __future__ import annotations

from typing import NamedTuple

from copilot.law import LawOnDay, ProvisionId
from copilot.rules.fines.limits import Pick
from copilot.rules.fines.listing import TIER_OF, Tier
from copilot.rules.fines.offender import Offender
from copilot.rules.result import Step

_SME = ProvisionId.parse("eu-ai-act/art-99/6")
_SMC = ProvisionId.parse("eu-ai-act/art-99/6a")
_AUTHORITIES = ProvisionId.parse("eu-ai-act/art-99/8")


class Counts(NamedTuple):
    """The limits that may count, more than one where a fact is missing, and the step to them."""

    picks: tuple[Pick, ...]
    step: Step


def what_counts(tier: Tier, offender: Offender, law: LawOnDay) -> Counts:
    """Between sum and share of turnover, by tier and offender, in the wording of the day."""
    picks, found, basis = _for_models() if tier == "model" else _for_others(tier, offender, law)
    question = (
        "Which counts for this offender: the sum, the share of turnover, the higher or the lower of them?"
    )
    return Counts(picks, Step(question, found, "For a large turnover the two are far apart.", basis))


_Chosen = tuple[tuple[Pick, ...], str, ProvisionId]


def _for_models() -> _Chosen:
    found = (
        "the higher of the two, for every provider of a general-purpose AI model: Art. 101 has no rule for SMEs or "
        "small mid-caps, and Art. 99(6) and (6a) speak of the fines of Art. 99"
    )
    return ("higher",), found, TIER_OF["model"]


def _for_others(tier: Tier, offender: Offender, law: LawOnDay) -> _Chosen:
    basis = TIER_OF[tier]
    match offender.kind:
        case "undertaking":
            return (
                ("higher",),
                "the higher of the two: an undertaking that is neither SME nor small mid-cap",
                basis,
            )
        case "sme":
            return ("lower",), "the lower of the two: an SME, and start-ups are SMEs here", _SME
        case "smc":
            return _for_small_mid_caps(tier, law)
        case "natural-person":
            return ("sum",), "the sum alone: the share is for undertakings", basis
        case "public-authority":
            found = "the sum alone, if national law lets public authorities be fined at all"
            return ("sum",), found, _AUTHORITIES
        case _:
            return (
                ("higher", "lower", "sum"),
                "who the offender is was not told: each is still possible",
                basis,
            )


def _for_small_mid_caps(tier: Tier, law: LawOnDay) -> _Chosen:
    if _SMC not in law:
        return (
            ("higher",),
            "the higher of the two: on this day there is no rule for small mid-caps",
            TIER_OF[tier],
        )
    if tier == "prohibition":
        found = "the higher of the two: the rule for small mid-caps covers Art. 99(4) and (5), not (3)"
        return ("higher",), found, _SMC
    return ("lower",), "the lower of the two: a small mid-cap", _SMC
