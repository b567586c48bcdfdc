"""One collection of vectors, in a folder or on a server; with ``chroma_server`` the only place where Chroma is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.models.Collection import Collection
from chromadb.api.types import GetResult, Include
from chromadb.config import Settings as ChromaSettings

from copilot.errors import IndexCorrupt, MachineError
from copilot.retrieval.build_folder import REBUILD
from copilot.retrieval.embedding import Vectors
from copilot.retrieval.entry import Entry

_COLLECTION = "provisions"
_PAGE = 1_000

Translation = Callable[[], AbstractContextManager[None]]
"""Turns the errors of Chroma, met where it is asked, into ours."""


class VectorStore:
    """Vectors of wordings, each with what is known of it."""

    def __init__(self, collection: Collection, translated: Translation) -> None:
        self._collection = collection
        self._translated = translated

    @classmethod
    def create(cls, folder: Path, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Write a store into a folder."""
        with _writable(folder):
            collection = _client(folder).create_collection(
                _COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
            )
            fill(collection, entries, vectors)

    @classmethod
    def open(cls, folder: Path) -> VectorStore:
        """The store in a folder; ``IndexCorrupt`` where it cannot be read."""
        with _readable():
            return cls(_client(folder).get_collection(_COLLECTION, embedding_function=None), _readable)

    def count(self) -> int:
        """How many wordings it holds."""
        with self._translated():
            return self._collection.count()

    def content_hashes(self) -> dict[str, str]:
        """The content hash of every wording held, by key."""
        return {
            key: str(meta["content"])
            for page in self._pages(["metadatas"])
            for key, meta in zip(page["ids"], page["metadatas"] or [], strict=True)
        }

    def vectors_by_content(self) -> dict[str, Vectors]:
        """Every vector held, by the hash of the words it stands for."""
        return {
            str(meta["content"]): vector
            for page in self._pages(["metadatas", "embeddings"])
            for meta, vector in zip(page["metadatas"] or [], _embeddings(page), strict=True)
        }

    def vectors(self, keys: Sequence[str]) -> Vectors:
        """The vectors of all wordings held, in the order of their keys."""
        held = {
            key: vector
            for page in self._pages(["embeddings"])
            for key, vector in zip(page["ids"], _embeddings(page), strict=True)
        }
        if held.keys() != set(keys):
            raise IndexCorrupt("the index does not hold the wordings it should", remedy=REBUILD)
        found: Vectors = np.stack([held[key] for key in keys])
        return found

    def _pages(self, include: Include) -> Iterator[GetResult]:
        """All that is held, in pieces: a server's answer in one piece could be hundreds of megabytes."""
        for start in range(0, self.count(), _PAGE):
            with self._translated():
                page = self._collection.get(include=include, limit=_PAGE, offset=start)
            yield page


def fill(collection: Collection, entries: Sequence[Entry], vectors: Vectors) -> None:
    """Put entries with their vectors into a collection."""
    for start in range(0, len(entries), _PAGE):
        page = entries[start : start + _PAGE]
        collection.add(
            ids=[entry.key for entry in page],
            embeddings=vectors[start : start + _PAGE],
            metadatas=[entry.metadata() for entry in page],  # type: ignore[misc]
        )


def _embeddings(page: GetResult) -> Vectors:
    return np.asarray(page["embeddings"], dtype=np.float32)


def _client(folder: Path) -> ClientAPI:
    settings = ChromaSettings(_env_file=None, anonymized_telemetry=False)
    return chromadb.PersistentClient(folder, settings=settings)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # on a broken file Chroma raises errors of any kind
        raise IndexCorrupt(f"the index cannot be read: {error}", remedy=REBUILD) from error


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # on a full disk Chroma raises errors of any kind
        raise MachineError(
            f"the index cannot be written to {folder}: {error}",
            remedy="Free space, or set COPILOT_DATA_DIR to a folder you may write.",
        ) from error
