from pathlib import Path

import numpy as np
import pytest

from copilot.errors import MachineError
from copilot.retrieval import SentenceTransformersEmbedder, embedding


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


def test_the_model_names_its_weights(embedder: SentenceTransformersEmbedder) -> None:
    assert embedder.model == "bundled:53aa51172d14"
    assert SentenceTransformersEmbedder("some/model").model == "some/model"


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
