"""What nobody told yet and would settle something, the most telling question first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.outcome import Outcome
from copilot.rules.result import OpenQuestion


def questions_open(outcome: Outcome) -> tuple[OpenQuestion, ...]:
    """Each open fact that bears on something undecided; those that bear on most come first.

    A question that opens a topic bears on all that lies within the topic, so it comes before them. One on
    the scope of the Act bears on every tier that is not ruled out.
    """
    bears_on: Counter[int] = Counter()
    on_systems = () if outcome.in_scope is False else outcome.on_systems
    for one in (*on_systems, *outcome.on_models):
        if one.value is None:
            bears_on.update(one.reading.pending)
    if outcome.in_scope is None:
        possible = sum(one.value is not False for one in on_systems)
        about_scope = {
            index for one in outcome.outside if one.value is None for index in one.reading.pending
        }
        bears_on.update(dict.fromkeys(about_scope, possible))
    for role in outcome.roles:
        if role.value is None:
            for index in role.reading.pending:
                bears_on.setdefault(index, 0)
    return tuple(_worded(bears_on))


def _worded(bears_on: Counter[int]) -> Iterator[OpenQuestion]:
    seen: set[str] = set()
    for index, count in sorted(bears_on.items(), key=lambda item: (-item[1], item[0])):
        told = FACTS[index].told
        if told not in seen:
            seen.add(told)
            yield _question(index, count)


@lru_cache(maxsize=8192)
def _question(index: int, count: int) -> OpenQuestion:
    fact = FACTS[index]
    points = f" Bears on {count} open point{'s' * (count > 1)}." if count else ""
    return OpenQuestion(fact.told, fact.question, fact.matters + points)
