import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from copilot.errors import IndexOutdated, MachineError
from copilot.law import Corpus
from copilot.retrieval import (
    Progress,
    SentenceTransformersEmbedder,
    Vectors,
    index_status,
    verify_index,
)
from tests.retrieval.builders import Counting, build


class _Shorter(SentenceTransformersEmbedder):
    """As if the same name stood for another model."""

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        return np.eye(len(texts), 100, dtype=np.float32)


class _Other(Counting):
    @property
    def model(self) -> str:  # type: ignore[override]
        return "another/model"


def test_a_second_build_has_nothing_to_do(
    small_corpus: Corpus, embedder: SentenceTransformersEmbedder, data_folder: Path
) -> None:
    assert build(small_corpus, embedder, data_folder) is False
    assert build(small_corpus, embedder, data_folder, anew=True) is True


def test_only_what_changed_is_embedded_again(changed_corpus: Corpus, data_folder: Path) -> None:
    embedder = Counting()

    assert build(changed_corpus, embedder, data_folder) is True

    assert embedder.embedded == 1
    assert verify_index(changed_corpus, embedder, data_folder).state == "ready"


def test_a_model_changed_and_changed_back_embeds_nothing_again(
    small_corpus: Corpus, data_folder: Path
) -> None:
    bundled, other = Counting(), _Other()

    for embedder in (other, bundled, other):
        assert build(small_corpus, embedder, data_folder) is True
        assert verify_index(small_corpus, embedder, data_folder).state == "ready"

    assert (bundled.embedded, other.embedded) == (0, 11)
    assert len(list((data_folder / "index").glob("build-*"))) == 2


def test_a_model_that_gives_longer_or_shorter_vectors_than_before_is_not_mixed_in(
    changed_corpus: Corpus, data_folder: Path
) -> None:
    with pytest.raises(IndexOutdated, match="another length") as error:
        build(changed_corpus, _Shorter("bundled"), data_folder)
    assert "--anew" in error.value.remedy

    assert build(changed_corpus, _Shorter("bundled"), data_folder, anew=True) is True


@pytest.mark.parametrize("where", ["embedding", "the swap"])
def test_a_build_that_is_cut_off_leaves_the_old_index_in_use(
    where: str,
    small_corpus: Corpus,
    changed_corpus: Corpus,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    embedder = SentenceTransformersEmbedder("bundled")
    monkeypatch.setattr(*(embedder, "embed") if where == "embedding" else (Path, "replace"), cut_off)

    with pytest.raises(KeyboardInterrupt):
        build(changed_corpus, embedder, data_folder)

    assert verify_index(small_corpus, embedder, data_folder).state == "ready"
    assert len(list((data_folder / "index").glob("build-*"))) == 1


def test_a_build_that_is_cut_off_once_it_is_in_use_stays(
    changed_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    data_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    replace = Path.replace

    def cut_off_after(part: Path, file: Path) -> None:
        replace(part, file)
        if file.name == "current":
            raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", cut_off_after)

    with pytest.raises(KeyboardInterrupt):
        build(changed_corpus, embedder, data_folder)

    assert verify_index(changed_corpus, embedder, data_folder).state == "ready"


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
        threading.Thread(target=lambda: changes.append(build(small_corpus, Slow("bundled"), tmp_path)))
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
        build(small_corpus, embedder, tmp_path / "data")
    assert "COPILOT_DATA_DIR" in error.value.remedy
