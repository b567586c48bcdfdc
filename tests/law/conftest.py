"""What the tests of installing and of installed texts share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.law import Corpus, load_corpus
from tests.law.installing.lantern_publisher import Publisher, publishing, write_lantern_law
from tests.law.official.conftest import official_files  # noqa: F401  # a fixture, found by its name


@pytest.fixture
def publisher(monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher's server of the test's own."""
    monkeypatch.setenv("NO_PROXY", "*")
    with publishing() as publisher:
        yield publisher


@pytest.fixture
def lantern_texts(texts: Path, tmp_path: Path, publisher: Publisher) -> Path:
    """The folder of the made-up act in two versions, which the publisher offers."""
    return write_lantern_law(texts, tmp_path / "texts", publisher.address)


@pytest.fixture
def lantern_law(lantern_texts: Path) -> Corpus:
    """The digest of the made-up act."""
    return load_corpus(policies=None, texts=lantern_texts)
