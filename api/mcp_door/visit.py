"""One request of a client: who calls which service, and the day it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.access import Caller
from api.service import Service
from api.texts import Texts
from copilot.actor import Actor
from copilot.agent.asking import Asking
from copilot.law import Corpus
from copilot.retrieval import Found, Searcher


@dataclass(frozen=True)
class Visit:
    """Whatever is read for a client is read through here: it holds nothing that is closed to the caller."""

    service: Service
    caller: Caller
    today: date

    @property
    def corpus(self) -> Corpus:
        """The texts that are open to the caller."""
        return self.service.corpus.open_to(self.caller.actor)

    def asking(self, day: date) -> Asking:
        """What a tool is answered from: all of it from the same texts, though policies may change meanwhile."""
        texts = self.service.texts()
        corpus = texts.corpus.open_to(self.caller.actor)
        return Asking(
            self.caller.actor,
            corpus.as_of(day),
            corpus.as_of(day, layer="official"),
            _WhenNeeded(texts),
            self.service.nearest(),
        )


class _WhenNeeded(Searcher):
    """Opens the index when something is looked for: to read the law, and for the rules, none is needed."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def search(self, query: str, *, as_of: date, actor: Actor, top: int) -> tuple[Found, ...]:
        """Search; raises where the index is not ready."""
        return self._texts.searcher().search(query, as_of=as_of, actor=actor, top=top)
