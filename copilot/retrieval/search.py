"""Searching the law: what was in force on a day and may be seen by the actor, nearest in meaning first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copilot.actor import Actor
from copilot.law import Corpus, Provision
from copilot.retrieval.embedding import Embedder, silently
from copilot.retrieval.entry import entries_of, visible_on
from copilot.retrieval.index import current_store, index_status


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that was found, how near it is, and why it matched."""

    provision: Provision
    score: float
    why: str


class Searcher:
    """Searches one index that is ready; open a new one after a build."""

    def __init__(self, corpus: Corpus, embedder: Embedder, data_folder: Path) -> None:
        status = index_status(corpus, embedder, data_folder)
        status.raise_unless_ready()
        self._store = current_store(data_folder)
        self._embedder = embedder
        self._wordings = {entry.key: entry.wording for entry in entries_of(corpus)}

    def search(self, query: str, *, as_of: date, actor: Actor, top: int) -> tuple[Found, ...]:
        """The wordings nearest to the query, among those in force on the day and open to the actor."""
        if not query.strip():
            return ()
        vector = self._embedder.embed([query], silently)[0]
        nearest = self._store.nearest(vector, visible_on(as_of, actor), top)
        return tuple(Found(self._wordings[key], score, "near in meaning") for key, score in nearest)
