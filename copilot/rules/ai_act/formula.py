"""Conditions of law over facts: each can be evaluated, explained, and asked what is still missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from copilot.rules.ai_act.answers import Answer, opposite
from copilot.rules.ai_act.facts import FACTS, Fact, index_of


class Answers(Protocol):
    """The answers to facts, each at the place of its fact."""

    def __getitem__(self, index: int, /) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Told:
    """One fact."""

    index: int

    @property
    def fact(self) -> Fact:
        """What is asked."""
        return FACTS[self.index]

    def value(self, answers: Answers) -> Answer:
        """As it was told."""
        return answers[self.index]

    def deciding(self, answers: Answers) -> Iterator[int]:
        """Itself, where it was told."""
        if answers[self.index] is not None:
            yield self.index

    def pending(self, answers: Answers) -> Iterator[int]:
        """Itself, where nobody told it."""
        if answers[self.index] is None:
            yield self.index

    def facts(self) -> Iterator[tuple[int, bool]]:
        """Every fact asked, with whether a yes speaks for the condition."""
        yield self.index, True


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: Formula

    def value(self, answers: Answers) -> Answer:
        """Open stays open."""
        return opposite(self.part.value(answers))

    def deciding(self, answers: Answers) -> Iterator[int]:
        """What decides the part."""
        return self.part.deciding(answers)

    def pending(self, answers: Answers) -> Iterator[int]:
        """What is missing of the part."""
        return self.part.pending(answers)

    def facts(self) -> Iterator[tuple[int, bool]]:
        """The facts of the part, each speaking the other way."""
        return ((index, not speaks_for) for index, speaks_for in self.part.facts())


@dataclass(frozen=True, slots=True)
class _Several:
    parts: tuple[Formula, ...]

    def facts(self) -> Iterator[tuple[int, bool]]:
        """The facts of all parts."""
        for part in self.parts:
            yield from part.facts()

    def pending(self, answers: Answers) -> Iterator[int]:
        """What is missing of the parts that are open; to be asked of an open condition only."""
        for part in self.parts:
            if part.value(answers) is None:
                yield from part.pending(answers)

    def _value(self, answers: Answers, *, settles: bool) -> Answer:
        """What settles the whole as soon as one part says it; unknown while one is open; else the contrary."""
        result: Answer = not settles
        for part in self.parts:
            value = part.value(answers)
            if value is settles:
                return settles
            if value is None:
                result = None
        return result

    def _deciding(self, answers: Answers, *, settles: bool) -> Iterator[int]:
        """The first part that settles the whole; where none does, what is known of all."""
        first = next((part for part in self.parts if part.value(answers) is settles), None)
        for part in self.parts if first is None else (first,):
            yield from part.deciding(answers)


@dataclass(frozen=True, slots=True)
class All(_Several):
    """Conditions that must all hold."""

    def value(self, answers: Answers) -> Answer:
        """No as soon as one is no."""
        return self._value(answers, settles=False)

    def deciding(self, answers: Answers) -> Iterator[int]:
        """The first no, or what is known of all."""
        return self._deciding(answers, settles=False)


@dataclass(frozen=True, slots=True)
class Some(_Several):
    """Conditions of which one must hold."""

    def value(self, answers: Answers) -> Answer:
        """Yes as soon as one is yes."""
        return self._value(answers, settles=True)

    def deciding(self, answers: Answers) -> Iterator[int]:
        """The first yes, or what is known of all."""
        return self._deciding(answers, settles=True)


Formula: TypeAlias = Told | Not | All | Some


def told(key: str) -> Told:
    """The fact of this key."""
    return Told(index_of(key))


def all_of(*parts: Formula | str) -> All:
    """Conditions that must all hold; a string is the key of a fact."""
    return All(tuple(_formula(part) for part in parts))


def one_of(*parts: Formula | str) -> Some:
    """Conditions of which one must hold; a string is the key of a fact."""
    return Some(tuple(_formula(part) for part in parts))


def none_of(*parts: Formula | str) -> Not:
    """Conditions of which none may hold; a string is the key of a fact."""
    return Not(_formula(parts[0]) if len(parts) == 1 else one_of(*parts))


def _formula(part: Formula | str) -> Formula:
    return told(part) if isinstance(part, str) else part
