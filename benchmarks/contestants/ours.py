"""Ours: the index and the searcher of the copilot, as ``copilot search`` uses them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.contestants.contestant import TOP, Passage
from benchmarks.given_vectors import GivenVectors
from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import Corpus, Instrument, Period, Provision, ProvisionId, load_corpus
from copilot.law.provision import Placed
from copilot.retrieval import (
    Embedder,
    Progress,
    Searcher,
    SentenceTransformersEmbedder,
    Vectors,
    build_index,
    silently,
)

DAY = date(2026, 11, 20)
_START = date(2000, 1, 1)
_ACTOR = Actor("benchmark", frozenset({EVERY_AUDIENCE}))


class Ours:
    """Our search over passages that are made into a corpus of their own."""

    how = "BM25 over several fields of a text and exact cosine, weighed into one score"
    packages = ("regulatory-copilot", "chromadb", "numpy", "sentence-transformers", "torch", "transformers")

    def __init__(self, folder: Path, _model: Path) -> None:
        self._folder = folder

    def build(self, passages: Sequence[Passage], vectors: GivenVectors | None) -> None:
        """Index the passages as wordings that are in force and open to all."""
        corpus = self._corpus(passages)
        bundled = SentenceTransformersEmbedder("bundled")
        embedder: Embedder = bundled if vectors is None else _QuestionsOnly(bundled, vectors)
        build_index(corpus, embedder, self._folder, silently, anew=False)
        self._searcher = Searcher(corpus, embedder, self._folder)

    def ask(self, question: str) -> list[tuple[str, float]]:
        """One search, as of a day and for an actor, as always."""
        found = self._searcher.search(question, as_of=DAY, actor=_ACTOR, top=TOP)
        return [(str(hit.provision.id), hit.score) for hit in found]

    def _corpus(self, passages: Sequence[Passage]) -> Corpus:
        placed = [_placed(passage) for passage in passages]
        acts = dict.fromkeys(item.provision.instrument for item in placed)
        return Corpus(map(_instrument, acts), placed)


class OursAsShipped(Ours):
    """Our search over the corpus that ships, of which the kits get the wordings in force on the day."""

    def build(self, passages: Sequence[Passage], _vectors: GivenVectors | None) -> None:
        """Index every wording of every day, and embed them: the words of ours are not quite those of the kits."""
        super().build(passages, None)

    def _corpus(self, _passages: Sequence[Passage]) -> Corpus:
        return load_corpus(policies=None)


class _QuestionsOnly:
    """Embeds questions only."""

    model = "made"

    def __init__(self, real: Embedder, vectors: GivenVectors) -> None:
        self._vectors = vectors
        self.embed_query = real.embed_query

    def embed(self, texts: Sequence[str], _progress: Progress) -> Vectors:
        return self._vectors.of(texts)


def _placed(passage: Passage) -> Placed:
    unit = ProvisionId.parse(passage.id)
    wording = Provision(unit, passage.headings, "", passage.text, Period(_START), "digest", unit.instrument)
    return Placed(wording, unit.instrument, 1)


def _instrument(name: str) -> Instrument:
    return Instrument.model_validate(
        {
            "id": name,
            "title": name,
            "short": name,
            "kind": "guidance",
            "jurisdiction": "-",
            "publisher": "-",
            "status": "-",
            "versions": [{"from": _START, "source": name}],
        }
    )
