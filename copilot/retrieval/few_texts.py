"""Embeds a few new texts inside a service, such as a policy that was uploaded, without loading PyTorch.

That would take half a gigabyte for as long as the service runs. The bundled model gives the same vectors without it,
to a millionth; for many texts it is slower.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from copilot.retrieval.embedding import BUNDLED, Embedder, Progress, Vectors

_FEW = 64


class FewTexts:
    """Another embedder, which is asked for a few texts one by one."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    @property
    def model(self) -> str:
        """The model is the same, and so are its vectors."""
        return self._embedder.model

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """One unit vector a text, in order."""
        if not 0 < len(texts) <= _FEW or not self.model.startswith(f"{BUNDLED}:"):
            return self._embedder.embed(texts, progress)
        vectors: list[Vectors] = []
        for text in texts:
            vectors.append(self.embed_query(text))
            progress(len(vectors), len(texts))
        return np.stack(vectors)

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of one question."""
        return self._embedder.embed_query(text)
