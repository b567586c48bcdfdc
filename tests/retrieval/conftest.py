from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copilot.law import Corpus
from tests.retrieval.builders import changed


@pytest.fixture
def data_folder(indexed: Path, tmp_path: Path) -> Path:
    """A copy of the index that a test may harm."""
    shutil.copytree(indexed, tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def changed_corpus(texts: Path, tmp_path: Path) -> Corpus:
    """The small corpus with one wording changed."""
    return changed(texts, tmp_path / "changed")
