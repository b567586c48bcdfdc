"""All facts in one list, and a system's answers to them in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from operator import attrgetter
from typing import get_args

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.facts.products import ProductLaw
from copilot.rules.ai_act.facts.system import AISystem
from copilot.rules.ai_act.facts.topic import Asked, Topic

SYSTEMIC_FLOP = Decimal("1e25")
"""Art. 51(2): the presumption holds above this figure, not at it."""

_LAWS = get_args(ProductLaw)
_MACHINERY_DIRECTIVE, _MACHINERY_REGULATION = _LAWS[0], _LAWS[-1]
_SECTION_A, _SECTION_B = frozenset(_LAWS[1:12]), frozenset(_LAWS[12:20])


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be told of a system: ``employment.recruitment``.

    ``gate`` is the fact that must be yes for this one to be. ``about`` names what is told where several
    questions are read off one entry, such as the section of Annex I off the list of laws.
    """

    key: str
    question: str
    matters: str
    gate: str | None = None
    read: Callable[[AISystem], Answer] | None = None
    about: str | None = None

    @property
    def told(self) -> str:
        """The entry under which it is told."""
        return self.about or self.key


def _in_laws(laws: frozenset[str]) -> Callable[[AISystem], Answer]:
    def read(system: AISystem) -> Answer:
        told = system.product.laws
        return None if told is None else not laws.isdisjoint(told)

    return read


def _above_threshold(system: AISystem) -> Answer:
    flop = system.general_purpose.training_flop
    return None if flop is None else flop > SYSTEMIC_FLOP


_READ_OFF: dict[str, dict[str, Callable[[AISystem], Answer]]] = {
    "market.placed_on": {},
    "product.laws": {
        "product.covered": lambda system: (
            None if system.product.laws is None else bool(system.product.laws)
        ),
        "product.section_a_until_2026": _in_laws(_SECTION_A | {_MACHINERY_DIRECTIVE}),
        "product.section_b_until_2026": _in_laws(_SECTION_B),
        "product.section_a": _in_laws(_SECTION_A),
        "product.section_b": _in_laws(_SECTION_B | {_MACHINERY_REGULATION}),
    },
    "general_purpose.training_flop": {"general_purpose.above_threshold": _above_threshold},
}
"""Entries that are no yes or no, and the questions that are read off each."""


def _facts() -> Iterator[Fact]:
    for topic in fields(AISystem):
        group = topic.default
        if not isinstance(group, Topic):
            continue
        for entry in fields(group):  # type: ignore[arg-type]  # each topic is a dataclass
            asked: Asked = entry.metadata[Asked]
            key = f"{topic.name}.{entry.name}"
            gate = f"{topic.name}.{group.gate}" if asked.within else None
            if key not in _READ_OFF:
                yield Fact(key, asked.question, asked.matters, gate)
            for name, read in _READ_OFF.get(key, {}).items():
                yield Fact(name, asked.question, asked.matters, read=read, about=key)


FACTS: tuple[Fact, ...] = tuple(sorted(_facts(), key=lambda fact: fact.read is not None))
"""Every fact, those that are told as yes or no first."""

_INDEX = {fact.key: index for index, fact in enumerate(FACTS)}
_plain = attrgetter(*(fact.key for fact in FACTS if fact.read is None))
_readers = tuple(fact.read for fact in FACTS if fact.read is not None)


def index_of(key: str) -> int:
    """Where a fact stands in the list; a misspelled key is an error when a rule is read."""
    return _INDEX[key]


def answers_told(system: AISystem) -> list[Answer]:
    """What is told of a system, in the order of the list."""
    return [*_plain(system), *(read(system) for read in _readers)]
