"""The service on a real port, and OpenAI's own client of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openai import OpenAI

from copilot.law import Corpus
from tests.api.held import Hold, holding
from tests.api.listening import Listening, listening_over


@pytest.fixture(scope="package")
def served(
    small_corpus: Corpus, indexed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Listening]:
    """The service over the small corpus; somebody has a key, so that everybody needs one."""
    with listening_over(small_corpus, indexed, tmp_path_factory.mktemp("openai-door")) as served:
        yield served


@pytest.fixture(scope="package")
def openai(served: Listening) -> Iterator[OpenAI]:
    """OpenAI's client of an officer with a key."""
    with OpenAI(base_url=f"{served.address}/v1", api_key=served.key("officer"), max_retries=0) as client:
        yield client


@pytest.fixture
def hold(served: Listening, monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Has the service stop after the first statement of an answer, or meet an error there."""
    return lambda error=None: holding(served.service, monkeypatch, error)
