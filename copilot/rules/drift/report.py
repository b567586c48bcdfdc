"""Drift as evidence: Art. 15(1) and 72(2) AI Act for a provider, Art. 26(5) for a deployer.

It says which columns moved since the reference, and by how much. Whether the model still does what it is
meant for takes its outcomes, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from copilot.errors import NotInForce, ToolInputError
from copilot.law import Period, ProvisionId
from copilot.rules.drift.columns import Drifted, DriftVerdict, Kind, drift_of
from copilot.rules.drift.limits import MONITORED, DriftLimits
from copilot.rules.fairness import Table
from copilot.rules.result import Figure, OpenQuestion, Step, ToolResult

VERSION = "1"
VALID = Period(date(2024, 8, 1))

_ACT = ProvisionId("eu-ai-act")
CITED = (
    _ACT.child("art-15").child("1"),
    _ACT.child("art-26").child("5"),
    _ACT.child("art-72").child("2"),
    MONITORED,
)
_ORDER: tuple[DriftVerdict, ...] = ("act", "watch", "stable")


@dataclass(frozen=True, slots=True)
class DriftReport:
    """The result and when the rule holds, with what was found in each column."""

    result: ToolResult
    valid: Period
    columns: tuple[Drifted, ...]


def measure_drift(
    reference: Table,
    current: Table,
    columns: Sequence[str],
    kinds: Mapping[str, Kind],
    limits: DriftLimits,
    as_of: date,
) -> DriftReport:
    """Hold each column of a current file against the reference; without names, all that both have."""
    if as_of not in VALID:
        raise NotInForce(
            f"this test is evidence under provisions that hold {VALID}, not on {as_of}",
            remedy="Ask as of a later day.",
        )
    _check(limits)
    named = _named(reference, current, columns, kinds)
    found = tuple(drift_of(reference, current, name, kinds.get(name), limits) for name in named)
    result = ToolResult(
        tool="drift",
        version=VERSION,
        as_of=as_of,
        inputs={
            "reference": {"file": reference.name, "sha256": reference.sha256, "rows": reference.rows},
            "current": {"file": current.name, "sha256": current.sha256, "rows": current.rows},
            "columns": list(named),
            "kinds": dict(sorted(kinds.items())),
            "limits": {name: getattr(limits, name) for name in ("watch", "act", "alpha", "bins", "floor")},
        },
        verdict=_verdict(found),
        steps=(*(_step(item, found, limits) for item in found), *_retest(found, limits)),
        figures=tuple(_figures(found)),
        citations=(*CITED, *((limits.basis,) if limits.basis else ())),
        open_questions=tuple(_open(reference, current, named, bool(columns), found, limits)),
    )
    return DriftReport(result, VALID, found)


def _named(
    reference: Table, current: Table, columns: Sequence[str], kinds: Mapping[str, Kind]
) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(columns)) or tuple(
        name for name in reference.columns if name in current.columns
    )
    if not named:
        raise ToolInputError(
            f"{reference.name} and {current.name} have no column in common",
            remedy="Name two files with the same columns.",
        )
    for name in kinds:
        if name not in named:
            raise ToolInputError(
                f"column {name!r} is not among those compared", remedy=f"Those are: {', '.join(named)}."
            )
    return named


def _verdict(found: Sequence[Drifted]) -> DriftVerdict:
    verdicts = {item.verdict for item in found}
    return next((verdict for verdict in _ORDER if verdict in verdicts), "no verdict")


def _retest(found: Sequence[Drifted], limits: DriftLimits) -> Iterator[Step]:
    moved = [item.column for item in found if item.verdict == "act"]
    if limits.retest is not None and moved:
        yield Step(
            question="Is a fairness test due?",
            found=f"yes, where the system scores, ranks or selects persons: {', '.join(moved)}",
            matters="Groups may be treated differently on cases the last test did not see.",
            provision=limits.retest,
        )


def _check(limits: DriftLimits) -> None:
    if not (0 < limits.watch <= limits.act and 0 < limits.alpha < 1 and limits.bins > 1):
        raise ToolInputError(
            "the limits do not fit together",
            remedy="The limit for watching is above 0 and at most that for acting; alpha lies between 0 "
            "and 1; bins are two or more.",
        )
    if not 0 < limits.floor < 1 / limits.bins:
        raise ToolInputError(
            f"a floor of {limits.floor:g} does not fit {limits.bins} bins",
            remedy="Take one above 0 and below one over the number of bins.",
        )


def _step(item: Drifted, found: Sequence[Drifted], limits: DriftLimits) -> Step:
    return Step(
        question=f"Has {item.column} moved since the reference?",
        found=_found(item, found, limits),
        matters="A model is only known to work on cases like those it was tested on.",
        provision=limits.basis or MONITORED,
    )


def _found(item: Drifted, found: Sequence[Drifted], limits: DriftLimits) -> str:
    missing = f"missing {item.missing_reference:,} before and {item.missing_current:,} now"
    if item.index is None:
        return f"not available: a file holds no value of it; {missing}"
    said = [
        f"population stability index {item.index:.4f} over {len(item.bins)} bins of {item.kind} "
        f"(above {limits.watch:g} watch, above {limits.act:g} act): {item.verdict}"
    ]
    if item.test is not None:
        tested = sum(other.test is not None for other in found)
        level = limits.alpha / tested
        told = "differ" if item.test.p_value < level else "no difference shown"
        said.append(
            f"Kolmogorov-Smirnov {item.test.statistic:.4f}, p {item.test.p_value:.3g}: {told} at "
            f"{limits.alpha:g} over {tested} columns"
        )
    return "; ".join([*said, missing])


def _figures(found: Sequence[Drifted]) -> Iterator[Figure]:
    for item in found:
        if item.index is not None:
            yield Figure(f"population stability index, {item.column}", _decimal(item.index), "index")
        if item.test is not None:
            yield Figure(
                f"Kolmogorov-Smirnov statistic, {item.column}", _decimal(item.test.statistic), "share"
            )
            yield Figure(f"Kolmogorov-Smirnov p, {item.column}", _decimal(item.test.p_value), "probability")


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _open(
    reference: Table,
    current: Table,
    named: Sequence[str],
    chosen: bool,
    found: Sequence[Drifted],
    limits: DriftLimits,
) -> Iterator[OpenQuestion]:
    if not chosen:
        for table, other in ((reference, current), (current, reference)):
            for column in table.columns:
                if column not in named:
                    yield OpenQuestion(
                        fact=f"column: {column}",
                        question=f"{table.name} has a column {column!r} and {other.name} has none: why?",
                        matters="A column that is gone or new cannot be compared, and is a change by itself.",
                    )
    for item in found:
        if item.index is None:
            yield OpenQuestion(
                fact=f"values: {item.column}",
                question=f"Why does a file hold no value of {item.column}?",
                matters="Nothing can be said of its drift.",
            )
        elif item.by_chance is not None and item.by_chance >= limits.watch:
            yield OpenQuestion(
                fact=f"cases: {item.column}",
                question=f"Are there more cases of {item.column}? With as few as these the index is about "
                f"{item.by_chance:.2f} where nothing moved.",
                matters="The verdict may come of chance alone; fewer bins help, too.",
            )
