"""Conditions of law over facts: each can be evaluated, explained, and asked what is still missing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeAlias

from copilot.rules.ai_act.answers import Answer, opposite
from copilot.rules.ai_act.facts import FACTS, Fact, index_of


class Answers(Protocol):
    """The answers to facts, each at the place of its fact."""

    def __getitem__(self, index: int, /) -> Answer: ...


class Seen(NamedTuple):
    """What a condition makes of some answers: whether it holds, what decides that, and what is missing."""

    value: Answer
    deciding: tuple[int, ...] = ()
    pending: tuple[int, ...] = ()


class _Condition(ABC):
    """What every condition says once it has looked at the answers."""

    __slots__ = ()

    @abstractmethod
    def look(self, answers: Answers) -> Seen:
        """All there is to see, at one look."""

    def deciding(self, answers: Answers) -> tuple[int, ...]:
        """The facts that decide it; of a condition that is open, those that are known."""
        return self.look(answers).deciding

    def pending(self, answers: Answers) -> tuple[int, ...]:
        """The facts that are missing; none where it is decided."""
        return self.look(answers).pending


@dataclass(frozen=True, slots=True)
class Told(_Condition):
    """One fact."""

    index: int

    @property
    def fact(self) -> Fact:
        """What is asked."""
        return FACTS[self.index]

    def value(self, answers: Answers) -> Answer:
        """As it was told."""
        return answers[self.index]

    def look(self, answers: Answers) -> Seen:
        """As it was told."""
        return _AS_TOLD[self.index][answers[self.index]]

    def next(self, answers: Answers, *, holds: bool = True) -> Iterator[int]:  # noqa: ARG002  # one fact
        """Itself, where nobody told it."""
        if answers[self.index] is None:
            yield self.index

    def facts(self) -> Iterator[tuple[int, bool]]:
        """Every fact asked, with whether a yes speaks for the condition."""
        yield self.index, True


_AS_TOLD: tuple[dict[Answer, Seen], ...] = tuple(
    {True: Seen(True, (index,)), False: Seen(False, (index,)), None: Seen(None, pending=(index,))}
    for index in range(len(FACTS))
)


@dataclass(frozen=True, slots=True)
class Not(_Condition):
    """The opposite of a condition."""

    part: Formula

    def value(self, answers: Answers) -> Answer:
        """Open stays open."""
        return opposite(self.part.value(answers))

    def look(self, answers: Answers) -> Seen:
        """Open stays open."""
        value, deciding, pending = self.part.look(answers)
        return Seen(opposite(value), deciding, pending)

    def next(self, answers: Answers, *, holds: bool = True) -> Iterator[int]:
        """What to ask next of the part, to see whether it does not hold."""
        return self.part.next(answers, holds=not holds)

    def facts(self) -> Iterator[tuple[int, bool]]:
        """The facts of the part, each speaking the other way."""
        return ((index, not speaks_for) for index, speaks_for in self.part.facts())


@dataclass(frozen=True, slots=True)
class _Several(_Condition):
    parts: tuple[Formula, ...]

    def facts(self) -> Iterator[tuple[int, bool]]:
        """The facts of all parts."""
        for part in self.parts:
            yield from part.facts()

    def _value(self, answers: Answers, *, settles: bool) -> Answer:
        """What settles the whole as soon as one part says it; open while one is open; else the contrary."""
        result: Answer = not settles
        for part in self.parts:
            value = part.value(answers)
            if value is settles:
                return settles
            if value is None:
                result = None
        return result

    def _look(self, answers: Answers, *, settles: bool) -> Seen:
        """The first part that settles the whole; where none does, what is seen of all."""
        value: Answer = not settles
        deciding: tuple[int, ...] = ()
        pending: tuple[int, ...] = ()
        for part in self.parts:
            seen = part.look(answers)
            if seen.value is settles:
                return seen
            deciding += seen.deciding
            if seen.value is None:
                value = None
                pending += seen.pending
        return Seen(value, deciding, pending)

    def _next(self, answers: Answers, *, holds: bool, one_by_one: bool) -> Iterator[int]:
        """Of parts of which each is needed the first that is open, of parts of which one is enough all."""
        for part in self.parts:
            if part.value(answers) is None:
                yield from part.next(answers, holds=holds)
                if one_by_one:
                    return


@dataclass(frozen=True, slots=True)
class All(_Several):
    """Conditions that must all hold."""

    def value(self, answers: Answers) -> Answer:
        """No as soon as one is no."""
        return self._value(answers, settles=False)

    def look(self, answers: Answers) -> Seen:
        """No as soon as one is no."""
        return self._look(answers, settles=False)

    def next(self, answers: Answers, *, holds: bool = True) -> Iterator[int]:
        """The facts to ask next, to see whether all hold, or else whether one does not."""
        return self._next(answers, holds=holds, one_by_one=holds)


@dataclass(frozen=True, slots=True)
class Some(_Several):
    """Conditions of which one must hold."""

    def value(self, answers: Answers) -> Answer:
        """Yes as soon as one is yes."""
        return self._value(answers, settles=True)

    def look(self, answers: Answers) -> Seen:
        """Yes as soon as one is yes."""
        return self._look(answers, settles=True)

    def next(self, answers: Answers, *, holds: bool = True) -> Iterator[int]:
        """The facts to ask next, to see whether one holds, or else whether none does."""
        return self._next(answers, holds=holds, one_by_one=not holds)


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
