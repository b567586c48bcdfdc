"""What the routes share: the texts, the index and the searcher over it."""

from __future__ import annotations

from threading import Lock

from copilot.law import Corpus, load_corpus
from copilot.retrieval import (
    IndexStatus,
    Searcher,
    chosen_embedder,
    chosen_server,
    index_status,
)
from copilot.settings import Settings


class Service:
    """The library as one process uses it; a searcher is opened when the index is first ready."""

    def __init__(self, settings: Settings, corpus: Corpus) -> None:
        self.settings = settings
        self.corpus = corpus
        self._embedder = chosen_embedder(settings)
        self._server = chosen_server(settings)
        self._opening = Lock()
        self._searcher: Searcher | None = None

    @classmethod
    def open(cls, settings: Settings) -> Service:
        """Read the texts; the index is looked at when it is needed."""
        return cls(settings, load_corpus(policies=settings.policies, installed=settings.data_folder))

    def index_status(self) -> IndexStatus:
        """How the index stands now."""
        return index_status(self.corpus, self._embedder, self.settings.data_folder, self._server)

    def searcher(self) -> Searcher:
        """The searcher over the index in use; raises where the index is not ready."""
        with self._opening:
            if self._searcher is None:
                self._searcher = Searcher(
                    self.corpus, self._embedder, self.settings.data_folder, self._server
                )
            return self._searcher
