from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from copilot.actor import Actor
from copilot.agent.answering import Answering
from copilot.agent.conversation import Conversation
from copilot.agent.events import Done
from copilot.agent.speaker import extractive_speaker
from copilot.grounding import Answer
from copilot.law import Corpus
from copilot.retrieval import Searcher
from tests.agent.conftest import Kept

TODAY = date(2026, 11, 20)
Ask = Callable[..., Answer]


@pytest.fixture
def ask(small_corpus: Corpus, searcher: Searcher, kept: Kept, officer: Actor) -> Ask:
    """Ask the extractive model, through the loop and the gate of every model."""
    answering = Answering(small_corpus, searcher, extractive_speaker(), kept)

    def asked(question: str, as_of: date = TODAY) -> Answer:
        events = answering.ask(
            question, as_of=as_of, actor=officer, conversation=Conversation(), thread_id=None
        )
        return next(event.answer for event in events if isinstance(event, Done))

    return asked
