"""What nobody told yet and is worth asking now, the question first whose answer may settle most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.outcome import Outcome
from copilot.rules.ai_act.reader import Reading
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Rule, Tier
from copilot.rules.result import OpenQuestion

_WEIGHT: dict[Tier, int] = {
    "prohibited": 10_000,
    "prohibited-later": 10_000,
    "high-risk-annex-iii": 1_000,
    "high-risk-annex-i-a": 1_000,
    "high-risk-annex-i-b": 1_000,
    "gpai-systemic": 500,
    "gpai": 500,
    "transparency": 300,
    "derogated": 100,
}
"""A prohibition outweighs the points of Annex III that one question can open, these the duties of Art. 50."""

_OTHER = 100
"""A role, and an open licence: it takes out only what nothing regulates, so hardly anything hangs on it."""

_UNDER_WAY = 10
"""What somebody has begun to describe weighs so many times what is merely not ruled out."""

_AnyReading: TypeAlias = Reading[Rule] | Reading[RoleRule]


class _Stake(NamedTuple):
    """What hangs on a rule: its weight, and for each entry how much of it a yes and a no would settle."""

    weight: int
    shares: tuple[tuple[int, int, int], ...]


def questions_open(outcome: Outcome) -> tuple[OpenQuestion, ...]:
    """What to ask now, ordered by the most that an answer would settle.

    Each open rule asks its next elements: the first question of a topic before what lies within, and what
    takes a case out once the rule is otherwise met. An answer that decides a rule counts with the weight of
    its tier, one that leaves it open with a share. An answer that puts a system outside the Act settles all.
    """
    on_systems = () if outcome.in_scope is False else outcome.on_systems
    tiers = [one for one in (*on_systems, *outcome.on_models) if one.value is None]
    licence = outcome.outside[-1:] if outcome.in_scope is None else ()
    others: list[_AnyReading] = [*outcome.roles, *licence]
    still_open = [*tiers, *[one for one in others if one.value is None]]
    points = Counter(_asked([one for one in tiers if one.rule.tier != "derogated"]))
    if_yes, if_no = [0] * len(FACTS), [0] * len(FACTS)
    for one in still_open:
        for entry, yes, no in _stake(one).shares:
            if_yes[entry] += yes
            if_no[entry] += no
    if outcome.in_scope is None:
        _add_scope(outcome, points, if_yes, if_no)
    asked = sorted({*points, *_asked(still_open)})
    asked.sort(key=lambda entry: -max(if_yes[entry], if_no[entry]))
    return tuple([_question(entry, points[entry]) for entry in asked])


def _asked(readings: Sequence[_AnyReading]) -> Iterator[int]:
    return chain.from_iterable([one.bearing.asks for one in readings])


def _add_scope(outcome: Outcome, points: Counter[int], if_yes: list[int], if_no: list[int]) -> None:
    """The ways out of the Act: being out settles every tier, closing one of the ways a share of that."""
    possible = [
        one for one in outcome.on_systems if one.value is not False and one.rule.tier != "derogated"
    ]
    stake = sum([_stake(one).weight for one in possible])
    ways = [way for way in outcome.outside[:-1] if way.value is None]
    if not ways:
        return
    asked = {*_asked(ways)}
    for entry in asked:
        points[entry] = len(possible)
    worth: dict[Answer, int] = {True: stake, False: stake // len(ways), None: stake // (2 * len(ways))}
    for way in ways:
        for (entry, answer), leads_out in way.bearing.replies:
            if entry in asked:
                (if_yes if answer else if_no)[entry] += worth[leads_out]


@lru_cache(maxsize=16384)
def _stake(one: _AnyReading) -> _Stake:
    weight = _weight(one)
    near = weight // (len(one.bearing.asks) + 1)
    shares = {reply: near if value is None else weight for reply, value in one.bearing.replies}
    entries = dict.fromkeys(entry for entry, _ in shares)
    return _Stake(
        weight,
        tuple((entry, shares.get((entry, True), 0), shares.get((entry, False), 0)) for entry in entries),
    )


def _weight(one: _AnyReading) -> int:
    if isinstance(one.rule, RoleRule) or one.rule.tier not in _WEIGHT:
        return _OTHER
    return _WEIGHT[one.rule.tier] * (_UNDER_WAY if one.value or one.bearing.under_way else 1)


@lru_cache(maxsize=8192)
def _question(entry: int, points: int) -> OpenQuestion:
    fact = FACTS[entry]
    bears = f" Bears on {points} open point{'s' * (points > 1)}." if points else ""
    return OpenQuestion(fact.told, fact.question, fact.matters + bears)
