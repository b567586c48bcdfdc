"""Calibration in the large: how far a group's outcomes lie above what its scores foretold.

A policy that limits a "difference in calibration" may mean another measure of it; this is the one
taken here. Scores are read as probabilities of the favourable label.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from copilot.errors import ToolInputError
from copilot.rules.fairness.cases import Cases
from copilot.rules.fairness.intervals import Interval

_Numbers: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Draws:
    """How often the bootstrap draws, and the seed that makes it draw the same again."""

    number: int
    seed: int


@dataclass(frozen=True, slots=True)
class Gap:
    """The mean outcome less the mean score of a group, and the same for each sample drawn of it."""

    value: float
    persons: int
    drawn: _Numbers

    def interval(self) -> Interval:
        """The middle 95 % of what was drawn."""
        return _middle(self.drawn)


def gaps(cases: Cases, column: str, draws: Draws) -> dict[str, Gap]:
    """The gap of each group that has persons with both a label and a score."""
    rows: dict[str, list[float]] = {}
    held = zip(cases.members[column], cases.labels or (), cases.scores or (), strict=True)
    for group, label, score in held:
        if score is not None and not 0 <= score <= 1:
            raise ToolInputError(
                f"a score of {score:g} is no probability", remedy="Give scores from 0 to 1, or none."
            )
        if group is not None and label is not None and score is not None:
            rows.setdefault(group, []).append(label - score)
    return {
        group: _gap(np.array(rows[group]), np.random.default_rng([draws.seed, place]), draws.number)
        for place, group in enumerate(sorted(rows))
    }


def difference(held: Mapping[str, Gap], group: str, best: str) -> tuple[float, Interval]:
    """How far the gap of ``group`` lies below that of ``best``; groups are drawn independently."""
    return held[best].value - held[group].value, _middle(held[best].drawn - held[group].drawn)


def _gap(values: _Numbers, drawing: np.random.Generator, number: int) -> Gap:
    drawn = np.array([drawing.choice(values, len(values)).mean() for _ in range(number)])
    return Gap(float(values.mean()), len(values), drawn)


def _middle(drawn: _Numbers) -> Interval:
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Interval(float(low), float(high))
