"""What the tests of building share: a counting embedder, a build without a progress bar, and changed texts."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from copilot.law import Corpus, load_corpus
from copilot.retrieval import (
    ChromaServer,
    Embedder,
    Progress,
    SentenceTransformersEmbedder,
    Vectors,
    build_index,
    silently,
)


class Counting(SentenceTransformersEmbedder):
    """The real embedder, telling how many texts it was given."""

    def __init__(self) -> None:
        super().__init__("bundled")
        self.embedded = 0

    def embed(self, texts: Sequence[str], progress: Progress) -> Vectors:
        self.embedded += len(texts)
        return super().embed(texts, progress)


def build(
    corpus: Corpus,
    embedder: Embedder,
    folder: Path,
    server: ChromaServer | None = None,
    *,
    anew: bool = False,
) -> bool:
    return build_index(corpus, embedder, folder, silently, anew=anew, server=server)


def changed(texts: Path, folder: Path, oil: str = "olive") -> Corpus:
    """The small corpus with one wording changed."""
    shutil.copytree(texts, folder)
    file = folder / "lantern-act" / "01-duties.md"
    file.write_text(file.read_text().replace("vegetable oil", f"{oil} oil"))
    return load_corpus(policies=None, texts=folder)
