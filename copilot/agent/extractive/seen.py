"""What a model sees of one question: the day, the question, the calls that were made, and what they brought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage

from copilot.agent.extractive.result import Result
from copilot.agent.extractive.source import Source, sources_in

_DAY = re.compile(r"The day asked about is (\d{4}-\d{2}-\d{2})\.\s*$")


@dataclass(frozen=True)
class Called:
    """A call of a tool, and the sources it brought; none where it found nothing or could not be made."""

    tool: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Seen:
    """The messages, read. ``to_repair`` is what was said back of statements that did not hold."""

    question: str
    day: date | None
    calls: tuple[Called, ...]
    written: tuple[str, ...]
    to_repair: str | None

    @classmethod
    def of(cls, messages: Sequence[BaseMessage]) -> Seen:
        """Read the messages of the loop."""
        asked = [message for message in messages if isinstance(message, HumanMessage)]
        told = "\n".join(message.text for message in messages if isinstance(message, SystemMessage))
        day = _DAY.search(told)
        return cls(
            question=" ".join(asked[0].text.split()) if asked else "",
            day=date.fromisoformat(day[1]) if day else None,
            calls=tuple(
                Called(message.name or "", tuple(sources_in(message.text)))
                for message in messages
                if isinstance(message, ToolMessage)
            ),
            written=tuple(
                message.text for message in messages if isinstance(message, AIMessage) and message.text
            ),
            to_repair=asked[-1].text if len(asked) > 1 and messages[-1] is asked[-1] else None,
        )

    def called(self, tool: str) -> tuple[Called, ...]:
        """The calls of one tool."""
        return tuple(call for call in self.calls if call.tool == tool)

    def results(self, tool: str) -> tuple[Result, ...]:
        """What one tool worked out."""
        return tuple(
            Result(source) for call in self.called(tool) for source in call.sources if source.is_result
        )

    @cached_property
    def provisions(self) -> tuple[Source, ...]:
        """Every provision that was brought, each once, in the order in which it came."""
        found = {
            source.id: source for call in self.calls for source in call.sources if not source.is_result
        }
        return tuple(found.values())

    @cached_property
    def found(self) -> tuple[Source, ...]:
        """The provisions that searches brought, the best match first; the latest search looked the closest."""
        searches = reversed(self.called("search_law"))
        return tuple({source.id: source for call in searches for source in call.sources}.values())

    def provision(self, id_: str) -> Source | None:
        """A provision by its id; none where it was not brought."""
        return next((source for source in self.provisions if source.id == id_), None)
