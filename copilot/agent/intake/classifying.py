"""``classify_description``: what the Act makes of a system that somebody described, on facts still to be confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from copilot.agent.intake.call import Called, call_of
from copilot.agent.intake.intake import propose_facts
from copilot.agent.intake.merging import Merged, merge, without_what_lessens
from copilot.agent.intake.nearest import Nearest
from copilot.agent.intake.proposal import Intake
from copilot.rules.ai_act import AISystem, Classification, classify


@dataclass(frozen=True, slots=True)
class OnFacts:
    """A classification and the call on it."""

    classification: Classification
    called: Called


@dataclass(frozen=True, slots=True)
class ClassifiedDescription:
    """What was proposed, what was taken beside what is told, and what follows.

    ``without_lessening`` is what would follow without the proposals that lessen; ``None`` where there are none.
    """

    intake: Intake
    merged: Merged
    result: OnFacts
    without_lessening: OnFacts | None


def classify_description(
    text: str, told: AISystem, nearest: Nearest | None, as_of: date
) -> ClassifiedDescription:
    """Propose facts, put them beside what is told, and classify.

    ``ToolInputError`` where the text cannot be read, ``ContradictoryFacts`` where what is told cannot be.
    """
    classify(told, as_of)  # what is told is checked before anything is laid beside it
    intake = propose_facts(text, nearest)
    merged = merge(told, intake.proposals, as_of)
    lessening = any(one.lessens for one in merged.taken)
    return ClassifiedDescription(
        intake,
        merged,
        result=_on(merged.system, as_of),
        without_lessening=_on(without_what_lessens(told, merged), as_of) if lessening else None,
    )


def _on(system: AISystem, as_of: date) -> OnFacts:
    return OnFacts(classify(system, as_of), call_of(system, as_of))
