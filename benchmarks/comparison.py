"""Turns what each contestant found into figures, and holds ours against each of the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from benchmarks.article_questions import ArticleQuestion
from benchmarks.contestants import OURS
from benchmarks.intervals import Interval, Values, difference, interval
from benchmarks.measured import Outcome
from benchmarks.passage_sets import Question
from benchmarks.results import Contested, OnArticles, Times

Judge = Callable[[Sequence[Question], Sequence[Sequence[str]]], Mapping[str, Values]]

_FIRST_FIVE = 5
_PARTS: dict[str, Callable[[int], bool]] = {
    "all": lambda _number: True,
    "odd": lambda number: number % 2 == 1,
    "even": lambda number: number % 2 == 0,
}
"""Halves of the questions: weights can be chosen on the one and judged on the other."""


def times_of(outcome: Outcome) -> Times:
    """Median and 95th percentile of the time for one question."""
    median, p95 = np.percentile(outcome.seconds, [50, 95]) * 1000
    return Times(median=float(median), p95=float(p95))


def judged_by_passages(
    questions: Sequence[Question], outcomes: Sequence[tuple[str, Outcome]], judge: Judge
) -> tuple[Contested, ...]:
    """Quality for all questions and for each half; ``judge`` gives the values of each measure."""
    masks = {part: np.array([belongs(int(q.id)) for q in questions]) for part, belongs in _PARTS.items()}
    values = {name: judge(questions, _keys(outcome)) for name, outcome in outcomes}
    ours = values.get(OURS)
    return tuple(
        Contested(
            name=name,
            how=outcome.how,
            versions=outcome.versions,
            quality=_of_parts(masks, values[name], lambda held, _: interval(held)),
            ours_minus_this=None
            if ours is None or name == OURS
            else _of_parts(masks, ours, difference, values[name]),
            build_seconds=outcome.build_seconds,
            peak_megabytes=outcome.peak_megabytes,
            query=times_of(outcome),
        )
        for name, outcome in outcomes
    )


def judged_by_article(
    questions: Sequence[ArticleQuestion], outcomes: Sequence[tuple[str, Outcome]]
) -> tuple[OnArticles, ...]:
    """The share of questions whose article comes first, or among the first five."""
    shares = {name: _shares(questions, _keys(outcome)) for name, outcome in outcomes}
    ours = shares.get(OURS)
    return tuple(
        OnArticles(
            name=name,
            first=interval(shares[name]["first"]),
            first_five=interval(shares[name]["first five"]),
            ours_minus_this=None
            if ours is None or name == OURS
            else {kind: difference(ours[kind], shares[name][kind]) for kind in ours},
            query=times_of(outcome),
        )
        for name, outcome in outcomes
    )


def _keys(outcome: Outcome) -> list[list[str]]:
    return [[key for key, _ in found] for found in outcome.found]


def _of_parts(
    masks: Mapping[str, Values],
    values: Mapping[str, Values],
    judge: Callable[[Values, Values], Interval],
    others: Mapping[str, Values] | None = None,
) -> dict[str, dict[str, Interval]]:
    """For each part of the questions each measure, a part without questions left out."""
    against = others or values
    return {
        part: {measure: judge(values[measure][mask], against[measure][mask]) for measure in values}
        for part, mask in masks.items()
        if mask.any()
    }


def _shares(questions: Sequence[ArticleQuestion], found: Sequence[Sequence[str]]) -> dict[str, Values]:
    ranks = [question.rank_in(keys) for question, keys in zip(questions, found, strict=True)]
    return {
        "first": np.array([float(rank == 1) for rank in ranks]),
        "first five": np.array([float(rank is not None and rank <= _FIRST_FIVE) for rank in ranks]),
    }
