from pathlib import Path

import chromadb
import numpy as np
import pytest
from chromadb.config import Settings

from copilot.errors import IndexCorrupt, IndexOutdated, IndexUnavailable
from copilot.law import Corpus
from copilot.retrieval import SentenceTransformersEmbedder, index_status, verify_index
from tests.retrieval.builders import build


def test_without_an_index_the_status_says_how_to_build_it(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path: Path
) -> None:
    status = index_status(small_corpus, embedder, tmp_path)

    assert status.state == "missing"
    assert "copilot index build" in status.remedy
    with pytest.raises(IndexUnavailable):
        status.raise_unless_ready()


def test_a_built_index_is_ready_and_whole(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path
) -> None:
    status = verify_index(small_corpus, embedder, indexed)

    assert (status.state, status.manifest and status.manifest.wordings) == ("ready", 11)
    status.raise_unless_ready()


def test_an_index_of_other_texts_is_outdated(
    changed_corpus: Corpus, embedder: SentenceTransformersEmbedder, indexed: Path
) -> None:
    status = index_status(changed_corpus, embedder, indexed)

    assert (status.state, "have changed" in status.reason) == ("outdated", True)
    with pytest.raises(IndexOutdated):
        status.raise_unless_ready()


def test_an_index_of_another_model_is_outdated(small_corpus: Corpus, indexed: Path) -> None:
    status = index_status(small_corpus, SentenceTransformersEmbedder("another/model"), indexed)

    assert (status.state, "another/model" in status.reason) == ("outdated", True)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("current", b"\xff\xfe"),
        ("current", b"build-that-is-gone"),
        ("manifest.json", b"{}"),
        ("chroma.sqlite3", b"no database"),
    ],
)
def test_a_corrupt_index_is_found_and_can_be_built_anew(
    file: str,
    content: bytes,
    small_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    data_folder: Path,
) -> None:
    (found,) = data_folder.rglob(file)
    found.write_bytes(content)

    status = verify_index(small_corpus, embedder, data_folder)
    assert (status.state, "copilot index build" in status.remedy) == ("corrupt", True)
    with pytest.raises(IndexCorrupt):
        status.raise_unless_ready()

    assert build(small_corpus, embedder, data_folder) is True
    assert verify_index(small_corpus, embedder, data_folder).state == "ready"


def test_vectors_that_cannot_be_the_models_are_found(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, data_folder: Path
) -> None:
    (file,) = data_folder.rglob("chroma.sqlite3")
    client = chromadb.PersistentClient(file.parent, settings=Settings(anonymized_telemetry=False))
    collection = client.get_collection("provisions", embedding_function=None)
    first = collection.get(limit=1)["ids"]
    collection.update(ids=first, embeddings=np.full((1, 384), 0.5, np.float32))

    status = verify_index(small_corpus, embedder, data_folder)

    assert (status.state, status.reason.split()[0]) == ("corrupt", "1")
