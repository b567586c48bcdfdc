"""A whole answer as one chat completion."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from api.openai_door.annotation import Annotation
from api.openai_door.chat_request import ChatRequest
from api.openai_door.usage import Usage
from api.openai_door.writing import Piece, refused
from api.shapes.answer import RefusalBody, refusal_body
from copilot.grounding import Answer


class AnswerMessage(BaseModel):
    """The answer. ``content`` holds all words of it, those of a refusal as well.

    ``refusal`` is set beside it where nothing was answered, so that a program can tell.
    """

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: str | None
    annotations: list[Annotation]


class Choice(BaseModel):
    """The one choice there is."""

    index: int = 0
    message: AnswerMessage
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class AboutAnswer(BaseModel):
    """What belongs to an answer beside its words; ``record`` is its entry in the ledger."""

    as_of: date
    conversation: UUID | None
    record: int
    fingerprint: str = Field(description="Names the index that was answered from.")
    dropped: int = Field(description="Statements that failed their check and are not shown.")
    notices: list[str]
    refusal: RefusalBody | None

    @classmethod
    def of(cls, answer: Answer, conversation: UUID | None) -> AboutAnswer:
        """What there is to say of an answer."""
        return cls(
            as_of=answer.as_of,
            conversation=conversation,
            record=answer.sequence,
            fingerprint=answer.fingerprint,
            dropped=answer.dropped,
            notices=list(answer.notices),
            refusal=None if answer.refusal is None else refusal_body(answer.refusal),
        )


class Completion(BaseModel):
    """An answer, as OpenAI gives one; ``copilot`` is beyond its fields."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str
    choices: list[Choice]
    usage: Usage
    system_fingerprint: str
    copilot: AboutAnswer


def completion(name: str, created: int, chat: ChatRequest, answer: Answer, written: Piece) -> Completion:
    """An answer whose text is written."""
    return Completion(
        id=name,
        created=created,
        model=chat.model,
        choices=[
            Choice(
                message=AnswerMessage(
                    content=written.text,
                    refusal=refusal_in(answer),
                    annotations=list(written.annotations),
                )
            )
        ],
        usage=Usage.of(chat.questions, written.text),
        system_fingerprint=answer.fingerprint,
        copilot=AboutAnswer.of(answer, chat.conversation),
    )


def refusal_in(answer: Answer) -> str | None:
    """The words of a refusal where nothing else was said; OpenAI's clients take them for all there is."""
    return None if answer.refusal is None or answer.statements else refused(answer.refusal)
