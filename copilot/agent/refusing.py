"""Saying no: what kind of no it is, why, and what would settle it. The words are ours, never a model's."""

from __future__ import annotations

from copilot.agent.wire import Declined
from copilot.grounding import Evidence, Refusal
from copilot.law import ProvisionId

_NEAREST = 3
_ASKED = 3


def refusal_for(declined: Declined, evidence: Evidence) -> Refusal:
    """The refusal that a model's answer ends in, with the nearest provisions and what is still to be told."""
    nearest = nearest_in(evidence)
    if declined == "missing_fact":
        asked = [question.question for result in evidence.results for question in result.open_questions]
        return Refusal(
            "missing_fact",
            "A fact is missing without which this cannot be said.",
            " ".join(dict.fromkeys(asked[:_ASKED]))
            or "Describe the case: who does what, with which system, from when.",
            nearest,
        )
    if declined == "conflict":
        return Refusal(
            "conflict",
            "Two sources say different things; both are shown.",
            "Law binds whatever a policy says; a policy that is stricter binds the firm's people in addition.",
            nearest,
        )
    return Refusal(
        "no_source",
        "Nothing that is held and in force on this day answers this.",
        "Look at the nearest provisions, ask in the words of the act, or have the missing text added.",
        nearest,
    )


def not_permitted(withheld: int) -> Refusal:
    """The refusal where all that was found may not be shown to the model that was asked; not what it is, nor where."""
    found = "one source that was found" if withheld == 1 else f"{withheld} sources that were found"
    return Refusal(
        "not_permitted",
        f"This leans on {found} and that may not leave this machine.",
        "Ask with the model that runs here: set COPILOT_MODEL=extractive.",
    )


def nearest_in(evidence: Evidence) -> tuple[ProvisionId, ...]:
    """The first provisions that were found."""
    return tuple(dict.fromkeys(provision.id for provision in evidence.provisions))[:_NEAREST]
