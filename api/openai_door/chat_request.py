"""A request for a chat completion, as far as it concerns the copilot; fields it does not know are passed over."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from api.openai_door.unsupported import require_supported
from copilot.rules.telling import Day

Role = Literal["system", "developer", "user", "assistant", "tool", "function"]
_INSTRUCTING = ("system", "developer")


class Message(BaseModel):
    """A message. Of users' messages alone the content is read, and becomes text; that of others may be anything."""

    role: Role
    content: JsonValue = Field(default="", description="Text, or a list of parts of the type `text`.")

    @field_validator("content")
    @classmethod
    def _words(cls, told: JsonValue, info: ValidationInfo) -> str:
        return _text(told) if info.data.get("role") == "user" else ""


class StreamOptions(BaseModel):
    """How to stream."""

    include_usage: StrictBool | None = Field(
        default=False, description="Whether the last chunk says how many words were read and written."
    )


class ChatRequest(BaseModel):
    """A question, and what was asked before it."""

    model_config = ConfigDict(
        extra="ignore",
        title="ChatCompletionRequest",
        json_schema_extra={
            "examples": [
                {
                    "model": "copilot@2026-11-20",
                    "messages": [{"role": "user", "content": "What is AI literacy under the AI Act?"}],
                }
            ]
        },
    )

    model: str = Field(description="`copilot`, or `copilot@2026-07-01` to ask as of that day.")
    messages: list[Message] = Field(
        min_length=1, description="The conversation; its last question is answered."
    )
    stream: StrictBool | None = False
    stream_options: StreamOptions | None = None
    as_of: Day | None = Field(
        default=None,
        description="The day asked about, where the question names none; beyond OpenAI's fields.",
    )
    conversation: UUID | None = Field(
        default=None,
        description="The conversation it goes on, from `POST /v1/conversations`: its questions count, and not those in "
        "`messages`. Beyond OpenAI's fields.",
    )

    @property
    def questions(self) -> tuple[str, ...]:
        """What users asked, the latest last."""
        return tuple(str(message.content) for message in self.messages if message.role == "user")

    @model_validator(mode="before")
    @classmethod
    def _supported(cls, told: JsonValue) -> JsonValue:
        if isinstance(told, dict):
            require_supported(told)
        return told

    @model_validator(mode="after")
    def _ends_with_a_question(self) -> ChatRequest:
        said = [message.role for message in self.messages if message.role not in _INSTRUCTING]
        if said[-1:] != ["user"]:
            raise PydanticCustomError(
                "invalid_value", "the last message has to be a user's: the question", {"param": "messages"}
            )
        if self.stream_options is not None and not self.stream:
            raise PydanticCustomError(
                "invalid_value", "this is for streams: say stream=true", {"param": "stream_options"}
            )
        return self


def _text(told: JsonValue) -> str:
    """The words of a message that is text or parts of text."""
    if isinstance(told, str):
        return told
    if not isinstance(told, list):
        raise PydanticCustomError("invalid_value", "text, or a list of parts, is needed")
    return "\n".join(_part(part) for part in told)


def _part(told: JsonValue) -> str:
    kind = told.get("type") if isinstance(told, dict) else None
    words = told.get("text") if isinstance(told, dict) else None
    if kind != "text" or not isinstance(words, str):
        raise PydanticCustomError(
            "unsupported_value", "the copilot reads text alone; a part of another type was sent"
        )
    return words
