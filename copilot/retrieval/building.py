"""Building the index: what is embedded, what is kept, and how the new index takes the place of the old."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from copilot.errors import IndexCorrupt, IndexOutdated
from copilot.law import Corpus
from copilot.retrieval.build_folder import REBUILD, BuildFolder, Manifest
from copilot.retrieval.chroma_server import ChromaServer
from copilot.retrieval.cross_references import CrossReferences
from copilot.retrieval.embedding import Embedder, Progress, Vectors
from copilot.retrieval.entry import Entry, entries_of, fingerprint
from copilot.retrieval.index import open_vectors
from copilot.retrieval.lexical import LexicalIndex
from copilot.retrieval.vector_store import VectorStore


def build_index(
    corpus: Corpus,
    embedder: Embedder,
    data_folder: Path,
    progress: Progress,
    *,
    anew: bool,
    server: ChromaServer | None = None,
) -> bool:
    """Bring the index up to date; return whether there was anything to do.

    Words embedded before are not embedded again, unless ``anew``. Two builders at once: the second waits
    for the first and then finds nothing to do.
    """
    builds = BuildFolder(data_folder)
    with builds.being_built():
        entries = entries_of(corpus)
        wanted = _manifest(entries, embedder.model, server)
        if not anew and _is_built(builds, wanted, server):
            return False
        shared = not anew and server is not None and server.holds(wanted.fingerprint, len(entries))
        kept = {} if anew or shared else _kept(builds, embedder.model, server)
        vectors = None if shared else _vectors(entries, embedder, kept, progress)
        _clear(builds, server)
        build = builds.new_build()
        try:
            if vectors is not None:
                _write(build, wanted, entries, vectors, server, anew=anew)
            LexicalIndex.build(entries).save(build)
            CrossReferences.build(entries, corpus.instruments.values()).save(build)
            builds.put_in_use(build, wanted)
        except BaseException:
            if build in builds.left_over():
                builds.remove(build)
            raise
        return True


def _manifest(entries: Sequence[Entry], model: str, server: ChromaServer | None) -> Manifest:
    return Manifest(
        fingerprint=fingerprint(entries, model),
        model=model,
        wordings=len(entries),
        built_at=datetime.now(UTC),
        server=server.url if server else None,
    )


def _is_built(builds: BuildFolder, wanted: Manifest, server: ChromaServer | None) -> bool:
    """Whether the build in use is the one wanted, and all of it can be read: else it is built anew."""
    try:
        current = builds.current()
        if current is None or _identity(current[1]) != _identity(wanted):
            return False
        return open_vectors(*current, server).count() == wanted.wordings
    except IndexCorrupt:
        return False


def _identity(manifest: Manifest) -> tuple[str, str | None]:
    return manifest.fingerprint, manifest.server


def _kept(builds: BuildFolder, model: str, server: ChromaServer | None) -> dict[str, Vectors]:
    """Vectors of the model that can serve again: of the build in use, else of the one it replaced.

    So a change of the model and back embeds nothing, and neither does a move to a server. A host that has
    none takes those that another host put on the server.
    """
    for build, manifest in builds.whole():
        reachable = manifest.server is None or (server is not None and manifest.server == server.url)
        if manifest.model == model and reachable:
            with suppress(IndexCorrupt):  # what cannot be read is embedded again
                return open_vectors(build, manifest, server).vectors_by_content()
    with suppress(IndexCorrupt):
        if server and (latest := server.latest(model)):
            return latest.vectors_by_content()
    return {}


def _clear(builds: BuildFolder, server: ChromaServer | None) -> None:
    """Remove what builds that were cut off or replaced left; on the server first, while the name is known."""
    left_over = builds.left_over()
    if server:
        server.remove_left_over(build.name for build in left_over)
    for build in left_over:
        builds.remove(build)


def _write(
    build: Path,
    manifest: Manifest,
    entries: Sequence[Entry],
    vectors: Vectors,
    server: ChromaServer | None,
    *,
    anew: bool,
) -> None:
    if server:
        server.write(build.name, manifest, entries, vectors, anew=anew)
    else:
        VectorStore.create(build, entries, vectors)


def _vectors(
    entries: Sequence[Entry], embedder: Embedder, kept: dict[str, Vectors], progress: Progress
) -> Vectors:
    """A vector for each entry: kept where its words are known, embedded where they are new."""
    new = {entry.content_hash: entry.words for entry in entries if entry.content_hash not in kept}
    fresh = embedder.embed(list(new.values()), progress) if new else ()
    known = kept | dict(zip(new, fresh, strict=True))
    sizes = {len(known[entry.content_hash]) for entry in entries}
    if len(sizes) > 1:
        raise IndexOutdated(
            f"the model {embedder.model} now gives vectors of another length than before: {sorted(sizes)}",
            remedy=REBUILD,
        )
    return np.stack([known[entry.content_hash] for entry in entries]).astype(np.float32)
