"""Conversations as they are sent: the list of them, and one with its turns."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field

from api.shapes.answer import AnswerBody


class NewConversation(BaseModel):
    """A conversation that questions can be asked in; nothing is kept of it before the first."""

    id: str


class ConversationSummary(BaseModel):
    """One conversation of the list."""

    id: str
    title: str = Field(description="Its first question.")
    last_at: datetime
    last: int = Field(description="The entry of its last question; `before` takes it, for what is older.")
    turns: int


class ConversationList(BaseModel):
    """Own conversations, the latest first."""

    conversations: list[ConversationSummary]
    before: int | None = Field(description="Where the next page begins; none on the last one.")


class TurnBody(BaseModel):
    """A question, and what became of it."""

    record: int = Field(description="The question's entry in the ledger.")
    question: str = Field(description="As it was asked; `[redacted]` where its words were removed.")
    as_of: date
    at: datetime
    state: Literal["answered", "not_answered", "redacted", "withheld"]
    said: str | None = Field(description="Why there is no answer to show; none where there is one.")
    answer: AnswerBody | None


class ConversationBody(BaseModel):
    """A conversation: its latest turns, in the order in which they were asked."""

    id: str
    turns: list[TurnBody]
    before: int | None = Field(
        description="Where the turns before these end; none where these are the first."
    )
