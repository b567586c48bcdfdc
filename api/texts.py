"""What is answered from at one time: the texts, the index over them, and what answers from both."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from copilot.law import Corpus
from copilot.records import Uploaded
from copilot.retrieval import Searcher

if TYPE_CHECKING:
    from copilot.agent.answering import Answering

Opened = TypeVar("Opened")


class Once(Generic[Opened]):
    """Opens something when it is first asked for; where that fails, the next to ask tries again."""

    def __init__(self, opening: Callable[[], Opened]) -> None:
        self._opening = opening
        self._lock = Lock()
        self._held: Opened | None = None

    def __call__(self) -> Opened:
        """What was opened, now or before."""
        with self._lock:
            if self._held is None:
                self._held = self._opening()
            return self._held

    @property
    def held(self) -> Opened | None:
        """What was opened; none where nobody asked."""
        return self._held


class Texts:
    """The texts after some change of the uploaded policies. A request takes them once, and keeps them to its end."""

    def __init__(
        self,
        folder: Corpus,
        uploaded: Uploaded,
        search_in: Callable[[Corpus], Searcher],
        answer_from: Callable[[Corpus, Searcher], Answering],
    ) -> None:
        self.corpus = uploaded.beside(folder)
        self.uploaded = uploaded
        self.searcher = Once(lambda: search_in(self.corpus))
        self.answering = Once(lambda: answer_from(self.corpus, self.searcher()))
