"""A fairness test as evidence: Art. 10(2)(f) and (g) AI Act, MEASURE 2.11 NIST AI RMF.

It says what was measured and which limit was missed. Whether a difference is discrimination is a
question of law that no figure answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from copilot.errors import NotInForce
from copilot.law import Period, ProvisionId
from copilot.rules.fairness.calibration import Draws
from copilot.rules.fairness.cases import Cases, Columns, Missing, read_cases
from copilot.rules.fairness.limits import Limits
from copilot.rules.fairness.measures import Compared, Measure, compare
from copilot.rules.fairness.table import Table
from copilot.rules.fairness.wording import told
from copilot.rules.result import Figure, Inputs, OpenQuestion, Step, ToolResult

VERSION = "1"
VALID = Period(date(2024, 8, 1))
Outcome: TypeAlias = Literal["limit missed", "amber", "within the limits", "no verdict"]

_ACT = ProvisionId("eu-ai-act")
_COMPLETE = _ACT.child("art-10").child("3")
_MEASURED = ProvisionId("nist-ai-rmf", ("measure-2.11",))
_NO_LAW = ProvisionId("us-ugesp", ("note-4",))
CITED = (
    _ACT.child("art-10").child("2").child("f"),
    _ACT.child("art-10").child("2").child("g"),
    _ACT.child("art-15").child("1"),
    _COMPLETE,
    _MEASURED,
    ProvisionId("us-ugesp", ("note-3",)),
    _NO_LAW,
)
_SINCE_4A = date(2026, 7, 27)
_LARGEST: dict[str, tuple[Measure, ...]] = {
    "demographic parity difference": ("selection rate difference",),
    "equalised odds difference": ("true positive rate difference", "false positive rate difference"),
}


@dataclass(frozen=True, slots=True)
class FairnessReport:
    """The result and when the rule holds, with every comparison and every missing value it rests on."""

    result: ToolResult
    valid: Period
    compared: tuple[Compared, ...]
    missing: tuple[Missing, ...]


def measure_fairness(
    table: Table, columns: Columns, limits: Limits, draws: Draws, as_of: date
) -> FairnessReport:
    """Measure the groups of a file and hold them against the limits."""
    if as_of not in VALID:
        raise NotInForce(
            f"this test is evidence under provisions that hold {VALID}, not on {as_of}",
            remedy="Ask as of a later day.",
        )
    cases = read_cases(table, columns)
    compared = compare(cases, limits, draws)
    result = ToolResult(
        tool="fairness",
        version=VERSION,
        as_of=as_of,
        inputs=_inputs(table, columns, limits, draws),
        verdict=_outcome(compared),
        steps=(*_completeness(cases), *(told(item, limits) for item in compared), _meaning()),
        figures=tuple(_figures(compared)),
        citations=CITED,
        open_questions=tuple(_open(cases, compared, limits, as_of)),
    )
    return FairnessReport(result, VALID, compared, cases.missing)


def _inputs(table: Table, columns: Columns, limits: Limits, draws: Draws) -> Inputs:
    return {
        "file": table.name,
        "sha256": table.sha256,
        "rows": table.rows,
        "decision": columns.decision,
        "groups": list(columns.groups),
        "label": columns.label,
        "score": columns.score,
        "positive": columns.positive,
        "positive label": columns.positive_label,
        "limits": limits.name,
        "limit figures": {
            name: limit["value"] if limit else None
            for name, limit in asdict(limits).items()
            if name != "name"
        },
        "draws": draws.number,
        "seed": draws.seed,
    }


def _outcome(compared: tuple[Compared, ...]) -> Outcome:
    verdicts = {item.verdict for item in compared}
    if "limit missed" in verdicts:
        return "limit missed"
    if "amber" in verdicts:
        return "amber"
    return "within the limits" if "within the limit" in verdicts else "no verdict"


def _completeness(cases: Cases) -> Iterator[Step]:
    for missing in cases.missing:
        among = ", ".join(f"{group} {number}" for group, number in missing.groups)
        found = f"no: {missing.rows:,} of {missing.of:,} are empty" + (f" ({among})" if among else "")
        yield Step(
            question=f"Is {missing.column} filled in every row?",
            found=f"{found}; they are left out of what is measured by it"
            if missing.rows
            else f"yes, in {missing.of:,} rows",
            matters="What is missing may be missing more often in one group than in another.",
            provision=_COMPLETE,
        )


def _meaning() -> Step:
    return Step(
        question="Does a missed limit mean that the law was broken?",
        found="not by itself, nor does a limit kept show that it was not",
        matters="The four-fifths rule is a rule of thumb; limits of a policy are the firm's own.",
        provision=_NO_LAW,
    )


def _figures(compared: tuple[Compared, ...]) -> Iterator[Figure]:
    for item in compared:
        if item.figure is not None:
            name = f"{item.measure}, {item.column}: {item.group} against {item.against}"
            yield Figure(
                name, _decimal(item.figure), "ratio" if item.measure == "impact ratio" else "share"
            )
    for column in dict.fromkeys(item.column for item in compared):
        for name, measures in _LARGEST.items():
            judged = [
                item.figure
                for item in compared
                if item.column == column
                and item.measure in measures
                and item.figure is not None
                and item.verdict != "no verdict"
            ]
            if judged:
                yield Figure(f"{name}, {column}", _decimal(max(judged)), "share")


def _decimal(value: float) -> Decimal:
    return Decimal(f"{value:.6f}")


def _open(
    cases: Cases, compared: tuple[Compared, ...], limits: Limits, as_of: date
) -> Iterator[OpenQuestion]:
    ground = "Art. 4a(1) AI Act" if as_of >= _SINCE_4A else "Art. 10(5) AI Act"
    yield OpenQuestion(
        fact="ground for the group columns",
        question=f"Do {', '.join(cases.members)} hold special categories of personal data, and on which "
        "ground are they used?",
        matters=f"For detecting and correcting bias, {ground} allows it exceptionally and on conditions.",
    )
    yield from cases.alike
    for missing in cases.missing:
        if missing.rows:
            yield OpenQuestion(
                fact=f"missing: {missing.column}",
                question=f"Why do {missing.rows:,} of {missing.of:,} rows not say {missing.column}, and what "
                "do they hold?",
                matters="The figures are of the other rows only.",
            )
    small: dict[tuple[str, str], list[Compared]] = {}
    for item in compared:
        if item.size < limits.fewest.value:
            small.setdefault((item.column, item.group), []).append(item)
        elif item.figure is None and item.verdict != "the highest":
            yield _unavailable(item)
        elif item.figure is not None and item.counted < limits.fewest.value:
            yield OpenQuestion(
                fact=f"{item.measure}, {item.column}: {item.group}",
                question=f"Are there more cases? The {item.measure} of {item.group} rests on a rate of "
                f"{item.counted:g} persons.",
                matters="The group is large enough for a verdict, what is counted in it may not be.",
            )
    for items in small.values():
        yield _too_few(items, limits)


def _unavailable(item: Compared) -> OpenQuestion:
    lacking = "nobody is counted in it" if item.own is None else "there is no group to compare it with"
    return OpenQuestion(
        fact=f"{item.measure}, {item.column}: {item.group}",
        question=f"The {item.measure} of {item.group} is not available: {lacking}. Where are its cases?",
        matters="A rate without a denominator is no rate of zero.",
    )


def _too_few(items: list[Compared], limits: Limits) -> OpenQuestion:
    """One question a group: how much it would settle does not depend on the measure."""
    first = items[0]
    higher = [
        item.measure for item in items if item.own and item.other and item.own.value > item.other.value
    ]
    above = (
        f" It lies above every larger group by {' and '.join(higher)}, so that those might look worse."
        if higher
        else ""
    )
    return OpenQuestion(
        fact=f"cases, {first.column}: {first.group}",
        question=f"Are there more cases of {first.group}? There are {first.size}, and "
        f"{limits.fewest.value:g} are needed for a verdict.",
        matters=f"Nothing is said for or against how the group is treated.{above}",
    )
