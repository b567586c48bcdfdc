"""The population stability index of a column: how its shares moved between two files.

Bins are cut at the quantiles of the reference, so that each holds about as many of its cases. A value
is a bin of its own where the column is of categories; what the reference never held is one more bin, and
so is "missing" where either file misses a value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

_NEW = "not in the reference"
_MISSING = "missing"
_Value = TypeVar("_Value")
_Numbers: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bin:
    """One part of a column's range and how many cases of each file lie in it."""

    name: str
    reference: int
    current: int


def bins_of_numbers(
    reference: Sequence[float | None], current: Sequence[float | None], most: int
) -> tuple[Bin, ...]:
    """At most ``most`` bins, from a quantile of the reference to the next; both ends are open."""
    held = np.array([value for value in reference if value is not None])
    edges = _edges(held, most)
    names = _ranges(edges) if held.min() < held.max() else _around(held[0])

    def place(value: float) -> int:
        return int(np.searchsorted(edges, value))

    return _bins(names, *(_counted(values, place, len(names)) for values in (reference, current)))


def bins_of_categories(reference: Sequence[str | None], current: Sequence[str | None]) -> tuple[Bin, ...]:
    """A bin for each category of the reference, and one for all that are new."""
    known = sorted({value for value in reference if value is not None})
    places = {value: place for place, value in enumerate(known)}
    names = (*known, _NEW)

    def place(value: str) -> int:
        return places.get(value, len(known))

    return _bins(names, *(_counted(values, place, len(names)) for values in (reference, current)))


def stability_index(bins: Sequence[Bin], floor: float) -> float:
    """The sum of (q - p) ln(q / p) over the bins; a share below ``floor`` counts as ``floor``."""
    before = sum(held.reference for held in bins)
    now = sum(held.current for held in bins)
    shares = ((max(held.reference / before, floor), max(held.current / now, floor)) for held in bins)
    return math.fsum((q - p) * math.log(q / p) for p, q in shares)


def expected_by_chance(bins: Sequence[Bin]) -> float:
    """About what the index is where nothing moved, for files of this size: it never is 0."""
    before = sum(held.reference for held in bins)
    now = sum(held.current for held in bins)
    return (len(bins) - 1) * (1 / before + 1 / now)


def _edges(reference: _Numbers, most: int) -> _Numbers:
    """The upper ends of all bins but the last."""
    distinct = np.unique(reference)
    if len(distinct) == 1:
        return np.array([np.nextafter(distinct[0], -math.inf), distinct[0]])
    if len(distinct) <= most:
        return distinct[:-1]
    cuts = np.quantile(reference, [part / most for part in range(1, most)], method="inverted_cdf")
    cuts = np.unique(cuts)
    inner: _Numbers = cuts[cuts < distinct[-1]]
    return inner


def _ranges(edges: _Numbers) -> tuple[str, ...]:
    ends = [f"{edge:.6g}" for edge in edges]
    if len(set(ends)) < len(ends):
        ends = [repr(float(edge)) for edge in edges]
    between = [f"above {low} to {high}" for low, high in pairwise(ends)]
    return (f"up to {ends[0]}", *between, f"above {ends[-1]}")


def _around(only: float) -> tuple[str, ...]:
    return (f"below {only:.6g}", f"{only:.6g}", f"above {only:.6g}")


def _counted(values: Sequence[_Value | None], place: Callable[[_Value], int], bins: int) -> list[int]:
    """How many values lie in each bin; the last count is of those missing."""
    counts = [0] * (bins + 1)
    for value in values:
        counts[bins if value is None else place(value)] += 1
    return counts


def _bins(names: Sequence[str], before: Sequence[int], now: Sequence[int]) -> tuple[Bin, ...]:
    """Every bin that a case of either file lies in."""
    held = zip((*names, _MISSING), before, now, strict=True)
    return tuple(Bin(name, reference, current) for name, reference, current in held if reference or current)
