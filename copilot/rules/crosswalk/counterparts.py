"""What belongs to a provision in the other frameworks, directly or over one hop.

A hop leads over a provision of a third framework. One of its two links has to be of the same aim and the
other to support at least: two loose links prove nothing. What a hop finds is never of the same aim itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from copilot.errors import NotInForce, ToolInputError
from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.crosswalk.table import CrosswalkTable, Pair, SourceKind, Strength, part_of
from copilot.rules.result import Step, ToolResult

VERSION = "1"
VALID = Period(date(2024, 8, 1))
CITED = (
    ProvisionId("iso-42001", ("note-1",)),
    ProvisionId("soc-2", ("note-2",)),
)

STRENGTHS: tuple[Strength, ...] = ("same aim", "supports", "partial")
_ACT = "eu-ai-act"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A provision that belongs to another; ``via`` is set where only a hop leads there."""

    of: ProvisionId
    to: ProvisionId
    strength: Strength
    reason: str
    source: SourceKind
    via: ProvisionId | None = None


@dataclass(frozen=True, slots=True)
class CrosswalkReport:
    """The result and when the rule holds, with each counterpart it rests on."""

    result: ToolResult
    valid: Period
    counterparts: tuple[Counterpart, ...]


def crosswalk(
    table: CrosswalkTable, provision: ProvisionId, to: Sequence[str], law: LawOnDay
) -> CrosswalkReport:
    """What belongs to a provision or any part of it, in the frameworks named or in all the others."""
    check_day(law)
    wanted = _wanted(table, provision, to)
    if provision.segments:
        law.provision(provision)
    links = Links(table, law)
    found = tuple(
        counterpart
        for framework in wanted
        for counterpart in (*links.direct(provision, framework), *links.hops(provision, framework))
    )
    apart = tuple(_apart(table, provision, wanted, law))
    return CrosswalkReport(
        ToolResult(
            tool="crosswalk",
            version=VERSION,
            as_of=law.day,
            inputs={"provision": str(provision), "to": list(wanted)},
            verdict=_verdict(found, wanted),
            steps=(
                *(step_of(item, law) for item in found),
                *apart,
                *cautions((provision.instrument, *wanted)),
            ),
            citations=tuple(dict.fromkeys(unit for item in found for unit in (item.of, item.to))),
        ),
        VALID,
        found,
    )


class Links:
    """The pairs whose two provisions were worded on a day, and the hops they make."""

    def __init__(self, table: CrosswalkTable, law: LawOnDay) -> None:
        self._table = table
        self._pairs = tuple(pair for pair in table.both_ways if pair.of in law and pair.to in law)

    def direct(self, unit: ProvisionId, framework: str) -> tuple[Counterpart, ...]:
        """Pairs of the unit, of its parts and of what it is a part of, the strongest first."""
        found = (self._counterpart(pair) for pair in self._around(unit) if pair.to.instrument == framework)
        return _sorted(found)

    def hops(self, unit: ProvisionId, framework: str) -> tuple[Counterpart, ...]:
        """What only a third framework leads to, by its strongest hop."""
        reached = {pair.to for pair in self._around(unit) if pair.to.instrument == framework}
        best: dict[ProvisionId, Counterpart] = {}
        hops = (
            self._hop(first, second)
            for first in self._around(unit)
            if first.to.instrument != framework
            for second in self._pairs
            if second.of == first.to and second.to.instrument == framework and second.to not in reached
            if _carries(first.strength, second.strength) and not self._is_apart(first.of, framework)
        )
        for hop in _sorted(hops):
            best.setdefault(hop.to, hop)
        return tuple(best.values())

    def _is_apart(self, unit: ProvisionId, framework: str) -> bool:
        return any(part_of(unit, item.unit) and framework in item.to for item in self._table.apart)

    def _around(self, unit: ProvisionId) -> tuple[Pair, ...]:
        return tuple(pair for pair in self._pairs if part_of(pair.of, unit) or part_of(unit, pair.of))

    def _counterpart(self, pair: Pair) -> Counterpart:
        kind = self._table.source_of(pair).kind
        return Counterpart(pair.of, pair.to, pair.strength, pair.reason, kind)

    def _hop(self, first: Pair, second: Pair) -> Counterpart:
        kinds = {self._table.source_of(pair).kind for pair in (first, second)}
        return Counterpart(
            first.of,
            second.to,
            "supports",
            f"{first.reason} {second.reason}",
            "our reading" if "our reading" in kinds else "published mapping",
            first.to,
        )


