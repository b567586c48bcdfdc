"""What the routes share: the texts, the index over them, the ledger, and what answers questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.access import Access
from api.answers import Desk
from api.metrics import Metrics
from api.state_metrics import StateMetrics
from api.texts import Once, Texts
from api.upkeep import Upkeep
from copilot.law import Corpus, load_corpus
from copilot.records import HeldPolicies, Uploaded
from copilot.retrieval import (
    FewTexts,
    IndexStatus,
    Searcher,
    build_index,
    chosen_embedder,
    chosen_server,
    index_status,
    silently,
)
from copilot.settings import Settings
from copilot.tracing import span

if TYPE_CHECKING:
    from copilot.agent.answering import Answering
    from copilot.agent.intake import Nearest
    from copilot.records.ledger import Ledger
    from copilot.records.policies import PolicyShelf


class Service:
    """The library as one process uses it; the index, the ledger and the models are opened when first needed."""

    def __init__(self, settings: Settings, folder: Corpus) -> None:
        self.settings = settings
        self.folder = folder
        self.desk = Desk(
            settings.answers_at_once,
            waiting=settings.answers_waiting,
            waiting_each=settings.answers_waiting_each,
        )
        self.metrics = Metrics(StateMetrics(self))
        self._embedder = chosen_embedder(settings)
        self._server = chosen_server(settings)
        self._ledger = Once(self._open_ledger)
        self.access = Access(settings, self._ledger)
        self._nearest = Once(self._open_nearest)
        self.upkeep = Upkeep(
            HeldPolicies(settings), self._texts_of, self._is_outdated, self._build, self._count_questions
        )

    @classmethod
    def open(cls, settings: Settings) -> Service:
        """Read the texts, and keep them up to date from now on; all else waits until it is needed."""
        service = cls(settings, load_corpus(policies=settings.policies, installed=settings.data_folder))
        service.upkeep.start()
        return service

    def close(self) -> None:
        """Finish the answers that were begun, and let go of the database."""
        self.desk.close()
        self.upkeep.close()
        if self._ledger.held is not None:
            self._ledger.held.close()

    def texts(self) -> Texts:
        """The texts in use, with the index over them: who needs several parts of them takes them once."""
        return self.upkeep.texts()

    @property
    def corpus(self) -> Corpus:
        """The texts in use."""
        return self.texts().corpus

    def index_status(self) -> IndexStatus:
        """How the index stands now. One that is open serves on while the next is built, or was built by another."""
        texts = self.texts()
        status = self._status_for(texts)
        if status.state != "outdated" or texts.searcher.held is None:
            return status
        return replace(
            status, state="ready", reason="the index before the last change is in use", remedy=""
        )

    def searcher(self) -> Searcher:
        """The searcher over the index in use; raises where the index is not ready."""
        return self.texts().searcher()

    def ledger(self) -> Ledger:
        """The ledger, opened; raises where it cannot be used."""
        return self._ledger()

    def nearest(self) -> Nearest:
        """What reads descriptions of systems by their nearness to samples."""
        return self._nearest()

    def answering(self) -> Answering:
        """What answers questions; raises where the index or the ledger cannot be used."""
        return self.texts().answering()

    def measured(self, accept: str) -> tuple[bytes, str]:
        """The figures of the service as text, and its type."""
        self._count_questions()
        return self.metrics.exposed(accept)

    def shelf(self) -> PolicyShelf:
        """The uploaded policies, to be looked into and changed."""
        from copilot.records.policies import PolicyShelf

        return PolicyShelf(self.ledger())

    def _count_questions(self) -> None:
        self.metrics.at_the_desk(waiting=self.desk.waiting, at_work=self.desk.at_work)

    def _texts_of(self, uploaded: Uploaded) -> Texts:
        return Texts(self.folder, uploaded, self._search_in, self._answer_from)

    def _status_for(self, texts: Texts) -> IndexStatus:
        return index_status(texts.corpus, self._embedder, self.settings.data_folder, self._server)

    def _is_outdated(self, texts: Texts) -> bool:
        return self._status_for(texts).state == "outdated"

    def _build(self, texts: Texts) -> None:
        folder, server = self.settings.data_folder, self._server
        with span("build index"):
            build_index(texts.corpus, FewTexts(self._embedder), folder, silently, anew=False, server=server)

    def _search_in(self, corpus: Corpus) -> Searcher:
        return Searcher(corpus, self._embedder, self.settings.data_folder, self._server)

    def _open_ledger(self) -> Ledger:
        from copilot.records.ledger import chosen_ledger

        return chosen_ledger(self.settings)

    def _open_nearest(self) -> Nearest:
        from copilot.agent.intake import Nearest

        return Nearest.bundled(self.settings.data_folder)

    def _answer_from(self, corpus: Corpus, searcher: Searcher) -> Answering:
        from api.answers.measured import MeasuredAnswering
        from copilot.agent.speaker import EXTRACTIVE, chosen_speaker, extractive_speaker

        speaker = chosen_speaker(self.settings)
        falls_back = self.settings.model_fallback and speaker.name != EXTRACTIVE
        return MeasuredAnswering(
            corpus,
            searcher,
            speaker,
            self.ledger().append,
            fallback=extractive_speaker() if falls_back else None,
            nearest=self.nearest(),
            metrics=self.metrics,
        )
