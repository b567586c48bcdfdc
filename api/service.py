"""What the routes share: the texts, the index over them, the ledger, and what answers questions."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from api.answers import Desk
from copilot.law import Corpus, load_corpus
from copilot.retrieval import (
    IndexStatus,
    Searcher,
    chosen_embedder,
    chosen_server,
    index_status,
)
from copilot.settings import Settings

if TYPE_CHECKING:
    from copilot.agent.answering import Answering
    from copilot.agent.intake import Nearest
    from copilot.records.ledger import Ledger

_Opened = TypeVar("_Opened")


class Service:
    """The library as one process uses it; the index, the ledger and the models are opened when first needed."""

    def __init__(self, settings: Settings, corpus: Corpus) -> None:
        self.settings = settings
        self.corpus = corpus
        self.desk = Desk(settings.answers_at_once)
        self._embedder = chosen_embedder(settings)
        self._server = chosen_server(settings)
        self._searcher = _Once(
            lambda: Searcher(self.corpus, self._embedder, settings.data_folder, self._server)
        )
        self._ledger = _Once(self._open_ledger)
        self._nearest = _Once(self._open_nearest)
        self._answering = _Once(self._open_answering)

    @classmethod
    def open(cls, settings: Settings) -> Service:
        """Read the texts; all else waits until it is needed."""
        return cls(settings, load_corpus(policies=settings.policies, installed=settings.data_folder))

    def close(self) -> None:
        """Finish the answers that were begun, and let go of the database."""
        self.desk.close()
        if self._ledger.held is not None:
            self._ledger.held.close()

    def index_status(self) -> IndexStatus:
        """How the index stands now."""
        return index_status(self.corpus, self._embedder, self.settings.data_folder, self._server)

    def searcher(self) -> Searcher:
        """The searcher over the index in use; raises where the index is not ready."""
        return self._searcher()

    def ledger(self) -> Ledger:
        """The ledger, opened; raises where it cannot be used."""
        return self._ledger()

    def nearest(self) -> Nearest:
        """What reads descriptions of systems by their nearness to samples."""
        return self._nearest()

    def answering(self) -> Answering:
        """What answers questions; raises where the index or the ledger cannot be used."""
        return self._answering()

    def _open_ledger(self) -> Ledger:
        from copilot.records.ledger import chosen_ledger

        return chosen_ledger(self.settings)

    def _open_nearest(self) -> Nearest:
        from copilot.agent.intake import Nearest

        return Nearest.bundled(self.settings.data_folder)

    def _open_answering(self) -> Answering:
        from copilot.agent.answering import Answering
        from copilot.agent.speaker import EXTRACTIVE, chosen_speaker, extractive_speaker

        speaker = chosen_speaker(self.settings)
        falls_back = self.settings.model_fallback and speaker.name != EXTRACTIVE
        return Answering(
            self.corpus,
            self.searcher(),
            speaker,
            self.ledger().append,
            fallback=extractive_speaker() if falls_back else None,
            nearest=self.nearest(),
        )


class _Once(Generic[_Opened]):
    """Opens something when it is first asked for; where that fails, the next to ask tries again."""

    def __init__(self, opening: Callable[[], _Opened]) -> None:
        self._opening = opening
        self._lock = Lock()
        self._held: _Opened | None = None

    def __call__(self) -> _Opened:
        with self._lock:
            if self._held is None:
                self._held = self._opening()
            return self._held

    @property
    def held(self) -> _Opened | None:
        """What was opened; none where nobody asked."""
        return self._held
