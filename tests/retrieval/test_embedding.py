import shutil
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from copilot.actor import Actor
from copilot.errors import MachineError
from copilot.law import Corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, embedding, verify_index
from tests.retrieval.builders import build


@pytest.fixture(scope="module")
def folder_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model in a folder of its own: the bundled one, copied."""
    folder = tmp_path_factory.mktemp("models") / "lamp-model"
    shutil.copytree(embedding._bundled_folder(), folder)
    return folder


def test_vectors_come_in_the_order_of_the_texts_with_progress(
    embedder: SentenceTransformersEmbedder,
) -> None:
    told: list[tuple[int, int]] = []
    texts = ["a long sentence about the oil of lanterns in public streets", "oil", "dusk"]

    vectors = embedder.embed(texts, lambda done, total: told.append((done, total)))

    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[1], embedder.embed(["oil"], embedding.silently)[0], atol=1e-5)
    assert told == [(3, 3)]


def test_a_text_has_the_same_vector_in_whatever_company(embedder: SentenceTransformersEmbedder) -> None:
    texts = [" ".join(["lantern"] * (1 + number % 90)) + f" {number}" for number in range(100)]
    told: list[tuple[int, int]] = []

    together = embedder.embed(texts, lambda done, total: told.append((done, total)))

    assert len(told) > 3
    assert told[-1] == (100, 100)
    for place in (0, 89, 99):
        assert np.abs(together[place] - embedder.embed_query(texts[place])).max() < 1e-5


def test_no_texts_are_no_vectors(embedder: SentenceTransformersEmbedder) -> None:
    assert len(embedder.embed([], embedding.silently)) == 0


def test_the_model_names_its_weights(embedder: SentenceTransformersEmbedder) -> None:
    assert embedder.model == "bundled:53aa51172d14"
    assert SentenceTransformersEmbedder("some/model").model == "some/model"


def test_a_model_in_a_folder_builds_an_index_that_is_searched(
    folder_model: Path,
    small_corpus: Corpus,
    embedder: SentenceTransformersEmbedder,
    officer: Actor,
    tmp_path: Path,
) -> None:
    local = SentenceTransformersEmbedder(str(folder_model))

    build(small_corpus, local, tmp_path)

    assert verify_index(small_corpus, local, tmp_path).state == "ready"
    assert verify_index(small_corpus, embedder, tmp_path).state == "outdated"
    searcher = Searcher(small_corpus, local, tmp_path)
    (found,) = searcher.search("which fuel is allowed?", as_of=date(2026, 1, 1), actor=officer, top=1)
    assert str(found.provision.id) == "lantern-act/art-2"
    assert np.abs(local.embed_query("oil") - embedder.embed_query("oil")).max() < 1e-5


def test_other_weights_in_the_same_folder_are_another_model(folder_model: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder_model.name
    shutil.copytree(folder_model, copy)
    before = SentenceTransformersEmbedder(str(copy)).model
    assert before == SentenceTransformersEmbedder(str(folder_model)).model

    with (copy / "model.safetensors").open("r+b") as weights:
        weights.seek(-1, 2)
        weights.write(b"!")

    after = SentenceTransformersEmbedder(str(copy)).model
    assert before.startswith("lamp-model:")
    assert after.startswith("lamp-model:")
    assert after != before


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot be loaded") as error:
        SentenceTransformersEmbedder(str(tmp_path)).embed(["oil"], embedding.silently)
    assert "COPILOT_EMBEDDING_MODEL" in error.value.remedy


def test_weights_that_are_not_the_expected_ones_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedding, "_BUNDLED_SHA256", "0" * 64)

    with pytest.raises(MachineError, match="not the ones expected"):
        embedding._bundled_folder()
