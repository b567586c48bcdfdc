"""How sure a mean is: intervals by bootstrap over the questions, and paired ones of a difference.

Paired means that the same questions are drawn for both sides, so that what is hard about a question counts for
both and the interval tells of the difference alone.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

_RESAMPLES = 2_000
_SEED = 20261120

Values = NDArray[np.float64]


class Interval(BaseModel):
    """A mean over questions and the bounds between which it lies with a probability of 95 %."""

    model_config = ConfigDict(frozen=True)

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"

    @property
    def signed(self) -> str:
        """As a difference is written."""
        return f"{self.mean:+.3f} [{self.low:+.3f}, {self.high:+.3f}]"


def interval(values: Values) -> Interval:
    """The mean of one value a question."""
    return _around(values)


def difference(ours: Values, theirs: Values) -> Interval:
    """The mean of ours minus theirs, question by question in the same order."""
    if len(ours) != len(theirs):
        raise ValueError(f"{len(ours)} values cannot be paired with {len(theirs)}")
    return _around(ours - theirs)


def _around(values: Values) -> Interval:
    if not len(values):
        raise ValueError("there is no question to take a mean over")
    drawn = np.random.default_rng(_SEED).integers(len(values), size=(_RESAMPLES, len(values)))
    low, high = np.percentile(values[drawn].mean(axis=1), [2.5, 97.5])
    return Interval(mean=float(values.mean()), low=float(low), high=float(high))
