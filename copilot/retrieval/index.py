"""How the index stands to the texts and the model in use now, and opening it.

The vectors lie in the build's folder, or on a Chroma server where one is given; all else is on disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np

from copilot.errors import IndexCorrupt, IndexOutdated, IndexUnavailable, IndexUnreachable
from copilot.law import Corpus
from copilot.retrieval.build_folder import BUILD, REBUILD, BuildFolder, Manifest
from copilot.retrieval.chroma_server import ChromaServer
from copilot.retrieval.cross_references import CrossReferences
from copilot.retrieval.embedding import Embedder
from copilot.retrieval.entry import entries_of, fingerprint
from copilot.retrieval.lexical import LexicalIndex
from copilot.retrieval.vector_store import VectorStore

_UNIT = 1e-3

IndexState = Literal["ready", "missing", "building", "outdated", "corrupt", "unreachable"]


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """How the index stands to the texts and the model in use now, and what to do about it."""

    state: IndexState
    reason: str
    remedy: str
    manifest: Manifest | None = None

    def raise_unless_ready(self) -> None:
        """Turn anything but a ready index into the error that says so."""
        errors: dict[IndexState, type[IndexUnavailable]] = {
            "missing": IndexUnavailable,
            "building": IndexUnavailable,
            "outdated": IndexOutdated,
            "corrupt": IndexCorrupt,
            "unreachable": IndexUnreachable,
        }
        if self.state in errors:
            raise errors[self.state](self.reason, remedy=self.remedy)


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """What a build holds: the vectors, the words, and what refers to what."""

    vectors: VectorStore
    words: LexicalIndex
    references: CrossReferences


def index_status(
    corpus: Corpus, embedder: Embedder, data_folder: Path, server: ChromaServer | None = None
) -> IndexStatus:
    """Whether the index can be searched, and if not, why and what to do."""
    builds = BuildFolder(data_folder)
    try:
        current = builds.current()
    except IndexCorrupt as error:
        return IndexStatus("corrupt", str(error), error.remedy)
    if current is None:
        if builds.is_being_built():
            return IndexStatus("building", "the index is being built", "Wait until it is done.")
        return IndexStatus("missing", "there is no index yet", f"Build it: {BUILD}")
    manifest = current[1]
    if manifest.model != embedder.model:
        reason = f"the index was built with the model {manifest.model}, and {embedder.model} is set"
        return IndexStatus("outdated", reason, f"Build it anew: {BUILD}", manifest)
    if manifest.fingerprint != _wanted(corpus, embedder.model):
        reason = "the texts have changed since the index was built"
        return IndexStatus("outdated", reason, f"Bring it up to date: {BUILD}", manifest)
    return _status_of_vectors(manifest, server)


def verify_index(
    corpus: Corpus, embedder: Embedder, data_folder: Path, server: ChromaServer | None = None
) -> IndexStatus:
    """Like ``index_status``, and besides read all the index holds: each wording once, nothing else."""
    status = index_status(corpus, embedder, data_folder, server)
    if status.state != "ready":
        return status
    expected = {entry.key: entry.content_hash for entry in entries_of(corpus)}
    try:
        store = open_index(data_folder, server).vectors
        wrong = store.content_hashes().items() ^ expected.items()
        lengths = np.linalg.norm(store.vectors(list(expected)), axis=1) if not wrong else np.empty(0)
    except IndexCorrupt as error:
        return IndexStatus("corrupt", str(error), error.remedy, status.manifest)
    except IndexUnreachable as error:
        return IndexStatus("unreachable", str(error), error.remedy, status.manifest)
    faults = len(wrong) or int((~(np.abs(lengths - 1) < _UNIT)).sum())
    if faults:
        reason = f"{faults} entries of the index are not what they should be"
        return IndexStatus("corrupt", reason, REBUILD, status.manifest)
    return status


def open_index(data_folder: Path, server: ChromaServer | None = None) -> OpenIndex:
    """The build in use."""
    current = BuildFolder(data_folder).current()
    if current is None:
        raise IndexUnavailable("there is no index yet", remedy=f"Build it: {BUILD}")
    build, manifest = current
    return OpenIndex(
        open_vectors(build, manifest, server), LexicalIndex.open(build), CrossReferences.open(build)
    )


@lru_cache(maxsize=2)
def _wanted(corpus: Corpus, model: str) -> str:
    """The fingerprint that an index of these texts has; whoever watches over a service asks for it all the time."""
    return fingerprint(entries_of(corpus), model)


def _status_of_vectors(manifest: Manifest, server: ChromaServer | None) -> IndexStatus:
    """Whether the vectors are where they are looked for; on disk, only reading them all would tell."""
    set_now = server.url if server else None
    if manifest.server != set_now:
        reason = f"the vectors lie {_place(manifest.server)}, and are now to lie {_place(set_now)}"
        return IndexStatus("outdated", reason, f"Bring it up to date: {BUILD}", manifest)
    try:
        if server and not server.holds(manifest.fingerprint, manifest.wordings):
            reason = f"the Chroma server {server.url} does not hold this index"
            return IndexStatus("missing", reason, f"Build it: {BUILD}", manifest)
    except IndexUnreachable as error:
        return IndexStatus("unreachable", str(error), error.remedy, manifest)
    return IndexStatus("ready", f"{manifest.wordings} wordings can be searched", "", manifest)


def _place(server: str | None) -> str:
    return f"on {server}" if server else "in the data folder"


def open_vectors(build: Path, manifest: Manifest, server: ChromaServer | None) -> VectorStore:
    """The vectors of a build, from where they lie."""
    return server.open(manifest.fingerprint) if server and manifest.server else VectorStore.open(build)
