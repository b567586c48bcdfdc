import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from copilot.errors import IndexCorrupt, IndexOutdated, IndexUnavailable, MachineError
from copilot.law import Corpus, load_corpus
from copilot.retrieval import (
    Progress,
    SentenceTransformersEmbedder,
    Vectors,
    build_index,
    index_status,
    verify_index,
)


class Counting(SentenceTransformersEmbedder):
    """The real embedder, telling how many texts it was given."""

    def __init__(self) -> None:
        super().__init__("bundled")
        self.embedded = 0

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        self.embedded += len(texts)
        return super().embed(texts, progress)


def _build(
    corpus: Corpus, embedder: SentenceTransformersEmbedder, folder: Path, *, anew: bool = False
) -> bool:
    return build_index(corpus, embedder, folder, lambda done, total: None, anew=anew)


@pytest.fixture
def data_folder(indexed: Path, tmp_path: Path) -> Path:
    """A copy of the index that a test may harm."""
    shutil.copytree(indexed, tmp_path / "data")
    return tmp_path / "data"


def _changed(texts: Path, tmp_path: Path) -> Corpus:
    """The small corpus with one wording changed."""
    shutil.copytree(texts, tmp_path / "texts")
    file = tmp_path / "texts" / "lantern-act" / "01-duties.md"
    file.write_text(file.read_text().replace("vegetable oil", "olive oil"))
    return load_corpus(policies=None, texts=tmp_path / "texts")


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


def test_a_second_build_has_nothing_to_do(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, data_folder: Path
) -> None:
    assert _build(small_corpus, embedder, data_folder) is False
    assert _build(small_corpus, embedder, data_folder, anew=True) is True


def test_only_what_changed_is_embedded_again(texts: Path, data_folder: Path, tmp_path: Path) -> None:
    embedder, corpus = Counting(), _changed(texts, tmp_path)

    status = index_status(corpus, embedder, data_folder)
    assert (status.state, "have changed" in status.reason) == ("outdated", True)
    with pytest.raises(IndexOutdated):
        status.raise_unless_ready()

    assert _build(corpus, embedder, data_folder) is True
    assert embedder.embedded == 1
    assert verify_index(corpus, embedder, data_folder).state == "ready"


def test_an_index_of_another_model_is_outdated(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, data_folder: Path
) -> None:
    status = index_status(small_corpus, SentenceTransformersEmbedder("another/model"), data_folder)

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

    assert _build(small_corpus, embedder, data_folder) is True
    assert verify_index(small_corpus, embedder, data_folder).state == "ready"


def test_a_build_that_is_cut_off_leaves_the_old_index_in_use(
    texts: Path, small_corpus: Corpus, data_folder: Path, tmp_path: Path
) -> None:
    class Failing(SentenceTransformersEmbedder):
        def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _build(_changed(texts, tmp_path), Failing("bundled"), data_folder)

    assert verify_index(small_corpus, SentenceTransformersEmbedder("bundled"), data_folder).state == "ready"
    assert len(list((data_folder / "index").glob("build-*"))) == 1


def test_of_two_builders_the_second_waits_and_finds_nothing_to_do(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path: Path
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    changes: list[bool] = []

    class Slow(SentenceTransformersEmbedder):
        def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
            begun.set()
            go_on.wait()
            return np.eye(len(texts), 384, dtype=np.float32)

    builders = [
        threading.Thread(target=lambda: changes.append(_build(small_corpus, Slow("bundled"), tmp_path)))
        for _ in range(2)
    ]
    builders[0].start()
    begun.wait()
    assert index_status(small_corpus, embedder, tmp_path).state == "building"
    builders[1].start()
    go_on.set()
    for builder in builders:
        builder.join()

    assert sorted(changes) == [False, True]


def test_a_data_folder_that_cannot_be_written_is_named(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file, not a folder")

    with pytest.raises(MachineError, match="cannot be written") as error:
        _build(small_corpus, embedder, tmp_path / "data")
    assert "COPILOT_DATA_DIR" in error.value.remedy
