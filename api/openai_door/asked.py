"""What a request asks: the last question, as of which day, after which others.

Nothing else in it counts. Instructions (``system``, ``developer``) are not ours to follow, and what an assistant said
before is no evidence: only the questions of users and their days are taken over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.openai_door.chat_request import ChatRequest
from api.openai_door.models import day_in
from copilot.agent.conversation import Conversation, Turn, understood
from copilot.errors import UnusableQuestion

_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; ``day`` is the one it is answered as of, ``as_of`` that of a question which names none."""

    question: str
    as_of: date
    day: date
    conversation: Conversation


def asked_in(chat: ChatRequest, today: date) -> Asked:
    """What a request asks, where a question without a day is one of ``today``."""
    as_of = _day(chat) or today
    *earlier, question = chat.questions
    conversation = Conversation()
    for words in earlier[-_REMEMBERED:]:
        if words.strip():
            meant = understood(words, conversation, as_of)
            conversation = conversation.then(Turn(meant.question, meant.as_of))
    return Asked(question, as_of, understood(question, conversation, as_of).as_of, conversation)


def _day(chat: ChatRequest) -> date | None:
    in_name = day_in(chat.model)
    if in_name and chat.as_of and in_name != chat.as_of:
        raise UnusableQuestion(
            f"the model is named for {in_name}, and as_of says {chat.as_of}", remedy="Give one of them."
        )
    return in_name or chat.as_of
