"""Building the index, and saying how it stands to the texts and the model in use now."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import numpy as np

from copilot.errors import IndexCorrupt, IndexOutdated, IndexUnavailable
from copilot.law import Corpus
from copilot.retrieval.build_folder import BuildFolder, Manifest
from copilot.retrieval.embedding import Embedder, Progress, Vectors
from copilot.retrieval.entry import Entry, entries_of, fingerprint
from copilot.retrieval.lexical import LexicalIndex
from copilot.retrieval.vector_store import VectorStore

_BUILD = "copilot index build"

IndexState = Literal["ready", "missing", "building", "outdated", "corrupt"]


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
        }
        if self.state in errors:
            raise errors[self.state](self.reason, remedy=self.remedy)


def build_index(
    corpus: Corpus, embedder: Embedder, data_folder: Path, progress: Progress, *, anew: bool
) -> bool:
    """Bring the index up to date; return whether there was anything to do.

    Words embedded before are not embedded again, unless ``anew``. Two builders at once: the second waits
    for the first and then finds nothing to do.
    """
    builds = BuildFolder(data_folder)
    with builds.being_built():
        entries = entries_of(corpus)
        wanted = fingerprint(entries, embedder.model)
        previous = None if anew else _usable(builds)
        if previous is not None and previous[1].fingerprint == wanted:
            return False
        build = builds.new_build()
        try:
            vectors = _vectors(entries, embedder, _kept(previous, embedder), progress)
            VectorStore.create(build).add(entries, vectors)
            LexicalIndex.build(entries).save(build)
            manifest = Manifest(
                fingerprint=wanted, model=embedder.model, wordings=len(entries), built_at=datetime.now(UTC)
            )
            builds.put_in_use(build, manifest)
        except BaseException:
            shutil.rmtree(build, ignore_errors=True)
            raise
        return True


def index_status(corpus: Corpus, embedder: Embedder, data_folder: Path) -> IndexStatus:
    """Whether the index can be searched, and if not, why and what to do."""
    builds = BuildFolder(data_folder)
    try:
        current = builds.current()
    except IndexCorrupt as error:
        return IndexStatus("corrupt", str(error), error.remedy)
    if current is None:
        if builds.is_being_built():
            return IndexStatus("building", "the index is being built", "Wait until it is done.")
        return IndexStatus("missing", "there is no index yet", f"Build it: {_BUILD}")
    manifest = current[1]
    if manifest.model != embedder.model:
        reason = f"the index was built with the model {manifest.model}, and {embedder.model} is set"
        return IndexStatus("outdated", reason, f"Build it anew: {_BUILD}", manifest)
    if manifest.fingerprint != fingerprint(entries_of(corpus), embedder.model):
        reason = "the texts have changed since the index was built"
        return IndexStatus("outdated", reason, f"Bring it up to date: {_BUILD}", manifest)
    return IndexStatus("ready", f"{manifest.wordings} wordings can be searched", "", manifest)


def verify_index(corpus: Corpus, embedder: Embedder, data_folder: Path) -> IndexStatus:
    """Like ``index_status``, and besides read all the index holds: each wording once, nothing else."""
    status = index_status(corpus, embedder, data_folder)
    if status.state != "ready":
        return status
    try:
        held = open_index(data_folder)[0].content_hashes()
    except IndexCorrupt as error:
        return IndexStatus("corrupt", str(error), error.remedy, status.manifest)
    wrong = held.items() ^ {entry.key: entry.content_hash for entry in entries_of(corpus)}.items()
    if wrong:
        reason = f"{len(wrong)} entries of the index are not what they should be"
        return IndexStatus("corrupt", reason, f"Build it anew: {_BUILD} --anew", status.manifest)
    return status


def open_index(data_folder: Path) -> tuple[VectorStore, LexicalIndex]:
    """The vectors and the words of the build in use."""
    current = BuildFolder(data_folder).current()
    if current is None:
        raise IndexUnavailable("there is no index yet", remedy=f"Build it: {_BUILD}")
    return VectorStore.open(current[0]), LexicalIndex.open(current[0])


def _usable(builds: BuildFolder) -> tuple[VectorStore, Manifest] | None:
    """The build in use, if all of it can be read: what cannot be is built anew."""
    try:
        current = builds.current()
        if current is None:
            return None
        build, manifest = current
        store = VectorStore.open(build)
        return (store, manifest) if store.count() == manifest.wordings else None
    except IndexCorrupt:
        return None


def _kept(previous: tuple[VectorStore, Manifest] | None, embedder: Embedder) -> dict[str, Vectors]:
    """The vectors of the previous build that can serve again."""
    if previous is None or previous[1].model != embedder.model:
        return {}
    return previous[0].vectors_by_content()


def _vectors(
    entries: Sequence[Entry], embedder: Embedder, kept: dict[str, Vectors], progress: Progress
) -> Vectors:
    """A vector for each entry: kept where its words are known, embedded where they are new."""
    new = {entry.content_hash: entry.words for entry in entries if entry.content_hash not in kept}
    fresh = embedder.embed(list(new.values()), progress)
    known = kept | dict(zip(new, fresh, strict=True))
    return np.stack([known[entry.content_hash] for entry in entries]).astype(np.float32)
