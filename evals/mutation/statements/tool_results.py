"""Statements on what the deterministic tools found: verdicts and figures, as an answer words them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from copilot.grounding import Draft, DraftCitation
from copilot.law import LawOnDay, ProvisionId
from copilot.rules import Figure, ToolResult
from copilot.rules.ai_act import FACTS, classify, system_from
from copilot.rules.application import application_of
from copilot.rules.deadlines import Event, Regime, deadlines, on_the_clock, zone_named
from copilot.rules.fines import Offender, fine_for
from evals.mutation.statement_under_test import StatementUnderTest

_TURNOVERS = ("2000000", "480000000", "3200000000")
_KINDS = ("sme", "undertaking")
_INFRINGED = (
    "prohibited-practice", "provider-duties", "deployer-duties", "importer-duties", "transparency", "wrong-information",
    "model-duties", "market-manipulation", "insider-list", "public-disclosure",
)  # fmt: skip
_EVENTS: tuple[tuple[Event, Regime], ...] = (
    ("data-breach", "gdpr"),
    ("serious-incident", "ai-act"),
    ("managers-transaction", "mar"),
    ("managers-notification", "mar"),
    ("insider-access", "mar"),
    ("adverse-impacts", "sfdr"),
)
_MOMENTS = (datetime(2028, 2, 14, 9, 30), datetime(2028, 6, 5, 16, 0))  # noqa: DTZ001  # put on a clock below
_DATED = (
    "eu-ai-act/art-5/1",
    "eu-ai-act/art-26/6",
    "eu-ai-act/art-50/1",
    "eu-ai-act/art-53/1",
    "eu-ai-act/art-99/3",
)
_SYSTEMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("hiring", "employment", ("recruitment",)),
    ("credit", "essential_services", ("creditworthiness",)),
    ("insurance", "essential_services", ("insurance_pricing", "life_or_health")),
    ("admission", "education", ("admission",)),
)
_WITHIN_THE_ACT = (
    "nature.machine_based", "nature.autonomous", "nature.infers", "nature.influences", "nexus.placed_in_union",
)  # fmt: skip
_SHOWN_AS_MONEY = 1000


def tool_statements(law: LawOnDay) -> Iterator[StatementUnderTest]:
    """Every statement on every result, each once; the law is that of a day on which the duties apply."""
    results = (*_fines(law), *_deadlines(law), *_dates(law), *_classes(law.day))
    said: set[str] = set()
    for number, result in enumerate(results):
        for part, (text, quote) in enumerate(_said(result)):
            if text not in said:
                cited = (DraftCitation(f"tool:{result.tool}/1", quote),)
                name = f"tool:{result.tool}:{number}.{part}"
                yield StatementUnderTest(name, "tool", Draft(text, cited), law.day, results=(result,))
            said.add(text)


def _said(result: ToolResult) -> Iterator[tuple[str, str]]:
    """Sentences on a result, each with the words of it that carry it."""
    for figure in dict.fromkeys(result.figures):
        quote = f"{figure.name}: {figure.value:f} {figure.unit}"
        if "/" not in figure.name:
            yield f"The {figure.name} is {_written(figure)}.", quote
    if result.tool == "application":
        name, _, cases = result.verdict.partition(" applies ")
        name = name.rpartition(", ")[2]
        yield from ((f"{name} applies {case}.", case) for case in cases.split("; "))
        return
    if result.tool == "deadlines":
        for step in result.steps:
            period, _, end = step.found.partition(": ")
            if step.question.startswith("Until when") and end:
                yield f"The period of {period} lasts until {end.removeprefix('until ')}.", step.found
        return
    verdict = result.verdict.partition(";")[0]
    yield f"The result is: {verdict}.", verdict


def _written(figure: Figure) -> str:
    if figure.unit == "EUR" and figure.value >= _SHOWN_AS_MONEY:
        return f"EUR {figure.value:,.0f}".replace(",", " ")
    return f"{figure.value:f} {figure.unit}"


def _fines(law: LawOnDay) -> Iterator[ToolResult]:
    for infringed in _INFRINGED:
        for kind in _KINDS:
            for turnover in _TURNOVERS:
                offender = Offender("undertaking" if kind == "undertaking" else "sme", Decimal(turnover))
                yield fine_for(infringed, offender, law=law).result


def _deadlines(law: LawOnDay) -> Iterator[ToolResult]:
    zone = zone_named("Europe/Berlin")
    for event, regime in _EVENTS:
        for moment in _MOMENTS:
            known_at = on_the_clock(moment, zone)
            yield deadlines(
                event, known_at, regime, zone=zone, law=law, facts={}, holidays=frozenset()
            ).result


def _dates(law: LawOnDay) -> Iterator[ToolResult]:
    yield from (application_of(law, ProvisionId.parse(unit)) for unit in _DATED)


def _classes(day: date) -> Iterator[ToolResult]:
    """Systems within the Act of which everything is no but what is named."""
    no = {fact.key: False for fact in FACTS if fact.read is None}
    for name, topic, facts in _SYSTEMS:
        yes = [*_WITHIN_THE_ACT, *(f"{topic}.{fact}" for fact in ("involved", *facts))]
        by_topic: dict[str, dict[str, object]] = {}
        for key, answer in {**no, **dict.fromkeys(yes, True)}.items():
            group, _, fact = key.partition(".")
            by_topic.setdefault(group, {})[fact] = answer
        yield classify(system_from(by_topic, name), day).as_tool_result()
