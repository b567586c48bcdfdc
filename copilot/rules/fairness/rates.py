"""The rate of favourable decisions in each group, as Fairlearn counts it.

Fairlearn gives a true positive rate of 0 to a group without positives. It is asked here for the
selection rate among those with a positive label instead, which is the same figure and leaves such a
group out: a rate of nobody is not available.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from copilot.rules.fairness.cases import Cases
from copilot.rules.fairness.intervals import Rate


def among_all(cases: Cases, column: str) -> dict[str, Rate]:
    """The selection rate: favourable decisions among all persons of a group."""
    return _rates(zip(cases.members[column], cases.decisions, strict=True))


def among_labelled(cases: Cases, column: str, *, label: bool) -> dict[str, Rate]:
    """The true positive rate, or the false positive rate where the label is not the favourable one."""
    rows = zip(cases.members[column], cases.decisions, cases.labels or (), strict=True)
    return _rates((group, decision) for group, decision, known in rows if known is label)


def _rates(rows: Iterable[tuple[str | None, bool | None]]) -> dict[str, Rate]:
    from fairlearn.metrics import MetricFrame, count, selection_rate

    told = [(group, decision) for group, decision in rows if group is not None and decision is not None]
    if not told:
        return {}
    decisions = np.array([int(decision) for _, decision in told])
    frame = MetricFrame(
        metrics={"rate": selection_rate, "persons": count},
        y_true=decisions,
        y_pred=decisions,
        sensitive_features=[group for group, _ in told],
    )
    return {
        str(group): Rate(round(rate * persons), int(persons))
        for group, rate, persons in frame.by_group.itertuples(name=None)
    }
