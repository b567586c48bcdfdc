from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import create_app
from copilot.law import Corpus
from copilot.settings import Settings


@pytest.fixture
def client(small_corpus: Corpus, indexed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The service over the small corpus and its index."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with TestClient(create_app(Settings(data_dir=indexed))) as client:
        yield client


@pytest.fixture
def unready(small_corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The service where no index has been built."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with TestClient(create_app(Settings(data_dir=tmp_path))) as client:
        yield client
