"""A test that the law puts to the facts, and the step that says what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.law import ProvisionId
from copilot.rules.result import Step
from copilot.rules.sfdr.duty import Condition
from copilot.rules.sfdr.told import Told


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question of law with the condition that answers it."""

    question: str
    matters: str
    provision: ProvisionId
    holds: Condition


def step_of(criterion: Criterion, told: Told) -> Step:
    """The answer with the facts that decide it, or with those that are missing."""
    held = criterion.holds(told)
    if held.value is None:
        found = f"open: not told {', '.join(held.missing)}"
    else:
        reasons = ", ".join(told.said(fact) for fact in held.rests_on)
        found = ("yes" if held.value else "no") + (f": {reasons}" if reasons else "")
    return Step(criterion.question, found, criterion.matters, criterion.provision)
