"""Reads a rule off the answers, and remembers what it read: most systems answer most rules alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.facts import FACTS, index_of
from copilot.rules.ai_act.formula import Answers, Formula
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Exemption, Rule
from copilot.rules.result import Step

_REMEMBERED = 1024
_GATES = {index: index_of(fact.gate) for index, fact in enumerate(FACTS) if fact.gate is not None}

Asking = TypeVar("Asking", Rule, RoleRule)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of some answers.

    ``value`` is whether it is met, ``elements`` whether it would be without its exemptions, ``exempted``
    the exemption that holds. ``deciding`` are the facts that decide, ``pending`` those that are missing.
    """

    value: Answer
    elements: Answer
    exempted: Exemption | None
    deciding: tuple[int, ...]
    pending: tuple[int, ...]
    step: Step


@dataclass(frozen=True, eq=False)
class Reader(Generic[Asking]):
    """One rule and what it read before."""

    rule: Asking
    read: Callable[[Sequence[Answer]], Reading] = field(init=False)

    def __post_init__(self) -> None:
        formulas = (self.rule.elements, *(exemption.holds for exemption in self.rule.exemptions))
        asked = {index for formula in formulas for index, _ in formula.facts()}
        indexes = sorted(asked | {_GATES[index] for index in asked if index in _GATES})
        indexes.append(indexes[0])  # at least two, so that a tuple comes back
        of_the_rule: Callable[[Sequence[Answer]], tuple[Answer, ...]] = itemgetter(*indexes)

        @lru_cache(maxsize=_REMEMBERED)
        def remembered(told: tuple[Answer, ...]) -> Reading:
            return read(self.rule, dict(zip(indexes, told, strict=True)))

        object.__setattr__(self, "read", lambda answers: remembered(of_the_rule(answers)))


def read(rule: Rule | RoleRule, answers: Answers) -> Reading:
    """Whether a rule is met, by what, and what it still misses."""
    elements = rule.elements.value(answers)
    exempting = () if elements is False else rule.exemptions
    exempted = next((one for one in exempting if one.holds.value(answers)), None)
    value = every((elements, opposite(some(one.holds.value(answers) for one in exempting))))
    formulas = (rule.elements, *(one.holds for one in (exempting if exempted is None else (exempted,))))
    pending = () if value is not None else _pending(formulas, answers)
    return Reading(
        value=value,
        elements=elements,
        exempted=exempted,
        deciding=tuple(dict.fromkeys(index for formula in formulas for index in formula.deciding(answers))),
        pending=_with_gates(pending, answers),
        step=concluded(rule, value, exempted, pending),
    )


def concluded(
    rule: Rule | RoleRule, value: Answer, exempted: Exemption | None, pending: Iterable[int]
) -> Step:
    """The step that says what came of a rule."""
    if exempted is not None and value is False:
        found = f"no: excluded ({exempted.about})"
    elif value is None:
        told = ", ".join(dict.fromkeys(FACTS[index].told for index in pending))
        found = f"open: {told}" if told else "open: depends on what the system turns out to be"
    else:
        found = "yes" if value else "no"
    return Step(rule.question, found, rule.matters, rule.provision)


def _pending(formulas: Iterable[Formula], answers: Answers) -> tuple[int, ...]:
    missing = (
        index
        for formula in formulas
        if formula.value(answers) is None
        for index in formula.pending(answers)
    )
    return tuple(dict.fromkeys(missing))


def _with_gates(pending: tuple[int, ...], answers: Answers) -> tuple[int, ...]:
    """What is missing, and the first questions of the topics it lies in where those are open, too."""
    gates = {_GATES[index] for index in pending if index in _GATES}
    return (*sorted(gate for gate in gates - set(pending) if answers[gate] is None), *pending)
