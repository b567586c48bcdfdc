"""Drift of one column between a reference and a current file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from copilot.errors import ToolInputError
from copilot.rules.drift.index import (
    Bin,
    bins_of_categories,
    bins_of_numbers,
    expected_by_chance,
    stability_index,
)
from copilot.rules.drift.limits import DriftLimits
from copilot.rules.fairness import Table, as_number

Kind: TypeAlias = Literal["numbers", "categories"]
DriftVerdict: TypeAlias = Literal["act", "watch", "stable", "no verdict"]


@dataclass(frozen=True, slots=True)
class KolmogorovSmirnov:
    """The largest distance between the two distributions, and how often chance alone goes as far."""

    statistic: float
    p_value: float


@dataclass(frozen=True, slots=True)
class Drifted:
    """How one column moved; without a value in either file the index is not available.

    ``by_chance`` is about what the index is for files of this size where nothing moved.
    """

    column: str
    kind: Kind
    bins: tuple[Bin, ...]
    missing_reference: int
    missing_current: int
    index: float | None
    by_chance: float | None
    test: KolmogorovSmirnov | None
    verdict: DriftVerdict


def drift_of(
    reference: Table, current: Table, column: str, kind: Kind | None, limits: DriftLimits
) -> Drifted:
    """Measure one column; it is of numbers where every value of the reference is one."""
    before, now = reference.values(column), current.values(column)
    missing = sum(value is None for value in before), sum(value is None for value in now)
    if missing[0] == len(before) or missing[1] == len(now):
        return Drifted(column, kind or "categories", (), *missing, None, None, None, "no verdict")
    kind = kind or _kind(reference, current, column)
    test = None
    if kind == "numbers":
        numbers = reference.numbers(column), current.numbers(column)
        bins = bins_of_numbers(*numbers, limits.bins)
        test = _kolmogorov_smirnov(*numbers)
    else:
        bins = bins_of_categories(before, now)
    index = stability_index(bins, limits.floor)
    chance = expected_by_chance(bins)
    return Drifted(column, kind, bins, *missing, index, chance, test, _verdict(index, limits))


def _kind(reference: Table, current: Table, column: str) -> Kind:
    before, now = (
        [value is None or as_number(value) is not None for value in table.values(column)]
        for table in (reference, current)
    )
    if not all(before):
        return "categories"
    if all(now):
        return "numbers"
    row = now.index(False)
    raise ToolInputError(
        f"column {column!r} holds numbers in {reference.name} and "
        f"{current.values(column)[row]!r} in row {row + 1} of {current.name}",
        remedy="Correct the row, or say that the column is of categories: --categorical COLUMN.",
    )


def _kolmogorov_smirnov(
    before: tuple[float | None, ...], now: tuple[float | None, ...]
) -> KolmogorovSmirnov:
    from scipy.stats import ks_2samp

    found = ks_2samp(*([value for value in values if value is not None] for values in (before, now)))
    return KolmogorovSmirnov(float(found.statistic), float(found.pvalue))


def _verdict(index: float, limits: DriftLimits) -> DriftVerdict:
    exact = round(index, 9)
    if exact > limits.act:
        return "act"
    return "watch" if exact > limits.watch else "stable"
