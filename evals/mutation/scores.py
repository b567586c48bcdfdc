"""Counts trials: kills by operator, false alarms by kind, each with Wilson's interval."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.mutation.trials import Trial

_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many; of none there is no share, and it is never taken for 0 or 1."""

    hits: int
    of: int

    @property
    def value(self) -> float | None:
        """The share itself."""
        return self.hits / self.of if self.of else None

    def interval(self) -> tuple[float, float] | None:
        """Wilson's score interval at 95 %."""
        if self.value is None:
            return None
        shrink = 1 + _Z**2 / self.of
        middle = (self.value + _Z**2 / (2 * self.of)) / shrink
        half = _Z / shrink * math.sqrt(self.value * (1 - self.value) / self.of + _Z**2 / (4 * self.of**2))
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        limits = self.interval()
        if self.value is None or limits is None:
            return "none"
        return f"{self.value:.1%} ({self.hits}/{self.of}; {limits[0]:.1%} to {limits[1]:.1%})"


@dataclass(frozen=True, slots=True)
class Kills:
    """What became of the mutants of one operator, or of all.

    ``unpaired`` had a parent that was blocked itself and count neither way. ``downgraded`` got through but
    lost the grade ``quoted`` that their parent has.
    """

    share: Share
    unpaired: int
    downgraded: int
    by_where: dict[str, Share]
    by_check: dict[str, int]


def kills(trials: Iterable[Trial]) -> Kills:
    """Count the mutants among the trials."""
    mutants = [trial for trial in trials if trial.role == "mutant"]
    paired = [trial for trial in mutants if trial.paired]
    killed = [trial for trial in paired if trial.verdict.blocked]
    places = sorted({trial.altered.where for trial in paired})
    return Kills(
        share=Share(len(killed), len(paired)),
        unpaired=len(mutants) - len(paired),
        downgraded=sum(
            trial.parent.grade == "quoted" and trial.verdict.grade != "quoted"
            for trial in paired
            if not trial.verdict.blocked
        ),
        by_where={
            where: blocked([trial for trial in paired if trial.altered.where == where]) for where in places
        },
        by_check=dict(Counter(check for trial in killed for check in trial.verdict.checks).most_common()),
    )


def blocked(trials: Sequence[Trial]) -> Share:
    """How many of the trials were blocked, whatever they are."""
    return Share(sum(trial.verdict.blocked for trial in trials), len(trials))
