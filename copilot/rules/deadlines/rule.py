"""The tool: every deadline that an event sets running, as of a day."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import get_args
from zoneinfo import ZoneInfo

from copilot.errors import NotInForce, ToolInputError
from copilot.law import LawOnDay, ProvisionId
from copilot.rules.binding import Binding, Status, binding, weakest
from copilot.rules.deadlines.counting import shown
from copilot.rules.deadlines.deadline import Deadline, Findings, Situation
from copilot.rules.deadlines.facts import Fact
from copilot.rules.deadlines.registry import RULES, Event, Regime, Rule
from copilot.rules.result import Inputs, ToolResult

_DOUBTS: dict[str, Status] = {
    "that the provisions apply on the day is disputed": "disputed",
    "whether the provisions apply on the day depends on the case": "depends",
    "from when the provisions apply is not in the texts held": "unstated",
}


@dataclass(frozen=True, slots=True)
class Deadlines:
    """What an event sets running: the result with its steps, and the deadlines in the order of the law."""

    result: ToolResult
    deadlines: tuple[Deadline, ...]


def deadlines(
    event: Event,
    known_at: datetime,
    regime: Regime,
    *,
    zone: ZoneInfo,
    law: LawOnDay,
    facts: Mapping[Fact, bool | None],
    holidays: AbstractSet[date] | None,
) -> Deadlines:
    """Every deadline an event sets running under a regime, by the law as of a day.

    ``known_at`` is when the event became known or, where the law counts from another moment, that
    moment: the transaction, the announcement, the receipt. ``zone`` is that of the authority or
    person whose calendar counts. ``holidays`` none means that nobody said which days are holidays.
    """
    rule = _rule(event, regime)
    _check(known_at, facts, rule, event)
    if law.day not in rule.valid:
        raise NotInForce(
            f"the rule for {event} was written for the law {rule.valid}, not for {law.day}",
            remedy="Ask as of a day from then on, or read the provisions: copilot law timeline ID",
        )
    found = Findings(Situation(known_at, zone, holidays, facts, law))
    rule.find(found)
    clocks = [
        binding(law, at) for at in dict.fromkeys(at for each in found.deadlines for at in _leans_on(each))
    ]
    timed = _signed(found.deadlines, clocks, rule)
    inputs: Inputs = {
        "event": event,
        "known_at": known_at.isoformat(),
        "regime": regime,
        "zone": zone.key,
        "facts": {name: facts[name] for name in sorted(facts)},
        "holidays": None if holidays is None else [day.isoformat() for day in sorted(holidays)],
    }
    return Deadlines(_result(found, timed, clocks, rule, inputs), timed)


def facts_of(event: Event) -> tuple[Fact, ...]:
    """The facts that the deadlines of an event can depend on."""
    return RULES[event].facts


def event_named(event: str, regime: str) -> tuple[Event, Regime]:
    """An event and a regime from words as somebody types them."""
    rule = _rule(event, regime)
    return next(name for name, each in RULES.items() if each is rule), rule.regime


def _rule(event: str, regime: str) -> Rule:
    rule = next((rule for name, rule in RULES.items() if name == event), None)
    if rule is None:
        raise ToolInputError(
            f"{event!r} is no event that sets a deadline running",
            remedy=f"One of: {', '.join(get_args(Event))}.",
        )
    if rule.regime != regime:
        raise ToolInputError(
            f"{event} is an event under {rule.regime}, not under {regime}", remedy=f"Ask for {rule.regime}."
        )
    return rule


def _check(known_at: datetime, facts: Mapping[Fact, bool | None], rule: Rule, event: str) -> None:
    if known_at.utcoffset() is None:
        raise ToolInputError(
            f"the time {known_at.isoformat()} has no zone",
            remedy="Give the moment with its offset from UTC.",
        )
    if not 2000 <= known_at.year < 2200:
        raise ToolInputError(
            f"the time {known_at.isoformat()} lies outside the years 2000 to 2199",
            remedy="Give the moment at which the event became known.",
        )
    for fact in facts:
        if fact not in rule.facts:
            known = ", ".join(rule.facts) or "none"
            raise ToolInputError(
                f"{fact!r} is no fact that the deadlines of {event} depend on",
                remedy=f"They depend on: {known}.",
            )


def _result(
    found: Findings, timed: tuple[Deadline, ...], clocks: list[Binding], rule: Rule, inputs: Inputs
) -> ToolResult:
    steps = tuple(dict.fromkeys((*found.steps, *(clock.step for clock in clocks))))
    asked = (*found.open_questions, *(clock.open_question for clock in clocks if clock.open_question))
    cited = [step.provision for step in steps]
    cited += [at for each in timed for at in (each.basis, each.contents_basis) if at is not None]
    return ToolResult(
        tool="deadlines",
        version=rule.version,
        as_of=found.situation.law.day,
        inputs=inputs,
        verdict=_verdict(timed),
        steps=steps,
        figures=tuple(found.figures),
        citations=tuple(dict.fromkeys(cited)),
        open_questions=tuple(dict.fromkeys(asked)),
    )


def _leans_on(deadline: Deadline) -> tuple[ProvisionId, ...]:
    return (deadline.basis, *([deadline.through] if deadline.through else []))


def _signed(found: list[Deadline], clocks: list[Binding], rule: Rule) -> tuple[Deadline, ...]:
    """Each deadline with rule and status: the weaker one, where two provisions make it bind."""
    status = {clock.provision: clock.status for clock in clocks}
    return tuple(
        replace(
            each,
            status=weakest(status[at] for at in _leans_on(each)),
            version=rule.version,
            valid=rule.valid,
        )
        for each in found
    )


def _verdict(timed: tuple[Deadline, ...]) -> str:
    if not timed:
        return "no deadline, on the facts told"
    if all(each.status == "not-yet" for each in timed):
        return f"{len(timed)} deadlines by the provisions, none of which applies yet"
    owed = [each for each in timed if each.status != "not-yet"]
    certain = [each for each in owed if each.only_if is None]
    said = f"{len(timed)} deadlines, of which certain: {len(certain)}, at once: {_at_once(owed)}"
    ends = f"the first outer limit that is certain: {_first(certain)}; that is possible: {_first(owed)}"
    doubts = [word for word, doubt in _DOUBTS.items() if any(each.status == doubt for each in owed)]
    return "; ".join([said, ends, *doubts])


def _at_once(timed: list[Deadline]) -> int:
    return sum(each.pace is not None for each in timed)


def _first(timed: list[Deadline]) -> str:
    """The first outer limit; of one whose holidays are unknown, the soonest it can be."""
    ends = (each.due or each.earliest for each in timed if each.sense == "act")
    first = min((end for end in ends if end), default=None)
    return shown(first) if first else "none"
