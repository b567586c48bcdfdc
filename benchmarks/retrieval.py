"""Measures our search on questions with known answers: quality with intervals, and time. Prints a table.

    python benchmarks/retrieval.py --documents documents.zip --questions dev.json

Nothing is trained on the set. The two halves of the questions are reported apart, so that weights can be chosen on
the one and judged on the other.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

import ir_measures
import numpy as np
from ir_measures import AP, R, nDCG
from passage_sets import PassageSet, Question, read_passage_set
from rich.console import Console
from rich.table import Table

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, build_index, silently

_DAY = date(2026, 11, 20)
_MEASURES = (R @ 10, AP @ 10, nDCG @ 10)
_RESAMPLES = 2_000
_SEED = 20261120


def main() -> None:
    """Build the index, ask every question, print quality and time."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--questions", type=Path, required=True)
    given = parser.parse_args()
    passages = read_passage_set(given.documents, given.questions)
    with tempfile.TemporaryDirectory() as folder:
        embedder = SentenceTransformersEmbedder("bundled")
        begun = perf_counter()
        build_index(passages.corpus, embedder, Path(folder), silently, anew=False)
        built = perf_counter() - begun
        searcher = Searcher(passages.corpus, embedder, Path(folder))
        run, times = _ask(passages, searcher)
    _print(passages, run, times, built)


def _ask(passages: PassageSet, searcher: Searcher) -> tuple[list[ir_measures.ScoredDoc], list[float]]:
    actor = Actor("benchmark", frozenset({EVERY_AUDIENCE}))
    run, times = [], []
    for question in passages.questions:
        begun = perf_counter()
        found = searcher.search(question.text, as_of=_DAY, actor=actor, top=10)
        times.append(perf_counter() - begun)
        run += [ir_measures.ScoredDoc(question.id, str(hit.provision.id), hit.score) for hit in found]
    return run, times


def _print(
    passages: PassageSet, run: list[ir_measures.ScoredDoc], times: list[float], built: float
) -> None:
    count = len(list(passages.corpus.wordings()))
    table = Table("Questions", *map(str, _MEASURES), title=f"{count} passages")
    halves: tuple[tuple[str, Callable[[int], bool]], ...] = (
        ("all", lambda number: True),  # noqa: ARG005  # the third of three like it
        ("odd", lambda number: number % 2 == 1),
        ("even", lambda number: number % 2 == 0),
    )
    for name, belongs in halves:
        asked = [question for question in passages.questions if belongs(int(question.id))]
        table.add_row(f"{name} ({len(asked)})", *_scores(asked, run))
    console = Console()
    console.print(table)
    p50, p95 = np.percentile(times, [50, 95]) * 1000
    console.print(f"query p50 {p50:.0f} ms, p95 {p95:.0f} ms, embedding included; build {built:.0f} s")


def _scores(asked: Sequence[Question], run: list[ir_measures.ScoredDoc]) -> list[str]:
    """Each measure with its 95 % interval by bootstrap over the questions."""
    wanted = {question.id for question in asked}
    truth = [ir_measures.Qrel(question.id, key, 1) for question in asked for key in question.answers]
    answers = [answer for answer in run if answer.query_id in wanted]
    found: dict[str, dict[str, float]] = {str(measure): dict.fromkeys(wanted, 0.0) for measure in _MEASURES}
    for metric in ir_measures.iter_calc(list(_MEASURES), truth, answers):
        found[str(metric.measure)][metric.query_id] = metric.value
    chance = np.random.default_rng(_SEED)
    cells = []
    for by_question in found.values():
        values = np.array(list(by_question.values()))
        means = chance.choice(values, (_RESAMPLES, len(values))).mean(axis=1)
        low, high = np.percentile(means, [2.5, 97.5])
        cells.append(f"{values.mean():.3f} [{low:.3f}, {high:.3f}]")
    return cells


if __name__ == "__main__":
    main()
