import threading
from collections.abc import Iterator

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from copilot.retrieval import SentenceTransformersEmbedder, embedding, silently
from copilot.retrieval.torch_on_cpu import a_batch_a_thread

_TEXTS = [" ".join(f"word{place} lantern" for place in range(1 + number % 40)) for number in range(40)]


def test_the_vectors_are_those_of_the_model_as_it_comes(embedder: SentenceTransformersEmbedder) -> None:
    as_it_comes = SentenceTransformer(str(embedding._bundled_folder()), device="cpu")

    expected = as_it_comes.encode(_TEXTS, normalize_embeddings=True, show_progress_bar=False)

    assert np.abs(embedder.embed(_TEXTS, silently) - expected).max() < 1e-6


def test_several_threads_may_embed_at_once(embedder: SentenceTransformersEmbedder) -> None:
    expected = embedder.embed(_TEXTS, silently)
    found: list[np.ndarray] = []

    threads = [
        threading.Thread(target=lambda: found.append(embedder.embed(_TEXTS, silently))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 2
    assert all(np.abs(vectors - expected).max() < 1e-6 for vectors in found)


@pytest.fixture
def _three_threads() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(3)
    yield
    torch.set_num_threads(threads)


@pytest.mark.usefixtures("_three_threads")
def test_pytorch_has_its_threads_back_afterwards_even_if_it_was_cut_off() -> None:
    begun: list[int] = []
    gone_on = threading.Event()

    def batch(number: int) -> None:
        begun.append(number)
        gone_on.wait()

    def cut_off() -> None:
        with a_batch_a_thread() as workers:
            for number in range(100):
                workers.submit(batch, number)
            threading.Timer(0.05, gone_on.set).start()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cut_off()

    assert torch.get_num_threads() == 3
    assert len(begun) < 100
