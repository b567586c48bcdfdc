import numpy as np
import pytest

from copilot.retrieval import SentenceTransformersEmbedder, silently


@pytest.mark.parametrize(
    "text",
    [
        "oil",
        "From when do the duties for high-risk AI systems in Annex III apply?",
        "« Données » über Straßenlaternen, § 3.2 – Art. 26(6)",
        "a text longer than the model reads " * 60,
        "",
    ],
)
def test_the_light_way_gives_the_vectors_of_sentence_transformers(
    text: str, embedder: SentenceTransformersEmbedder
) -> None:
    light = embedder.embed_query(text)
    heavy = embedder.embed([text], silently)[0]

    assert np.abs(light - heavy).max() < 1e-5
