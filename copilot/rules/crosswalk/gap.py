"""What of one framework is covered by others in place: "SOC 2 Type II in place: what is left for NIST?"

Covered means that a provision of the same aim is in place for the whole of what is asked. That is a reason to
expect evidence there, and no finding that the evidence exists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from copilot.errors import ToolInputError
from copilot.law import LawOnDay, Period, Provision, ProvisionId
from copilot.rules.crosswalk.counterparts import (
    STRENGTHS,
    VALID,
    VERSION,
    Counterpart,
    Links,
    cautions,
    check_day,
    known_framework,
)
from copilot.rules.crosswalk.table import CrosswalkTable
from copilot.rules.result import Figure, OpenQuestion, Step, ToolResult

Cover: TypeAlias = Literal["covered", "partly", "open", "not at all"]
Category: TypeAlias = Literal[
    "security", "availability", "confidentiality", "processing-integrity", "privacy"
]
ReportType: TypeAlias = Literal["I", "II"]

_SOC = "soc-2"
_ISO = "iso-42001"
_CATEGORY: dict[str, Category] = {
    "cc": "security",
    "a": "availability",
    "c": "confidentiality",
    "pi": "processing-integrity",
    "p": "privacy",
}
_COVERS: tuple[Cover, ...] = ("covered", "partly", "open", "not at all")


@dataclass(frozen=True, slots=True)
class InPlace:
    """What is in place: the frameworks, and what is known of them; none means that nobody said.

    The common criteria (Security) are part of every SOC 2 report; ``categories`` are those besides.
    """

    frameworks: tuple[str, ...]
    ai_in_scope: bool | None = None
    categories: frozenset[Category] | None = None
    report_type: ReportType | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One provision asked for, how far it is covered, and by what."""

    unit: ProvisionId
    cover: Cover
    by: tuple[Counterpart, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class GapReport:
    """The result and when the rule holds, with each provision asked for."""

    result: ToolResult
    valid: Period
    asked: tuple[Asked, ...]


def categories_from(names: Iterable[str]) -> frozenset[Category]:
    """Categories of a SOC 2 report by name; ``none`` says that there are none besides Security."""
    known = {str(category): category for category in _CATEGORY.values()}
    for name in (named := [name for name in names if name != "none"]):
        if name not in known:
            raise ToolInputError(
                f"{name!r} is no category of a SOC 2 report", remedy=f"There are {', '.join(known)}."
            )
    return frozenset(known[name] for name in named)


def gap(table: CrosswalkTable, have: InPlace, want: Sequence[str], law: LawOnDay) -> GapReport:
    """Go through what the wanted frameworks ask for and say how far it is covered."""
    check_day(law)
    wanted = tuple(dict.fromkeys(known_framework(table, name) for name in want))
    held = tuple(dict.fromkeys(known_framework(table, name) for name in have.frameworks))
    if not wanted or not held:
        raise ToolInputError("nothing to compare", remedy="Name what is in place and what is wanted.")
    if both := sorted({*wanted} & {*held}):
        raise ToolInputError(f"{both[0]} is both in place and wanted", remedy="Name it on one side only.")
    links = Links(table, law)
    asked = tuple(
        _asked(table, links, unit, held, have) for name in wanted for unit in _units(table, name, law)
    )
    return GapReport(
        ToolResult(
            tool="crosswalk gap",
            version=VERSION,
            as_of=law.day,
            inputs={
                "have": list(held),
                "want": list(wanted),
                "ai in scope": have.ai_in_scope,
                "categories": None if have.categories is None else [*sorted(have.categories)],
                "report type": have.report_type,
            },
            verdict="; ".join(f"of {name} {_counts(asked, name)}" for name in wanted),
            steps=(*(_step(item, law) for item in asked), *cautions((*held, *wanted))),
            figures=tuple(_figures(asked, wanted)),
            citations=tuple(dict.fromkeys(link.to for item in asked for link in item.by)),
            open_questions=tuple(_open(held, have)),
        ),
        VALID,
        asked,
    )


def _units(table: CrosswalkTable, name: str, law: LawOnDay) -> Iterator[ProvisionId]:
    (pattern,) = (framework.units for framework in table.frameworks if framework.id == name)
    for wording in law:
        segments = wording.id.segments
        if wording.instrument == name and len(segments) == 1 and pattern.fullmatch(segments[0]):
            yield wording.id


def _asked(
    table: CrosswalkTable, links: Links, unit: ProvisionId, held: Sequence[str], have: InPlace
) -> Asked:
    by = tuple(
        link
        for name in held
        for link in (*links.direct(unit, name), *links.hops(unit, name))
        if have.ai_in_scope is not False and _known(link.to, have) is not False
    )
    certain = [link for link in by if _known(link.to, have)]
    if any(link.strength == "same aim" and link.of == unit and link.via is None for link in certain):
        return Asked(unit, "covered", by, _strongest(certain))
    if certain:
        return Asked(unit, "partly", by, _strongest(certain))
    if by:
        return Asked(unit, "open", by, "It depends on which categories the SOC 2 report covers.")
    reasons = [
        item.reason for item in table.apart if item.unit == unit and all(name in item.to for name in held)
    ]
    return Asked(unit, "not at all", (), " ".join(reasons) or "Nothing in place belongs to it.")


def _strongest(links: Sequence[Counterpart]) -> str:
    return min(links, key=lambda link: STRENGTHS.index(link.strength)).reason


def _known(unit: ProvisionId, have: InPlace) -> bool | None:
    """Whether a provision is part of what is in place; none where nobody said."""
    if unit.instrument != _SOC or not unit.segments:
        return True
    category = _CATEGORY.get(unit.segments[0].rstrip("0123456789."))
    if category is None or category == "security":
        return True
    return None if have.categories is None else category in have.categories


def _step(item: Asked, law: LawOnDay) -> Step:
    asked = law.provision(item.unit)
    by = ", ".join(
        dict.fromkeys(f"{link.to}{' over ' + str(link.via) if link.via else ''}" for link in item.by)
    )
    return Step(
        question=f"Is {_called(asked)} covered?",
        found=item.cover + (f", by {by}" if by else ""),
        matters=item.reason,
        provision=item.unit,
    )


def _called(provision: Provision) -> str:
    return f"{provision.label} ({provision.title})" if provision.title else provision.label


def _counts(asked: Iterable[Asked], name: str) -> str:
    counts = Counter(item.cover for item in asked if item.unit.instrument == name)
    return ", ".join(f"{counts[cover]} {cover}" for cover in _COVERS if counts[cover] or cover != "open")


def _figures(asked: Sequence[Asked], wanted: Sequence[str]) -> Iterator[Figure]:
    for name in wanted:
        counts = Counter(item.cover for item in asked if item.unit.instrument == name)
        for cover in _COVERS:
            yield Figure(f"{name}, {cover}", Decimal(counts[cover]), "provisions")


def _open(held: Sequence[str], have: InPlace) -> Iterator[OpenQuestion]:
    if have.ai_in_scope is None:
        yield OpenQuestion(
            fact="ai in scope",
            question=f"Does what is in place ({', '.join(held)}) cover the AI system asked about?",
            matters="A report or certificate says nothing of a system outside its scope: then nothing is covered.",
        )
    if _SOC in held:
        if have.categories is None:
            yield OpenQuestion(
                fact="categories",
                question="Which categories does the SOC 2 report cover besides Security?",
                matters="Only the common criteria are part of every report; the others are chosen.",
            )
        if have.report_type != "II":
            yield OpenQuestion(
                fact="report type",
                question="Is there a Type II report, and for which period?"
                if have.report_type is None
                else "When will there be a Type II report?",
                matters="A Type I report speaks of how controls are designed, not of how they worked.",
            )
        yield OpenQuestion(
            fact="exceptions",
            question="Which exceptions, carved-out services and user controls does the SOC 2 report name?",
            matters="A criterion with an exception was not met in full.",
        )
    if _ISO in held:
        yield OpenQuestion(
            fact="statement of applicability",
            question="Which controls of Annex A does the statement of applicability leave out?",
            matters="A control left out is not in place.",
        )
