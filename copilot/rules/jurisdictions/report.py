"""The tool: one system launched in several places, the regimes it engages there, and what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import get_args

from pydantic import JsonValue

from copilot.errors import NotInForce, ToolInputError
from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.ai_act.duties import duties
from copilot.rules.jurisdictions.engagement import Engagement, RegimeFinding, finding_of
from copilot.rules.jurisdictions.facts import LAUNCH_FACTS, Launch
from copilot.rules.jurisdictions.known import Known
from copilot.rules.jurisdictions.register import Place, Register, Remark
from copilot.rules.jurisdictions.shared import Shared, shared_by
from copilot.rules.result import Figure, OpenQuestion, Step, ToolResult

TOOL = "jurisdictions"
VERSION = "1"
VALID = Period(date(2024, 8, 1))
"""From the day of the AI Act on: the register follows no status further back."""


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """A place, what is to be known of it, and each regime looked at there."""

    id: str
    name: str
    remarks: tuple[Remark, ...]
    findings: tuple[RegimeFinding, ...]

    def of(self, engagement: Engagement) -> tuple[RegimeFinding, ...]:
        """The regimes that are engaged, possible, or not engaged."""
        return tuple(finding for finding in self.findings if finding.engagement == engagement)


@dataclass(frozen=True, slots=True)
class JurisdictionsReport:
    """The result and when the rule holds, with each place and what the places share."""

    result: ToolResult
    valid: Period
    known_until: date
    places: tuple[PlaceReport, ...]
    shared: tuple[Shared, ...]


def jurisdictions(
    register: Register, launch: Launch, places: Sequence[str], law: LawOnDay
) -> JurisdictionsReport:
    """Hold a launch against the regimes of the places, and of the places these lie in.

    Naming a place says that the system is used there, or on people there. ``ToolInputError`` names the places
    that are known, ``NotInForce`` a day before the register, ``ContradictoryFacts`` two facts that cannot both be.
    """
    if law.day not in VALID:
        raise NotInForce(
            f"the register follows regimes {VALID}, not on {law.day}", remedy="Ask as of a later day."
        )
    named = _named(register, places)
    known = Known(launch, duties(launch.system, law.day))
    reports = tuple(_report(register, place, known, law) for place in _with_outer(register, named))
    findings = [finding for report in reports for finding in report.findings]
    shared = tuple(shared_by(register, findings))
    result = ToolResult(
        tool=TOOL,
        version=VERSION,
        as_of=law.day,
        inputs={
            "in": list(named),
            "system": dict(known.act.classification.inputs),
            "launch": _told(launch),
        },
        verdict="; ".join((*(_counted(report) for report in reports), *_beyond(register, law.day))),
        steps=(
            *(_step(one) for one in findings),
            *(_shared_step(one) for one in shared),
            *(_remark_step(report, remark) for report in reports for remark in report.remarks),
        ),
        figures=tuple(figure for report in reports for figure in _figures(report)),
        citations=tuple(dict.fromkeys(_cited(findings, law))),
        open_questions=_asked(findings),
    )
    return JurisdictionsReport(result, VALID, register.known_until, reports, shared)


def _named(register: Register, places: Sequence[str]) -> tuple[str, ...]:
    if not places:
        raise ToolInputError(
            "no place was named", remedy=f"Name one or more of {', '.join(register.place_names)}."
        )
    for name in places:
        if name not in register.place_names:
            raise ToolInputError(
                f"there is no place {name!r}", remedy=f"{_near(register, name)}{_all_places(register)}"
            )
    return tuple(dict.fromkeys(places))


def _near(register: Register, name: str) -> str:
    """Places whose id or name comes close to what was typed."""
    by_name = {place.name.lower(): place.id for place in register.places}
    typed = name.lower()
    close = [*get_close_matches(typed, register.place_names, n=2, cutoff=0.5)]
    close += [by_name[found] for found in get_close_matches(typed, by_name, n=1)]
    close += [place for place in register.place_names if typed in place.split("-")]
    return f"Did you mean {' or '.join(dict.fromkeys(close))}? " if close else ""


def _all_places(register: Register) -> str:
    return "The places are " + ", ".join(f"{place.id} ({place.name})" for place in register.places) + "."


def _with_outer(register: Register, named: Iterable[str]) -> Iterator[Place]:
    """Each place after those it lies in, each once: in New York City the law of the State holds, too."""
    found: dict[str, Place] = {}
    for name in named:
        chain = [register.place(name)]
        while (outer := chain[0].within) is not None:
            chain.insert(0, register.place(outer))
        found.update({place.id: place for place in chain})
    yield from found.values()


def _report(register: Register, place: Place, known: Known, law: LawOnDay) -> PlaceReport:
    findings = (
        finding_of(regime, place.id, register, known, law) for regime in register.regimes_of(place.id)
    )
    order = get_args(Engagement)
    return PlaceReport(
        place.id,
        place.name,
        place.remarks,
        tuple(sorted(findings, key=lambda one: order.index(one.engagement))),
    )


def _told(launch: Launch) -> dict[str, JsonValue]:
    """The facts of the launch that were told."""
    names = (key.partition(".")[2] for key in LAUNCH_FACTS)
    told = {name: getattr(launch.facts, name) for name in names}
    return {
        name: value if isinstance(value, bool) else f"{value:f}"
        for name, value in told.items()
        if value is not None
    }


def _counted(report: PlaceReport) -> str:
    counts = Counter(finding.engagement for finding in report.findings)
    said = ", ".join(f"{counts[name]} {name}" for name in get_args(Engagement))
    return f"{report.name}: {said}"


def _beyond(register: Register, day: date) -> Iterator[str]:
    """A day after the sources end is answered from what they knew."""
    if day > register.known_until:
        yield f"what happened after {register.known_until} is not known"


def _figures(report: PlaceReport) -> Iterator[Figure]:
    for name in get_args(Engagement):
        yield Figure(f"{report.id}, {name}", Decimal(len(report.of(name))), "regimes")


def _step(finding: RegimeFinding) -> Step:
    status = finding.status or "nothing held"
    then = f"; from {finding.next_change.day}: {finding.next_change.what}" if finding.next_change else ""
    note = f" ({finding.note})" if finding.note else ""
    return Step(
        question=f"Is {finding.name} engaged?",
        found=f"{finding.engagement}: {finding.reason}",
        matters=f"On the day: {status}{note}{then}. Confidence {finding.confidence}, {finding.source}.",
        provision=finding.provision,
    )


def _shared_step(shared: Shared) -> Step:
    by = ", ".join(dict.fromkeys(one.name for one in shared.serves))
    return Step(
        question=f"What do the places share on {shared.name}?",
        found=by,
        matters=shared.work,
        provision=shared.serves[0].duty.provision,
    )


def _remark_step(report: PlaceReport, remark: Remark) -> Step:
    return Step(
        question=f"What else is to be known of {report.name}?",
        found=remark.text,
        matters="Where the sources end, nothing is concluded.",
        provision=remark.provision,
    )


def _cited(findings: Iterable[RegimeFinding], law: LawOnDay) -> Iterator[ProvisionId]:
    """What an answer may lean on: the units worded on the day of what is engaged or may be."""
    for finding in findings:
        if finding.engagement != "not engaged":
            units = (finding.provision, *(duty.provision for duty in finding.duties))
            yield from (unit for unit in units if unit in law)


def _asked(findings: Iterable[RegimeFinding]) -> tuple[OpenQuestion, ...]:
    """Each question once, those that bear on most regimes first."""
    bears_on: Counter[str] = Counter()
    questions: dict[str, OpenQuestion] = {}
    for finding in findings:
        for question in finding.open_questions:
            key = question.question
            bears_on[key] += 1
            questions.setdefault(key, question)
    return tuple(questions[key] for key, _ in sorted(bears_on.items(), key=lambda item: -item[1]))
