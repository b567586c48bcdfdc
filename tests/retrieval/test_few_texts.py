import subprocess
import sys
from collections.abc import Sequence

import numpy as np

from copilot.retrieval import FewTexts, SentenceTransformersEmbedder, Vectors, silently
from copilot.retrieval.embedding import Progress

TEXTS = [
    "A lantern is lit at dusk.",
    "Only vegetable oil may be burnt. " * 40,
    "",
    "Fünf Öle – «und» Docht",
]


class Other:
    """An embedder of another model, which counts how much it is asked for at once."""

    model = "lamp-embed"

    def __init__(self) -> None:
        self.asked: list[int] = []

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        self.asked.append(len(texts))
        return np.ones((len(texts), 2), np.float32)

    def embed_query(self, text: str) -> Vectors:
        raise AssertionError("documents are no questions for another model")


def test_a_few_texts_have_the_vectors_that_they_have_among_many(
    embedder: SentenceTransformersEmbedder,
) -> None:
    told: list[tuple[int, int]] = []

    few = FewTexts(embedder).embed(TEXTS, lambda done, total: told.append((done, total)))

    assert np.allclose(few, embedder.embed(TEXTS, silently), atol=1e-5)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert FewTexts(embedder).model == embedder.model


def test_many_texts_and_other_models_are_left_to_the_embedder() -> None:
    other = Other()

    FewTexts(other).embed(["oil"], silently)
    FewTexts(other).embed(["oil"] * 65, silently)

    assert other.asked == [1, 65]


def test_pytorch_is_not_loaded_for_them() -> None:
    code = (
        "import sys; from copilot.retrieval import FewTexts, SentenceTransformersEmbedder, silently;"
        "FewTexts(SentenceTransformersEmbedder('bundled')).embed(['oil'], silently); sys.exit('torch' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
