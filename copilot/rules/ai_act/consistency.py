"""What one fact says about another, and facts that cannot both be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from copilot.errors import ContradictoryFacts
from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.facts import FACTS, AISystem, answers_told, index_of

_IMPLIES = (
    *((fact.key, fact.gate) for fact in FACTS if fact.gate is not None),
    ("emotions.from_biometrics", "biometrics.involved"),
    ("live_identification.real_time", "biometrics.remote_identification"),
    ("biometrics.infers_special", "biometrics.infers_protected"),
    ("law_enforcement.profiling", "task.profiling"),
    ("roles.imports", "nexus.placed_in_union"),
    ("roles.distributes", "nexus.placed_in_union"),
    ("product.is_product", "product.covered"),
    ("product.component", "product.covered"),
)
_RULES_OUT = (
    ("safety.function", "safety.only_convenience"),
    ("general_purpose.places_model", "general_purpose.prototype"),
    ("nexus.placed_in_union", "scope.before_market"),
)
_Clause: TypeAlias = tuple[int, bool]


def _clauses() -> dict[_Clause, tuple[_Clause, ...]]:
    found: defaultdict[_Clause, list[_Clause]] = defaultdict(list)
    pairs = [(one, other, True) for one, other in _IMPLIES] + [(*pair, False) for pair in _RULES_OUT]
    for one, other, then in pairs:
        first, second = index_of(one), index_of(other)
        found[first, True].append((second, then))
        found[second, not then].append((first, False))
    return {clause: tuple(follows) for clause, follows in found.items()}


_FOLLOWS = _clauses()
_IF_YES, _IF_NO = (
    tuple(sorted(index for index, answer in _FOLLOWS if answer is speaks)) for speaks in (True, False)
)
"""The facts from which something follows where they are yes, and where they are no."""


@dataclass(frozen=True, slots=True)
class Known:
    """The answers to all facts, told and inferred; ``inferred`` names for each inferred one what it follows from."""

    answers: tuple[Answer, ...]
    inferred: dict[int, int]


def known_of(system: AISystem) -> Known:
    """What is told of a system and what follows from it; ``ContradictoryFacts`` where that cannot be."""
    answers = answers_told(system)
    inferred: dict[int, int] = {}
    waiting = [index for index in _IF_YES if answers[index]]
    waiting += [index for index in _IF_NO if answers[index] is False]
    waiting.sort()
    while waiting:
        index = waiting.pop()
        for other, then in _FOLLOWS.get((index, bool(answers[index])), ()):
            if answers[other] is None:
                answers[other], inferred[other] = then, index
                waiting.append(other)
            elif answers[other] is not then:
                raise _contradiction(index, other, answers, inferred)
    return Known(tuple(answers), inferred)


@cache
def consequences(index: int, answer: bool) -> Mapping[int, bool]:
    """An answer to a fact, with the answers to others that follow from it."""
    found = {index: answer}
    waiting = [index]
    while waiting:
        one = waiting.pop()
        for other, then in _FOLLOWS.get((one, found[one]), ()):
            if other not in found:
                found[other] = then
                waiting.append(other)
    return found


@cache
def leading_to(index: int) -> tuple[_Clause, ...]:
    """The answers to other facts from which one to this fact follows."""
    return tuple(
        clause for clause in sorted(_FOLLOWS) if clause[0] != index and index in consequences(*clause)
    )


def _contradiction(
    one: int, other: int, answers: list[Answer], inferred: dict[int, int]
) -> ContradictoryFacts:
    told = sorted({_told(one, inferred), _told(other, inferred)})
    said = " and ".join(_said(index, answers[index]) for index in told)
    return ContradictoryFacts(
        f"{said}: both cannot be",
        remedy="Correct one of them: "
        + " / ".join(f"{FACTS[index].told}: {FACTS[index].question}" for index in told),
        facts=tuple(FACTS[index].told for index in told),
    )


def _said(index: int, answer: Answer) -> str:
    no = "empty" if FACTS[index].about else "no"
    return f"{FACTS[index].told} is {'yes' if answer else no}"


def _told(index: int, inferred: dict[int, int]) -> int:
    """The fact somebody told from which this one follows."""
    while index in inferred:
        index = inferred[index]
    return index
