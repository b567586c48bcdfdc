"""The only place where Chroma is met: one collection of vectors on disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings as ChromaSettings

from copilot.errors import IndexCorrupt
from copilot.retrieval.build_folder import REBUILD
from copilot.retrieval.embedding import Vectors
from copilot.retrieval.entry import Entry

_COLLECTION = "provisions"
_PAGE = 5_000


class VectorStore:
    """Vectors of wordings, each with what is known of it."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    @classmethod
    def create(cls, folder: Path) -> VectorStore:
        """An empty store in a new folder."""
        collection = _client(folder).create_collection(
            _COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
        )
        return cls(collection)

    @classmethod
    def open(cls, folder: Path) -> VectorStore:
        """The store in a folder; ``IndexCorrupt`` where it cannot be read."""
        with _readable():
            return cls(_client(folder).get_collection(_COLLECTION, embedding_function=None))

    def add(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Put entries with their vectors in."""
        for start in range(0, len(entries), _PAGE):
            page = entries[start : start + _PAGE]
            self._collection.add(
                ids=[entry.key for entry in page],
                embeddings=vectors[start : start + _PAGE],
                metadatas=[entry.metadata() for entry in page],  # type: ignore[misc]
            )

    def count(self) -> int:
        """How many wordings it holds."""
        with _readable():
            return self._collection.count()

    def content_hashes(self) -> dict[str, str]:
        """The content hash of every wording held, by key."""
        with _readable():
            held = self._collection.get(include=["metadatas"])
        metadatas = held["metadatas"] or []
        return {key: str(meta["content"]) for key, meta in zip(held["ids"], metadatas, strict=True)}

    def vectors_by_content(self) -> dict[str, np.ndarray]:
        """Every vector held, by the hash of the words it stands for."""
        with _readable():
            held = self._collection.get(include=["metadatas", "embeddings"])
        vectors = cast(Vectors, held["embeddings"])
        metadatas = held["metadatas"] or []
        return {str(meta["content"]): vector for meta, vector in zip(metadatas, vectors, strict=True)}

    def vectors(self, keys: Sequence[str]) -> Vectors:
        """The vectors of all wordings held, in the order of their keys."""
        with _readable():
            held = self._collection.get(include=["embeddings"])
        if sorted(held["ids"]) != sorted(keys):
            raise IndexCorrupt("the index does not hold the wordings it should", remedy=REBUILD)
        places = {key: place for place, key in enumerate(held["ids"])}
        found: Vectors = np.asarray(held["embeddings"], dtype=np.float32)[[places[key] for key in keys]]
        return found


def _client(folder: Path) -> ClientAPI:
    return chromadb.PersistentClient(folder, settings=ChromaSettings(anonymized_telemetry=False))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # on a broken file Chroma raises errors of any kind
        raise IndexCorrupt(f"the index cannot be read: {error}", remedy=REBUILD) from error
