"""What to ask next of a rule that is open, and what each answer would do to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.consistency import consequences, leading_to
from copilot.rules.ai_act.facts import FACTS, index_of
from copilot.rules.ai_act.formula import Answers, Formula
from copilot.rules.ai_act.rule import Exemption

GATES = {index: index_of(fact.gate) for index, fact in enumerate(FACTS) if fact.gate is not None}
"""The first question of its topic, for each fact that lies within one."""

_FIRST_QUESTIONS = frozenset(GATES.values())
_BEHIND = tuple(
    tuple(
        gate
        for gate, yes in consequences(index, True).items()
        if yes and gate in _FIRST_QUESTIONS - {index}
    )
    for index in range(len(FACTS))
)
"""For each fact the first questions, of its own topic or another, that are yes where it is."""

_FIRST_WITH: dict[str, int] = {}
for _index, _fact in enumerate(FACTS):
    _FIRST_WITH.setdefault(_fact.told, _index)
_ENTRY = tuple(_FIRST_WITH[fact.told] for fact in FACTS)
"""For each fact the first that is read off the same entry, such as the list of laws: it is asked once."""

_REMEMBERED = 4096

Reply: TypeAlias = tuple[int, bool]
"""An answer that somebody could give to an entry."""


@dataclass(frozen=True, slots=True, eq=False)
class Bearing:
    """What an open rule asks next.

    ``asks`` are the entries worth asking now. ``replies`` are the answers that bear on the rule, each with
    what it makes of it: those to what is asked, and those to other entries that decide it. ``under_way`` is a
    rule of which more than the first question has been answered.
    """

    asks: tuple[int, ...] = ()
    replies: tuple[tuple[Reply, Answer], ...] = ()
    under_way: bool = False


NOTHING = Bearing()
_BLANK: tuple[Answer, ...] = (None,) * len(FACTS)


def bearing_of(elements: Formula, exemptions: tuple[Exemption, ...], answers: Answers) -> Bearing:
    """What an open rule asks next, and what each answer to it, or to what it follows from, would decide."""
    asks = tuple(dict.fromkeys(_asked(elements, exemptions, answers)))
    replies: dict[Reply, Answer] = {}
    for index, answer in _replies(asks):
        value = _value(elements, exemptions, _Supposing(answers, consequences(index, answer)))
        if value is not None or index in asks:
            replies[_ENTRY[index], answer] = value
    return Bearing(
        asks=tuple(dict.fromkeys(_ENTRY[index] for index in asks)),
        replies=tuple(replies.items()),
        under_way=_first_questions(elements).isdisjoint(asks),
    )


@lru_cache(_REMEMBERED)
def besides(bearing: Bearing, other: Answer) -> Bearing:
    """The same for a rule that needs something else, too: it is met only if that is there."""
    replies = tuple((reply, every((value, other))) for reply, value in bearing.replies)
    return Bearing(bearing.asks, replies, bearing.under_way)


@lru_cache(_REMEMBERED)
def under_way(bearing: Bearing) -> Bearing:
    """The same for a rule whose other elements are there."""
    return Bearing(bearing.asks, bearing.replies, under_way=True)


def _asked(elements: Formula, exemptions: tuple[Exemption, ...], answers: Answers) -> Iterator[int]:
    """The next elements, or what takes a case out once the elements are there."""
    open_elements = elements.value(answers) is None
    for condition in [elements] if open_elements else [one.holds for one in exemptions]:
        if condition.value(answers) is None:
            yield from _gates_first(condition.next(answers), answers)


def _gates_first(asked: Iterable[int], answers: Answers) -> Iterator[int]:
    """The first question of a topic in place of what can be yes only where that is, as long as it is open."""
    for index in asked:
        yield next((gate for gate in _BEHIND[index] if answers[gate] is None), index)


@cache
def _first_questions(elements: Formula) -> frozenset[int]:
    return frozenset(_gates_first(elements.next(_BLANK), _BLANK))


def _replies(asks: tuple[int, ...]) -> Iterator[tuple[int, bool]]:
    """Both answers to what is asked, and the answers to other facts from which one to it follows."""
    for asked in asks:
        yield asked, True
        yield asked, False
        for index, answer in leading_to(asked):
            if asked not in _BEHIND[index]:
                yield index, answer


def _value(elements: Formula, exemptions: tuple[Exemption, ...], answers: Answers) -> Answer:
    exempted = some(one.holds.value(answers) for one in exemptions)
    return every((elements.value(answers), opposite(exempted)))


class _Supposing(dict[int, Answer]):
    """Answers as they would be, were somebody to give these."""

    def __init__(self, answers: Answers, given: Mapping[int, bool]) -> None:
        super().__init__(given)
        self._answers = answers

    def __missing__(self, index: int) -> Answer:
        return self._answers[index]
