from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from copilot.agent.answering import Answering
from copilot.agent.openai_compatible import openai_compatible
from copilot.agent.speaker import Speaker
from copilot.law import Corpus
from copilot.records import Question, Record
from copilot.records.ledger import Ledger, replay
from copilot.retrieval import Searcher, SentenceTransformersEmbedder
from copilot.settings import Settings
from tests.agent.model_server import ModelServer, model_listening


@pytest.fixture
def model() -> Iterator[ModelServer]:
    """A model behind a real HTTP server."""
    with model_listening() as server:
        yield server


@pytest.fixture
def searcher(small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path) -> Searcher:
    return Searcher(small_corpus, embedder, indexed)


class Kept(list[Question | Record]):
    """A ledger in memory."""

    def __call__(self, entry: Question | Record) -> int:
        self.append(entry)
        return len(self)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """A ledger in memory; in the end all is written into a real one, and each answer is rebuilt from there."""
    entries = Kept()
    yield entries
    with Ledger.open(
        URL.create("sqlite", database=str(tmp_path / "replayed.db")),
        tmp_path / "replayed.key",
        clock=lambda: datetime.now(UTC),
        random_bytes=secrets.token_bytes,
    ) as ledger:
        for entry in entries:
            place = ledger.append(entry)
            assert not isinstance(entry, Record) or replay(ledger, place).same


@pytest.fixture
def speaker(model: ModelServer) -> Speaker:
    """That model as the copilot talks to it: quick to give up."""
    settings = Settings(
        model="lantern", model_url=model.address, model_timeout=1, model_retries=1, model_budget=5_000
    )
    return Speaker("lantern", openai_compatible(settings), {}, budget=settings.model_budget)


@pytest.fixture
def answering(small_corpus: Corpus, searcher: Searcher, speaker: Speaker, kept: Kept) -> Answering:
    return Answering(small_corpus, searcher, speaker, kept)
