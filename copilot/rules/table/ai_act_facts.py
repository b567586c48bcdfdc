"""The facts of the AI Act as entries: what is asked, why, which rules use it, and what one says of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import chain

from copilot.law import label_of
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.duties.rule import DutyRule
from copilot.rules.ai_act.facts import FACTS, AISystem, Fact, Topic
from copilot.rules.ai_act.facts.topic import Asked
from copilot.rules.ai_act.formula import Formula
from copilot.rules.ai_act.reading import system_from
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Rule
from copilot.rules.table.condition import facts_in
from copilot.rules.table.notes import first_line
from copilot.rules.table.section import Entry, grid
from copilot.rules.table.statement import stated

_BY_CODE = "the dates of application and the transitions, in code"


def fact_entries(rules: Iterable[Rule | RoleRule], duties: Iterable[DutyRule]) -> tuple[Entry, ...]:
    """A table a topic: each thing that is asked, and the rules and duties that use the answer."""
    used = _used(chain(_asked_by_rules(rules), _asked_by_duties(duties)))
    return tuple(
        Entry(f"{name}: {first_line(type(topic).__doc__)}", grid(_COLUMNS, tuple(_rows(name, topic, used))))
        for name, topic in _topics()
    )


_COLUMNS = ("fact", "question", "why it matters", "only where", "used by")


def consistency_entry() -> Entry:
    """Facts that follow from others, and facts that cannot both be told."""
    told = [*((fact, True) for fact in FACTS if fact.read is None), *_READ_OFF_FIRST]
    said = [line for fact, answer in told if (line := _follows(fact, answer))]
    return Entry(
        "What follows where a fact is told",
        (
            "What follows is taken as told; where the contrary was told, the two are refused as a contradiction. "
            "Each holds the other way round, too: where what follows is not so, the first is not so either.",
            "",
            *said,
        ),
    )


def _topics() -> Iterator[tuple[str, Topic]]:
    for entry in fields(AISystem):
        if isinstance(entry.default, Topic):
            yield entry.name, entry.default


def _rows(name: str, topic: Topic, used: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    for entry in fields(topic):  # type: ignore[arg-type]  # each topic is a dataclass
        asked: Asked = entry.metadata[Asked]
        told = f"{name}.{entry.name}"
        read_off = [fact for fact in FACTS if fact.told == told]
        gate = next((fact.gate for fact in read_off if fact.gate), None)
        users = dict.fromkeys(user for fact in read_off for user in used[fact.key])
        yield (
            f"`{told}`",
            asked.question,
            asked.matters,
            f"`{gate}`" if gate else "",
            "; ".join(users) or _BY_CODE,
        )


def _asked_by_rules(rules: Iterable[Rule | RoleRule]) -> Iterator[tuple[str, Formula]]:
    for rule in rules:
        for formula in (rule.elements, *(one.holds for one in rule.exemptions)):
            yield label_of(rule.provision.segments), formula


def _asked_by_duties(duties: Iterable[DutyRule]) -> Iterator[tuple[str, Formula]]:
    for duty in duties:
        cases = (part for case in duty.cases for part in (case.when, *(one.holds for one in case.unless)))
        for formula in (*cases, *(relief.holds for relief in duty.reliefs)):
            yield f"duty {label_of(duty.provision.segments)}", formula


def _used(asking: Iterable[tuple[str, Formula]]) -> dict[str, list[str]]:
    """For each fact who asks it, itself or as what opens a topic they ask about."""
    used: defaultdict[str, list[str]] = defaultdict(list)
    gates = {fact.key: fact.gate for fact in FACTS}
    for user, formula in asking:
        asked = set(facts_in(formula))
        for key in sorted(asked | {gate for one in asked if (gate := gates[one])}):
            used[key].append(user)
    return used


_LAWS = [fact for fact in FACTS if fact.key == "product.covered"]
_READ_OFF_FIRST = [(fact, False) for fact in _LAWS]


def _follows(fact: Fact, answer: bool) -> str:
    topic, name = fact.told.split(".")
    known = known_of(system_from({topic: {name: answer if fact.read is None else ()}}, "table"))
    follows = "; ".join(
        stated(FACTS[index], holds=bool(known.answers[index])) for index in sorted(known.inferred)
    )
    return f"- Where {stated(fact, holds=answer)} (`{fact.told}`): {follows}" if follows else ""
