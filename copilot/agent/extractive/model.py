"""The chat model without a network: called like any other, it answers by rule."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.tool import ToolCall, tool_call_chunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from copilot.agent.extractive.answering import lines
from copilot.agent.extractive.plan import next_call
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.seen import Seen


class ExtractiveModel(BaseChatModel):
    """Reads the messages, calls the next tool of its plan, or writes the answer from what the tools brought."""

    @property
    def _llm_type(self) -> str:
        return "extractive"

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,  # noqa: ARG002
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The same model, which calls only tools that it was given."""
        names = tuple(tool.name for tool in tools if isinstance(tool, BaseTool))
        return self.bind(offered=names, **options)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> ChatResult:
        seen, call = self._next(messages, options)
        message = (
            AIMessage("", tool_calls=[call]) if call else AIMessage("".join(lines(_asked(seen), seen)))
        )
        return ChatResult(generations=[ChatGeneration(message=message)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> Iterator[ChatGenerationChunk]:
        seen, call = self._next(messages, options)
        if call:
            yield ChatGenerationChunk(message=_as_chunk(call))
            return
        for line in (*lines(_asked(seen), seen), ""):
            chunk = ChatGenerationChunk(message=AIMessageChunk(content=line))
            if run_manager:
                run_manager.on_llm_new_token(line, chunk=chunk)
            yield chunk

    def _next(self, messages: list[BaseMessage], options: dict[str, Any]) -> tuple[Seen, ToolCall | None]:
        seen = Seen.of(messages)
        if seen.to_repair is not None:
            return seen, None
        call = next_call(_asked(seen), seen, frozenset(options.get("offered", ())))
        number = len(seen.calls) + 1
        return seen, None if call is None else ToolCall(
            name=call.tool, args=dict(call.arguments), id=f"call-{number}", type="tool_call"
        )


def _asked(seen: Seen) -> Asked:
    return Asked(seen.question, seen.day)


def _as_chunk(call: ToolCall) -> AIMessageChunk:
    chunk = tool_call_chunk(name=call["name"], args=json.dumps(call["args"]), id=call["id"], index=0)
    return AIMessageChunk(content="", tool_call_chunks=[chunk])
