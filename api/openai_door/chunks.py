"""An answer as chunks of a chat completion: each statement in the moment in which it held."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final, Literal

from pydantic import BaseModel

from api.answers import Happened, Waits
from api.openai_door.annotation import Annotation
from api.openai_door.chat_request import ChatRequest
from api.openai_door.completion import AboutAnswer, refusal_in
from api.openai_door.faults import Fault, FaultBody, fault_of
from api.openai_door.usage import Usage
from api.openai_door.writing import Writing
from api.problems import problem_of
from copilot.agent.events import Done, Working
from copilot.errors import CopilotError
from copilot.logs import logger

_DONE: Final = b"data: [DONE]\n\n"
_WITHDRAWN: Final = "What was shown of this answer is not recorded: do not use it."
_BROKEN = Fault(message="The answer broke off.", type="server_error", code="broken_off")
_log = logger(__name__)


class Delta(BaseModel):
    """What is added to the message."""

    role: Literal["assistant"] | None = None
    content: str | None = None
    refusal: str | None = None
    annotations: list[Annotation] | None = None


class ChunkChoice(BaseModel):
    """The one choice there is."""

    index: int
    delta: Delta
    logprobs: None
    finish_reason: Literal["stop"] | None


class Chunk(BaseModel):
    """A part of an answer, as OpenAI streams one; ``copilot`` is beyond its fields, and in the last one."""

    id: str
    object: Literal["chat.completion.chunk"]
    created: int
    model: str
    choices: list[ChunkChoice]
    usage: Usage | None = None
    system_fingerprint: str | None = None
    copilot: AboutAnswer | None = None


@dataclass
class Chunks:
    """Writes the chunks of one answer; all of them have its id."""

    id: str
    created: int
    chat: ChatRequest
    writing: Writing
    _written: list[str] = field(default_factory=list)

    async def sent(self, first: Happened, rest: AsyncGenerator[Happened]) -> AsyncGenerator[bytes]:
        """The stream: chunks, comments that say what is being done, and how it ended."""
        try:
            async with aclosing(rest):
                yield self._chunk(Delta(role="assistant", content=""))
                for line in self._told(first):
                    yield line
                async for happened in rest:
                    for line in self._told(happened):
                        yield line
            yield _DONE
        except CopilotError as error:
            yield _failed(self._fault(error))
        except Exception as error:  # noqa: BLE001  # the status is sent: all that is left is to say that it broke
            _log.error("an answer broke off", fault=type(error).__name__)
            yield _failed(_BROKEN)

    def _told(self, happened: Happened) -> Iterator[bytes]:
        piece = self.writing.piece(happened)
        if piece is None:
            yield _comment(happened)
            return
        self._written.append(piece.text)
        delta = Delta(content=piece.text)
        if piece.annotations:
            delta.annotations = list(piece.annotations)
        yield self._chunk(delta)
        if isinstance(happened, Done):
            yield from self._last(happened)

    def _last(self, done: Done) -> Iterator[bytes]:
        refusal = refusal_in(done.answer)
        yield self._chunk(
            Delta(refusal=refusal) if refusal else Delta(),
            "stop",
            system_fingerprint=done.answer.fingerprint,
            copilot=AboutAnswer.of(done.answer, self.chat.conversation),
        )
        if self._counts:
            yield self._event(choices=[], usage=Usage.of(self.chat.questions, "".join(self._written)))

    @property
    def _counts(self) -> bool:
        options = self.chat.stream_options
        return options is not None and bool(options.include_usage)

    def _chunk(self, delta: Delta, ended: Literal["stop"] | None = None, **more: object) -> bytes:
        choice = ChunkChoice(index=0, delta=delta, logprobs=None, finish_reason=ended)
        uncounted = {"usage": None} if self._counts else {}
        return self._event(choices=[choice], **uncounted, **more)

    def _event(self, **told: object) -> bytes:
        """One event; a field that nobody set is not sent, since clients tell it from one that is null."""
        common = {"id": self.id, "object": "chat.completion.chunk", "created": self.created}
        chunk = Chunk.model_validate(common | {"model": self.chat.model} | told)
        return f"data: {chunk.model_dump_json(exclude_unset=True)}\n\n".encode()

    def _fault(self, error: CopilotError) -> Fault:
        """What was read of an answer that ends in an error has no record: that has to be said."""
        fault = fault_of(problem_of(error))
        if self._written:
            fault.message = f"{fault.message} {_WITHDRAWN}"
        return fault


def _failed(fault: Fault) -> bytes:
    return f"data: {FaultBody(error=fault).model_dump_json()}\n\n".encode()


def _comment(happened: object) -> bytes:
    """A line that clients pass over, and that keeps the connection open."""
    match happened:
        case Working():
            said = happened.on
        case Waits():
            said = f"waiting, {happened.before} before"
        case _:
            said = "at work"
    return f": {' '.join(said.split())}\n\n".encode()
