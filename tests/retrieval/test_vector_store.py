from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from copilot.errors import IndexCorrupt, MachineError
from copilot.law import Corpus
from copilot.retrieval.entry import entries_of
from copilot.retrieval.vector_store import VectorStore

_MANY = 2_345


def _unit_vectors(count: int) -> np.ndarray:
    vectors = np.random.default_rng(7).normal(size=(count, 16)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_more_than_one_page_is_read_back_as_it_was_written(small_corpus: Corpus, tmp_path: Path) -> None:
    first = entries_of(small_corpus)[0]
    entries = [replace(first, key=f"k{number}", words=f"w{number}") for number in range(_MANY)]
    vectors = _unit_vectors(_MANY)

    VectorStore.create(tmp_path, entries, vectors)

    store = VectorStore.open(tmp_path)
    assert store.count() == _MANY
    assert store.content_hashes() == {entry.key: entry.content_hash for entry in entries}
    assert np.allclose(store.vectors([entry.key for entry in entries]), vectors, atol=1e-6)
    by_content = store.vectors_by_content()
    assert np.allclose(by_content[entries[-1].content_hash], vectors[-1], atol=1e-6)
    with pytest.raises(IndexCorrupt, match="does not hold the wordings it should"):
        store.vectors(["another"])


def test_a_folder_that_holds_no_store_is_corrupt(tmp_path: Path) -> None:
    with pytest.raises(IndexCorrupt):
        VectorStore.open(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(small_corpus: Corpus, tmp_path: Path) -> None:
    entries = entries_of(small_corpus)
    (tmp_path / "chroma.sqlite3").mkdir()

    with pytest.raises(MachineError, match="cannot be written") as error:
        VectorStore.create(tmp_path, entries, _unit_vectors(len(entries)))
    assert "Free space" in error.value.remedy
