"""Group metrics: each group held against the one with the highest rate."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from copilot.rules.fairness import calibration, intervals, rates
from copilot.rules.fairness.cases import Cases
from copilot.rules.fairness.intervals import Interval, Rate
from copilot.rules.fairness.limits import Limit, Limits

Measure: TypeAlias = Literal[
    "impact ratio",
    "selection rate difference",
    "true positive rate difference",
    "false positive rate difference",
    "calibration difference",
]
Verdict: TypeAlias = Literal[
    "limit missed", "amber", "within the limit", "no limit", "no verdict", "the highest"
]
Method: TypeAlias = Literal["Donner and Zou, from Wilson", "Newcombe, from Wilson", "bootstrap"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What one group has by itself: a rate or a calibration gap, and over how many persons."""

    value: float
    persons: int
    interval: Interval


@dataclass(frozen=True, slots=True)
class Compared:
    """One group held against another by one measure, with what the figure rests on.

    Without persons to count, or without a group to compare with, a figure is not available; it is
    never zero. ``size`` is the whole group, of which ``own.persons`` are counted.
    """

    measure: Measure
    column: str
    group: str
    size: int
    own: Standing | None
    against: str | None
    other: Standing | None
    figure: float | None
    interval: Interval | None
    method: Method
    limit: Limit | None
    verdict: Verdict
    small_sample: bool

    @property
    def counted(self) -> float:
        """The persons behind the smaller of the two rates; without any, infinitely many."""
        return _fewest((self.own, self.other))


@dataclass(frozen=True, slots=True)
class _Scale:
    measure: Measure
    method: Method
    limit: Limit | None
    figure: Callable[[str, str], tuple[float, Interval] | None]


def compare(cases: Cases, limits: Limits, draws: calibration.Draws) -> tuple[Compared, ...]:
    """Every measure the columns allow, for every group of every column."""
    found: list[Compared] = []
    for column in cases.members:
        held = partial(_held, column, _sizes(cases, column), limits)
        selected = rates.among_all(cases, column)
        found += held(_ratios(selected, limits.impact_ratio), _standings(selected))
        found += held(_differences("selection rate difference", selected, None), _standings(selected))
        if cases.labels is None:
            continue
        right = rates.among_labelled(cases, column, label=True)
        scale = _differences("true positive rate difference", right, limits.true_positive)
        found += held(scale, _standings(right))
        wrong = rates.among_labelled(cases, column, label=False)
        scale = _differences("false positive rate difference", wrong, limits.false_positive)
        found += held(scale, _standings(wrong))
        if cases.scores is not None:
            gaps = calibration.gaps(cases, column, draws)
            scale = _Scale(
                "calibration difference",
                "bootstrap",
                limits.calibration,
                partial(calibration.difference, gaps),
            )
            own = {group: Standing(gap.value, gap.persons, gap.interval()) for group, gap in gaps.items()}
            found += held(scale, own)
    return tuple(found)


def _sizes(cases: Cases, column: str) -> dict[str, int]:
    sizes = dict.fromkeys(cases.possible[column], 0)
    for group, decision in zip(cases.members[column], cases.decisions, strict=True):
        if group is not None and decision is not None:
            sizes[group] += 1
    return sizes


def _standings(own: Mapping[str, Rate]) -> dict[str, Standing]:
    return {group: Standing(rate.value, rate.persons, rate.wilson()) for group, rate in own.items()}


def _ratios(own: Mapping[str, Rate], limit: Limit) -> _Scale:
    def figure(group: str, best: str) -> tuple[float, Interval] | None:
        if own[best].chosen == 0:
            return None
        return own[group].value / own[best].value, intervals.ratio(own[group], own[best])

    return _Scale("impact ratio", "Donner and Zou, from Wilson", limit, figure)


def _differences(measure: Measure, own: Mapping[str, Rate], limit: Limit | None) -> _Scale:
    def figure(group: str, best: str) -> tuple[float, Interval]:
        return own[best].value - own[group].value, intervals.difference(own[best], own[group])

    return _Scale(measure, "Newcombe, from Wilson", limit, figure)


def _held(
    column: str, sizes: Mapping[str, int], limits: Limits, scale: _Scale, own: Mapping[str, Standing]
) -> list[Compared]:
    best = _highest(own, sizes, limits)
    found = []
    for group, size in sizes.items():
        apart = best is not None and group != best and group in own
        figure, interval = (scale.figure(group, best) if apart and best else None) or (None, None)
        standing = own.get(group)
        other = own[best] if best is not None and group != best else None
        found.append(
            Compared(
                measure=scale.measure,
                column=column,
                group=group,
                size=size,
                own=standing,
                against=best if group != best else None,
                other=other,
                figure=figure,
                interval=interval,
                method=scale.method,
                limit=scale.limit,
                verdict="the highest" if group == best else _verdict(figure, size, scale, limits),
                small_sample=_fewest((standing, other)) < limits.small.value,
            )
        )
    return found


def _fewest(standings: Iterable[Standing | None]) -> float:
    return min((standing.persons for standing in standings if standing is not None), default=math.inf)


def _highest(own: Mapping[str, Standing], sizes: Mapping[str, int], limits: Limits) -> str | None:
    """The group with the highest rate among those large enough to be judged by."""
    large = [group for group in own if sizes.get(group, 0) >= limits.fewest.value]
    return max(sorted(large), key=lambda group: own[group].value, default=None)


def _verdict(figure: float | None, size: int, scale: _Scale, limits: Limits) -> Verdict:
    if figure is None or size < limits.fewest.value:
        return "no verdict"
    if scale.limit is None:
        return "no limit"
    # Nine digits: 0.40 / 0.50 is 0.8 and no hair above or below it.
    exact = round(figure, 9)
    if scale.measure != "impact ratio":
        return "limit missed" if exact > scale.limit.value else "within the limit"
    if exact < scale.limit.value:
        return "limit missed"
    return "amber" if limits.amber is not None and exact < limits.amber.value else "within the limit"
