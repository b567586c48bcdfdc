"""Answering, counted and timed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from api.metrics import Metrics
from copilot.actor import Actor
from copilot.agent.answering import Answering, Keep
from copilot.agent.conversation import Conversation
from copilot.agent.events import Event
from copilot.agent.intake import Nearest
from copilot.agent.speaker import Speaker
from copilot.law import Corpus
from copilot.retrieval import Searcher
from copilot.tracing import span


class MeasuredAnswering(Answering):
    """Tells the metrics what becomes of each question; imported where questions are answered, since it loads much."""

    def __init__(
        self,
        corpus: Corpus,
        searcher: Searcher,
        speaker: Speaker,
        keep: Keep,
        *,
        fallback: Speaker | None,
        nearest: Nearest,
        metrics: Metrics,
    ) -> None:
        super().__init__(corpus, searcher, speaker, keep, fallback, nearest)
        self._metrics = metrics

    def ask(
        self, asked: str, *, as_of: date, actor: Actor, conversation: Conversation, thread_id: str | None
    ) -> Iterator[Event]:
        """What happens until the question is answered."""
        events = super().ask(
            asked, as_of=as_of, actor=actor, conversation=conversation, thread_id=thread_id
        )
        with span("answer"):
            yield from self._metrics.observed(events)
