"""Puts proposals beside what the officer told: what was told wins, and each disagreement is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from copilot.agent.intake.proposal import Proposal, Value, said
from copilot.errors import ContradictoryFacts
from copilot.rules.ai_act import AISystem, classify


@dataclass(frozen=True, slots=True)
class Overruled:
    """A proposal that was not taken, and why."""

    proposal: Proposal
    because: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A system with the proposals that were taken; ``overruled`` are those that something told contradicts."""

    system: AISystem
    taken: tuple[Proposal, ...]
    overruled: tuple[Overruled, ...]


def merge(told: AISystem, proposals: Iterable[Proposal], as_of: date) -> Merged:
    """Take each proposal that agrees with what is told and with what was taken before.

    Proposals that do not lessen go first: one that lessens never keeps out one that does not.
    """
    system = told
    taken: list[Proposal] = []
    overruled: list[Overruled] = []
    for one in sorted(proposals, key=lambda one: one.lessens):
        if (already := answer_in(system, one.fact)) is not None:
            if already != one.value:
                overruled.append(Overruled(one, f"{one.fact} was told to be {said(already)}"))
            continue
        extended = with_answer(system, one.fact, one.value)
        try:
            classify(extended, as_of)
        except ContradictoryFacts as error:
            overruled.append(Overruled(one, str(error)))
            continue
        system = extended
        taken.append(one)
    return Merged(system, tuple(taken), tuple(overruled))


def without_what_lessens(told: AISystem, merged: Merged) -> AISystem:
    """The system as it is told and proposed, but for the proposals that lessen."""
    system = told
    for one in merged.taken:
        if not one.lessens:
            system = with_answer(system, one.fact, one.value)
    return system


def answer_in(system: AISystem, fact: str) -> Value | None:
    """What a system's description says of a fact; ``None`` where it says nothing."""
    topic, _, entry = fact.partition(".")
    answer: Value | None = getattr(getattr(system, topic), entry)
    return answer


def with_answer(system: AISystem, fact: str, answer: Value) -> AISystem:
    """The system with one more fact."""
    topic, _, entry = fact.partition(".")
    return replace(system, **{topic: replace(getattr(system, topic), **{entry: answer})})
