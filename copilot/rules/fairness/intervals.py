"""Intervals at 95 % for a rate, a difference and a ratio of two rates.

All begin with Wilson's score interval of a rate, which keeps its promise for small groups and for
rates of 0 and 1, where a bootstrap gives an interval of no width. Newcombe (1998, method 10) combines
two of them for a difference, Donner and Zou (2012) for a ratio. None draws a random number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, both within."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of so many persons, at least one."""

    chosen: int
    persons: int

    @property
    def value(self) -> float:
        """The share chosen."""
        return self.chosen / self.persons

    def wilson(self) -> Interval:
        """Wilson's score interval."""
        share, persons = self.value, self.persons
        middle = share + _Z**2 / (2 * persons)
        half = _Z * math.sqrt(share * (1 - share) / persons + _Z**2 / (4 * persons**2))
        whole = 1 + _Z**2 / persons
        low = 0.0 if self.chosen == 0 else (middle - half) / whole
        high = 1.0 if self.chosen == persons else (middle + half) / whole
        return Interval(low, high)


def difference(first: Rate, second: Rate) -> Interval:
    """Newcombe's interval of ``first`` less ``second``."""
    one, two = first.wilson(), second.wilson()
    gap = first.value - second.value
    low = gap - math.hypot(first.value - one.low, two.high - second.value)
    high = gap + math.hypot(one.high - first.value, second.value - two.low)
    return Interval(max(-1.0, low), min(1.0, high))


def ratio(first: Rate, second: Rate) -> Interval:
    """Donner and Zou's interval of ``first`` over ``second``, of which somebody was chosen."""
    one, two = first.wilson(), second.wilson()
    product = first.value * second.value
    least = one.low * (2 * first.value - one.low)
    most = two.low * (2 * second.value - two.low)
    low = (
        least / (product + _root(product, least * two.high * (2 * second.value - two.high)))
        if least
        else 0.0
    )
    high = (product + _root(product, most * one.high * (2 * first.value - one.high))) / most
    return Interval(low, high)


def _root(product: float, taken: float) -> float:
    return math.sqrt(max(0.0, product**2 - taken))
