"""The second look at what was found first: a weighted sum of signals, its weights learned on questions of our own.

``ranking.json`` holds the weights, by signal; ``benchmarks/learn_ranking.py`` learns them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

_FILE = "ranking.json"


@dataclass(frozen=True, slots=True)
class Ranking:
    """What each signal weighs beside the first score, which weighs 1."""

    weights: Mapping[str, float]

    @classmethod
    @cache
    def shipped(cls) -> Ranking:
        """The weights that come with the copilot."""
        return cls(json.loads(files("copilot.retrieval").joinpath(_FILE).read_text(encoding="utf-8")))

    def gain(self, signals: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        """What the signals add to the score of every candidate."""
        weighed = np.stack([self.weights[name] * values for name, values in signals.items()])
        total: NDArray[np.float32] = weighed.sum(axis=0, dtype=np.float32)
        return total
