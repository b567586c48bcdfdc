"""A chat model that sees no more than it may: all that goes out is masked, all that comes back is put back.

It stands between the loop and a model that is elsewhere, so that nothing on this side of it (tools, checks, the
ledger, the person) meets a mark, and nothing on the other side meets what a mark stands for.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
    convert_to_openai_messages,
)
from langchain_core.messages.tool import ToolCallChunk, invalid_tool_call, tool_call, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable, RunnableBinding
from langchain_core.tools import BaseTool
from langchain_openai import ChatOpenAI
from pydantic import ConfigDict, JsonValue, PrivateAttr

from copilot.agent.masking.mask import Mask, PuttingBack


class MaskedModel(BaseChatModel):
    """``model`` behind a mask, for one question. ``sent`` keeps what it was sent, one JSON text a call."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    model: BaseChatModel
    mask: Mask
    _sent: list[str] = PrivateAttr(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "masked"

    @property
    def sent(self) -> tuple[str, ...]:
        """The messages of each call, word for word as they left."""
        return tuple(self._sent)

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The tools as the model behind is told of them; what describes them is ours and holds no data."""
        bound = self.model.bind_tools(tools, tool_choice=tool_choice, **options)
        if not isinstance(bound, RunnableBinding):
            raise TypeError(f"{type(self.model).__name__} binds tools in a way that cannot be masked")
        return self.bind(**bound.kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> ChatResult:
        result = self.model._generate(
            self._going_out(messages), stop, None, **options
        )  # no callback sees marks
        return ChatResult(
            generations=[
                ChatGeneration(message=self._come_back(one.message)) for one in result.generations
            ],
            llm_output=result.llm_output,
        )

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> Iterator[ChatGenerationChunk]:
        reply = _Reply(self.mask)
        for chunk in self.model._stream(self._going_out(messages), stop, None, **options):
            yield _told(run_manager, reply.read(chunk))
        yield _told(run_manager, reply.end())

    def _going_out(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        """The messages with marks. Only what is known to be needed goes out, so nothing can be forgotten."""
        self.mask.mask_all([text for message in messages for text in _texts(message)])
        masked = [_masked(message, self.mask) for message in messages]
        self._sent.append(json.dumps(self._on_the_wire(masked), ensure_ascii=False))
        return masked

    def _on_the_wire(self, masked: list[BaseMessage]) -> object:
        """The messages as the request has them; the model behind writes the very same once more."""
        if isinstance(self.model, ChatOpenAI):
            return self.model._get_request_payload(masked)["messages"]
        return convert_to_openai_messages(masked)

    def _come_back(self, message: BaseMessage) -> AIMessage:
        if not isinstance(message, AIMessage):
            raise TypeError(f"a model answers with {message.type}, which is no answer")
        back = self.mask.put_back
        return message.model_copy(
            update={
                "content": back(message.text, in_json=True),
                "tool_calls": [call | {"args": _each(call["args"], back)} for call in message.tool_calls],
            }
        )


class _Reply:
    """One reply while it streams in: its text, and the arguments of each tool it calls."""

    def __init__(self, mask: Mask) -> None:
        self._mask = mask
        self._text = PuttingBack(mask)
        self._arguments: dict[int | None, PuttingBack] = {}

    def read(self, chunk: ChatGenerationChunk) -> ChatGenerationChunk:
        """The piece with what is decided by now."""
        message = chunk.message
        if not isinstance(message, AIMessageChunk):
            raise TypeError(f"a model streams {message.type}, which is no answer")
        calls = [self._read_call(call) for call in message.tool_call_chunks]
        update = {"content": self._text.read(message.text), "tool_call_chunks": calls}
        fields = {name: getattr(message, name) for name in _KEPT} | update
        return ChatGenerationChunk(message=AIMessageChunk(**fields), generation_info=chunk.generation_info)

    def end(self) -> ChatGenerationChunk:
        """What was held to the end."""
        rest = [
            tool_call_chunk(args=text, index=index)
            for index, held in self._arguments.items()
            if (text := held.end())
        ]
        return ChatGenerationChunk(message=AIMessageChunk(content=self._text.end(), tool_call_chunks=rest))

    def _read_call(self, call: ToolCallChunk) -> ToolCallChunk:
        held = self._arguments.setdefault(call["index"], PuttingBack(self._mask))
        arguments = call["args"]
        return tool_call_chunk(
            name=call["name"],
            args=None if arguments is None else held.read(arguments),
            id=call["id"],
            index=call["index"],
        )


_KEPT = ("id", "name", "additional_kwargs", "response_metadata", "usage_metadata", "chunk_position")


def _told(run_manager: CallbackManagerForLLMRun | None, chunk: ChatGenerationChunk) -> ChatGenerationChunk:
    if run_manager is not None:
        run_manager.on_llm_new_token(chunk.text, chunk=chunk)
    return chunk


def _texts(message: BaseMessage) -> Iterator[str]:
    yield message.text
    if isinstance(message, AIMessage):
        for call in message.tool_calls:
            yield from _strings(call["args"])
        yield from (call["args"] or "" for call in message.invalid_tool_calls)


def _masked(message: BaseMessage, mask: Mask) -> BaseMessage:
    text = mask.mask(message.text)
    if isinstance(message, SystemMessage):
        return SystemMessage(text)
    if isinstance(message, HumanMessage):
        return HumanMessage(text)
    if isinstance(message, ToolMessage):
        return ToolMessage(text, tool_call_id=message.tool_call_id, status=message.status)
    if isinstance(message, AIMessage):
        return AIMessage(
            text,
            tool_calls=[
                tool_call(name=call["name"], args=_each(call["args"], mask.mask), id=call["id"])
                for call in message.tool_calls
            ],
            invalid_tool_calls=[
                invalid_tool_call(name=call["name"], args=mask.mask(call["args"] or ""), id=call["id"])
                for call in message.invalid_tool_calls
            ],
        )
    raise TypeError(f"a message of kind {message.type} cannot be masked")


def _each(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401  # JSON of any shape
    """JSON with each text in it changed, the names of fields too."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {_each(name, change): _each(held, change) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_each(held, change) for held in value]
    return value


def _strings(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, held in value.items():
            yield name
            yield from _strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from _strings(held)
