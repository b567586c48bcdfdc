from datetime import date
from pathlib import Path

import numpy as np

from copilot.actor import Actor
from copilot.law import Corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder
from copilot.retrieval.ranking import Ranking

DAY = date(2026, 1, 1)


def test_signals_are_weighed_and_added() -> None:
    ranking = Ranking({"near": 0.5, "recital": -1.0})

    gains = ranking.gain({"near": np.array([1, 0.5]), "recital": np.array([0, 1])})

    assert gains.tolist() == [0.5, -0.75]


def test_every_signal_has_a_learned_weight(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path, officer: Actor
) -> None:
    searcher = Searcher(small_corpus, embedder, indexed)

    _, _, candidates = searcher.candidates("broken lantern", as_of=DAY, actor=officer)

    assert set(candidates.signals) == set(Ranking.shipped().weights)


def test_what_the_law_is_made_of_ranks_before_what_surrounds_it() -> None:
    weights = Ranking.shipped().weights

    assert weights["recital"] < 0 < weights["act named"]
    assert weights["near"] > 0