def step_of(item: Counterpart, law: LawOnDay) -> Step:
    """One counterpart as a question and its answer."""
    to = law.provision(item.to)
    over = f", over {item.via} only" if item.via else ""
    return Step(
        question=f"What belongs to {item.of} in {item.to.instrument}?",
        found=f"{to.label} {to.title}".strip() + f" ({item.strength}, {item.source}{over})",
        matters=item.reason,
        provision=item.to,
    )


def cautions(frameworks: Iterable[str]) -> Iterator[Step]:
    """What a certificate or a report says nothing about, where the AI Act is asked about."""
    asked = set(frameworks)
    if _ACT not in asked:
        return
    if "iso-42001" in asked:
        yield Step(
            question="Does a certificate under ISO/IEC 42001 show that the AI Act is met?",
            found="no, it attests to a management system",
            matters="Counterparts are evidence to bring, never a presumption of conformity.",
            provision=CITED[0],
        )
    if "soc-2" in asked:
        yield Step(
            question="Does a SOC 2 report show that the AI Act is met?",
            found="no, its criteria say nothing of AI",
            matters="A report covers AI only as far as AI is part of the system it describes.",
            provision=CITED[1],
        )


def check_day(law: LawOnDay) -> None:
    """Refuse a day on which one of the frameworks did not yet exist."""
    if law.day not in VALID:
        raise NotInForce(
            f"the frameworks stand side by side {VALID}, not on {law.day}", remedy="Ask as of a later day."
        )


def known_framework(table: CrosswalkTable, name: str) -> str:
    """The name, if the crosswalk knows it."""
    if name not in table.names:
        raise ToolInputError(
            f"the crosswalk knows no framework {name!r}", remedy=f"It knows {', '.join(table.names)}."
        )
    return name


def _wanted(table: CrosswalkTable, provision: ProvisionId, to: Sequence[str]) -> tuple[str, ...]:
    own = known_framework(table, provision.instrument)
    named = tuple(dict.fromkeys(known_framework(table, name) for name in to))
    if own in named:
        raise ToolInputError(f"{provision} is of {own} itself", remedy="Name another framework.")
    return named or tuple(name for name in table.names if name != own)


def _apart(
    table: CrosswalkTable, provision: ProvisionId, wanted: Sequence[str], law: LawOnDay
) -> Iterator[Step]:
    for item in table.apart:
        if item.unit in law and (part_of(provision, item.unit) or part_of(item.unit, provision)):
            for framework in wanted:
                if framework in item.to:
                    yield Step(
                        question=f"What belongs to {item.unit} in {framework}?",
                        found="nothing",
                        matters=item.reason,
                        provision=item.unit,
                    )


def _verdict(found: Sequence[Counterpart], wanted: Sequence[str]) -> str:
    counts = []
    for framework in wanted:
        direct = {item.to for item in found if item.to.instrument == framework and item.via is None}
        hops = {item.to for item in found if item.to.instrument == framework and item.via is not None}
        counts.append(f"in {framework} {len(direct)} direct, {len(hops)} over a hop")
    return "; ".join(counts)


def _carries(first: Strength, second: Strength) -> bool:
    return "same aim" in (first, second) and "partial" not in (first, second)


def _sorted(found: Iterable[Counterpart]) -> tuple[Counterpart, ...]:
    return tuple(
        sorted(found, key=lambda item: (STRENGTHS.index(item.strength), item.of, item.to, str(item.via)))
    )
