"""The cases a test is about: what was decided, on whom, and what the file does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from copilot.errors import ToolInputError
from copilot.rules.fairness.table import Table, Values
from copilot.rules.result import OpenQuestion

_JOINED = "+"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; ``groups`` may join columns: ``sex+age`` makes a group of each pair.

    ``positive`` is the value of a favourable decision, ``positive_label`` of a favourable outcome.
    """

    decision: str
    groups: tuple[str, ...]
    label: str | None = None
    score: str | None = None
    positive: str | None = None
    positive_label: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """How many rows hold nothing in a column; where it is the decision's, of which group they are."""

    column: str
    rows: int
    of: int
    groups: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Cases:
    """The rows of a file as decisions, labels, scores and groups, each row in its place."""

    decisions: tuple[bool | None, ...]
    labels: tuple[bool | None, ...] | None
    scores: tuple[float | None, ...] | None
    members: Mapping[str, Values]
    possible: Mapping[str, tuple[str, ...]]
    missing: tuple[Missing, ...]
    alike: tuple[OpenQuestion, ...]


def read_cases(table: Table, columns: Columns) -> Cases:
    """Take the columns out of a table; an error says which of them cannot be measured."""
    if not columns.groups:
        raise ToolInputError("no column of groups is named", remedy="Name one: --group COLUMN.")
    if columns.score and not columns.label:
        raise ToolInputError(
            "a score by itself cannot be held against anything",
            remedy="Name the column of what came true, too: --label COLUMN.",
        )
    decisions = table.yes_or_no(columns.decision, columns.positive)
    kinds = set(decisions) - {None}
    if len(kinds) < 2:
        held = "nothing" if not kinds else "one value only"
        raise ToolInputError(
            f"column {columns.decision!r} of {table.name} holds {held}: there are no rates to compare",
            remedy="Take a file with favourable and unfavourable decisions.",
        )
    labels = table.yes_or_no(columns.label, columns.positive_label) if columns.label else None
    scores = table.numbers(columns.score) if columns.score else None
    members = {spec: _members(table, spec) for spec in columns.groups}
    named = {column for spec in columns.groups for column in _parts(table, spec)}
    held_empty = {
        columns.decision: decisions,
        **({columns.label: labels} if columns.label and labels else {}),
        **({columns.score: scores} if columns.score and scores else {}),
        **{column: table.values(column) for column in sorted(named)},
    }
    return Cases(
        decisions,
        labels,
        scores,
        members,
        {spec: _possible(table, spec) for spec in columns.groups},
        tuple(
            _missing(column, values, members if column == columns.decision else {})
            for column, values in held_empty.items()
        ),
        tuple(question for column in sorted(named) for question in _alike(table, column)),
    )


def _parts(table: Table, spec: str) -> tuple[str, ...]:
    return (spec,) if spec in table.columns else tuple(spec.split(_JOINED))


def _members(table: Table, spec: str) -> Values:
    """The group of each row; none where one of its parts is missing."""
    rows = zip(*(table.values(column) for column in _parts(table, spec)), strict=True)
    members = tuple(None if None in row else f" {_JOINED} ".join(map(str, row)) for row in rows)
    groups = set(members) - {None}
    if len(groups) < 2:
        raise ToolInputError(
            f"{spec!r} of {table.name} holds {len(groups)} group{'s' * (len(groups) != 1)}: "
            "there is nothing to compare",
            remedy="Name a column with two groups or more.",
        )
    return members


def _possible(table: Table, spec: str) -> tuple[str, ...]:
    """Every group there might be, those without a person included."""
    each = [
        sorted({value for value in table.values(column) if value is not None} | set(table.declared(column)))
        for column in _parts(table, spec)
    ]
    return tuple(f" {_JOINED} ".join(parts) for parts in product(*each))


def _missing(column: str, values: Sequence[object], members: Mapping[str, Values]) -> Missing:
    empty = [row for row, value in enumerate(values) if value is None]
    groups = Counter(f"{spec}: {of[row] or 'not told'}" for spec, of in members.items() for row in empty)
    return Missing(column, len(empty), len(values), tuple(sorted(groups.items())))


def _alike(table: Table, column: str) -> tuple[OpenQuestion, ...]:
    """Values that differ in nothing but spaces and capitals may be one group written in two ways."""
    spelled: dict[str, set[str]] = {}
    for value in table.values(column):
        if value is not None:
            spelled.setdefault(" ".join(value.lower().split()), set()).add(value)
    return tuple(
        OpenQuestion(
            fact=f"group spelling: {column}",
            question=f"Are {' and '.join(repr(value) for value in sorted(values))} in {column!r} one group?",
            matters="They are counted apart, which makes each smaller and can hide or make a difference.",
        )
        for _, values in sorted(spelled.items())
        if len(values) > 1
    )
