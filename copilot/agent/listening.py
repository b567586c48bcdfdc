"""Listening to one model answer one question: its tool calls, its statements, and a second try for what failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware.types import InputAgentState
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, AnyMessage, BaseMessage, HumanMessage
from langchain_core.runnables import RunnableConfig
from langgraph.errors import GraphRecursionError
from langsmith import tracing_context

from copilot.agent.asking import Asking
from copilot.agent.events import Event, Shown, Working
from copilot.agent.gate import Gate, to_repair
from copilot.agent.gathering import Gathering
from copilot.agent.instructions import instructions
from copilot.agent.masking import Mask, MaskedModel, OwnPattern, Recogniser
from copilot.agent.refusing import not_permitted, refusal_for
from copilot.agent.speaker import Speaker
from copilot.agent.tools import TOOLS
from copilot.agent.wire import AnswerReader, Declined
from copilot.errors import ModelBudgetSpent, ModelUnavailable
from copilot.grounding import Draft, Refusal, Source

_MOST_STEPS = 20
_PROGRESS = {tool.name: tool.progress for tool in TOOLS}


class Listening:
    """One model, one question. What a model elsewhere is told goes through a mask, and nothing else reaches it."""

    def __init__(
        self,
        asking: Asking,
        speaker: Speaker,
        recogniser: Callable[[tuple[OwnPattern, ...]], Recogniser],
    ) -> None:
        self.speaker = speaker
        self.gathering = Gathering(asking, self._may_not_leave)
        self.gate = Gate(asking)
        self.dropped = 0
        self._asking = asking
        self._declined: list[Declined] = []
        self._recogniser = recogniser
        self._spent = 0

    @property
    def sent(self) -> tuple[str, ...]:
        """What left the machine, word for word: one JSON text for each time a model elsewhere was asked."""
        return self._model.sent if isinstance(self._model, MaskedModel) else ()

    def events(self, question: str) -> Iterator[Event]:
        """What the model does and says; only what holds is shown. Raises ``ModelUnavailable``."""
        messages: list[AnyMessage] = [HumanMessage(question)]
        yield from self._said(messages)
        failed, shown = list(self.gate.held_back), len(self.gate.shown)
        if failed:
            yield Working("Putting what did not hold in other words")
            messages.append(HumanMessage(to_repair(failed)))
            self.gate.begin_repair()
            yield from self._said(messages)
            again = len(self.gate.held_back) - len(failed)
            self.dropped = max(len(failed) - (len(self.gate.shown) - shown), again)

    def refusal(self) -> Refusal | None:
        """The refusal, where there is no answer or the model says that two sources conflict."""
        declined = self._declined[-1] if self._declined else None
        if self.gate.supported:
            return refusal_for("conflict", self.gathering.evidence) if declined == "conflict" else None
        if self.gathering.withheld and not self.gathering.evidence.provisions:
            return not_permitted(self.gathering.withheld)
        return refusal_for(declined or "no_source", self.gathering.evidence)

    @cached_property
    def _model(self) -> BaseChatModel:
        if not self.speaker.leaves_the_machine:
            return self.speaker.model
        return MaskedModel(model=self.speaker.model, mask=Mask(self._recogniser(self.speaker.own)))

    def _may_not_leave(self, source: Source) -> bool:
        return self.speaker.leaves_the_machine and self._recogniser(self.speaker.own).closed.hold(source)

    def _said(self, messages: list[AnyMessage]) -> Iterator[Event]:
        """One run of the loop; ``messages`` grow by what was said and done."""
        agent = create_agent(
            self._model,
            [self.gathering.as_langchain(tool) for tool in TOOLS],
            system_prompt=f"{instructions('answer').text}\n\nThe day asked about is {self._asking.as_of}.",
        )
        reader = AnswerReader()
        begun: InputAgentState = {"messages": list(messages)}
        limits: RunnableConfig = {"recursion_limit": _MOST_STEPS}
        steps = agent.stream(begun, limits, stream_mode=["messages", "updates"])
        try:
            part: Any  # a chunk with its origin, or what a step changed: LangGraph types neither
            # LangChain would send all of it to LangSmith where the environment asks for that.
            with tracing_context(enabled=False):
                for mode, part in steps:
                    if mode == "messages":
                        yield from self._chunk(reader, part[0])
                    else:
                        yield from self._step(reader, part, messages)
        except GraphRecursionError as error:
            raise ModelUnavailable(
                f"the model {self.speaker.name!r} called tools again and again without an answer",
                remedy="Ask in fewer steps, or set COPILOT_MODEL to another model.",
            ) from error

    def _chunk(self, reader: AnswerReader, chunk: BaseMessage) -> Iterator[Event]:
        if isinstance(chunk, AIMessageChunk):
            self._count(chunk)
            for said in reader.read(chunk.text):
                yield from self._hold(said)

    def _step(
        self, reader: AnswerReader, update: Mapping[str, Any], messages: list[AnyMessage]
    ) -> Iterator[Event]:
        for change in update.values():
            for message in (change or {}).get("messages", ()):
                messages.append(message)
                if not isinstance(message, AIMessage):
                    continue
                if message.tool_calls:
                    reader.begin_again()
                    yield from (
                        Working(_PROGRESS.get(call["name"], "Calling a tool"))
                        for call in message.tool_calls
                    )
                    continue
                for said in reader.end():
                    yield from self._hold(said)

    def _hold(self, said: Draft | Declined) -> Iterator[Event]:
        if not isinstance(said, Draft):
            self._declined.append(said)
            return
        for statement in self.gate.let_through(said, self.gathering.evidence):
            yield Shown(statement, self.gathering.evidence.results)

    def _count(self, chunk: AIMessageChunk) -> None:
        if chunk.usage_metadata is None or self.speaker.budget is None:
            return
        self._spent += chunk.usage_metadata["total_tokens"]
        if self._spent > self.speaker.budget:
            raise ModelBudgetSpent(
                f"the answer has cost {self._spent} tokens, and one may cost {self.speaker.budget}",
                remedy="Ask a narrower question, or set COPILOT_MODEL_BUDGET higher.",
            )
