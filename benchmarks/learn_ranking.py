"""Learns what the signals of the ranking weigh, on questions of our own, and writes ``ranking.json``.

    python benchmarks/learn_ranking.py [--write]

Logistic regression over pairs: of two candidates for a question the better one should score higher. The first
score keeps a weight near the one it starts with, so that plain matching stays what it is. Prints how often the
right paragraph, and the right article, comes first and among the first five: for questions left out of learning.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from scipy.optimize import minimize

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import ProvisionId, load_corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, build_index, silently

_QUESTIONS = Path(__file__).with_name("ranking-questions.jsonl")
_WEIGHTS = Path(__file__).parents[1] / "copilot" / "retrieval" / "ranking.json"
_DAY = date(2026, 11, 20)
_FOLDS, _SEED = 5, 20261120
_FIRST_SCORE, _RESTRAINT = 10.0, 0.003
_MORE_RESTRAINT = {"near": 0.01}
"""Officers' words are seldom the law's, so our questions favour nearness in meaning more than others' do."""

_EXACT, _PARAGRAPH, _ARTICLE = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the first score and the signals of every candidate, and how right each is."""

    values: NDArray[np.float64]
    grades: NDArray[np.int64]
    paragraphs: Sequence[tuple[str, ...]]


def main() -> None:
    """Look every question up, judge by folds, learn from all, and write where asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help=f"write {_WEIGHTS.name}")
    parser.add_argument(
        "--data", type=Path, help="folder of an index that is kept from one run to the next"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        signals, asked = _look_up(given.data or Path(folder))
    restraint = np.array([_RESTRAINT, *(_MORE_RESTRAINT.get(name, _RESTRAINT) for name in signals)])
    groups = np.array_split(np.random.default_rng(_SEED).permutation(len(asked)), _FOLDS)
    judged: list[tuple[bool, ...]] = []
    for group in groups:
        weights = _learn([asked[other] for other in set(range(len(asked))) - set(group)], restraint)
        judged += [_judge(asked[left_out], weights) for left_out in group]
    shares = np.mean(judged, axis=0)
    console = Console()
    console.print(f"{len(asked)} questions, left out of learning in turn")
    console.print(f"right paragraph: first {shares[0]:.1%}, in first five {shares[1]:.1%}")
    console.print(f"right article:   first {shares[2]:.1%}, in first five {shares[3]:.1%}")
    learned = _learn(asked, restraint)
    learned_weights = {
        name: round(float(weight / learned[0]), 4)
        for name, weight in zip(signals, learned[1:], strict=True)
    }
    console.print(json.dumps(learned_weights, indent=2))
    if given.write:
        _WEIGHTS.write_text(json.dumps(learned_weights, indent=2) + "\n", encoding="utf-8")


def _look_up(data_folder: Path) -> tuple[tuple[str, ...], list[Asked]]:
    corpus, embedder = load_corpus(policies=None), SentenceTransformersEmbedder("bundled")
    build_index(corpus, embedder, data_folder, silently, anew=False)
    searcher = Searcher(corpus, embedder, data_folder)
    actor = Actor("benchmark", frozenset({EVERY_AUDIENCE}))
    names: tuple[str, ...] = ()
    asked = []
    for line in _QUESTIONS.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        right = [ProvisionId.parse(answer) for answer in record["answers"]]
        wordings, first, candidates = searcher.candidates(record["question"], as_of=_DAY, actor=actor)
        names = tuple(candidates.signals)
        asked.append(
            Asked(
                np.column_stack([first, *candidates.signals.values()]).astype(np.float64),
                np.array([max(_grade(wording.id, answer) for answer in right) for wording in wordings]),
                [(wording.instrument, *wording.id.segments[:2]) for wording in wordings],
            )
        )
    return names, asked


def _grade(found: ProvisionId, right: ProvisionId) -> int:
    if found.instrument != right.instrument or found.segments[0] != right.segments[0]:
        return 0
    if found == right:
        return _EXACT
    return _PARAGRAPH if found.segments[:2] == right.segments[:2] else _ARTICLE


def _learn(asked: Sequence[Asked], restraint: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of the first score and of the signals; every question counts alike."""
    differences, counts = [], []
    for question in asked:
        best = question.grades.max(initial=0)
        right, wrong = np.flatnonzero(question.grades == best), np.flatnonzero(question.grades < best)
        if best and len(wrong):
            one, other = np.repeat(right, len(wrong)), np.tile(wrong, len(right))
            differences.append(question.values[one] - question.values[other])
            count = (question.grades[one] - question.grades[other]).astype(np.float64)
            counts.append(count / count.sum())
    apart, count = np.vstack(differences), np.concatenate(counts) / len(asked)
    spread = np.sqrt((apart**2).mean(axis=0)) + 1e-9
    scaled, at_first = apart / spread, apart[:, 0] * _FIRST_SCORE

    def loss(change: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = np.clip(at_first + scaled @ change, -50, 50)
        slope = -1 / (1 + np.exp(margin))
        cost = float(count @ np.logaddexp(0, -margin) + restraint * change @ change)
        return cost, scaled.T @ (count * slope) + 2 * restraint * change

    change = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    learned: NDArray[np.float64] = change / spread
    learned[0] += _FIRST_SCORE
    return learned


def _judge(question: Asked, weights: NDArray[np.float64]) -> tuple[bool, bool, bool, bool]:
    """Whether the right paragraph, and the right article, comes first and among the first five."""
    shown: dict[tuple[str, ...], int] = {}
    for row in np.argsort(-(question.values @ weights), kind="stable"):
        shown.setdefault(question.paragraphs[row], int(question.grades[row]))
    grades = list(shown.values())[:5]
    return (
        grades[0] >= _PARAGRAPH,
        max(grades) >= _PARAGRAPH,
        grades[0] >= _ARTICLE,
        max(grades) >= _ARTICLE,
    )


if __name__ == "__main__":
    main()
