"""One question of one caller on its way: what it means in its conversation, and what happens until it is answered."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fastapi.concurrency import run_in_threadpool

from api.access import Caller
from api.answers.desk import Desk, Happened, Waits
from copilot.agent.conversation import Conversation, Turn, understood
from copilot.agent.events import Done
from copilot.grounding import Answer

if TYPE_CHECKING:
    from api.service import Service
    from copilot.agent.answering import Answering


class Gone(Exception):
    """Whoever asked has gone, and nothing was begun."""


@dataclass(frozen=True)
class Inquiry:
    """A question that can be put to the desk; ``day`` is the one it is answered as of."""

    asked: str
    as_of: date
    day: date
    caller: Caller
    thread: str | None
    _conversation: Conversation
    _answering: Answering
    _desk: Desk

    @classmethod
    async def of(
        cls, service: Service, caller: Caller, asked: str, *, as_of: date, thread: str | None
    ) -> Inquiry:
        """Make it ready; raises where questions cannot be answered now, or the conversation is another's."""
        service.desk.require_room(caller.credential, alone=caller.proof == "owner")
        answering, conversation = await run_in_threadpool(_ready, service, caller, thread)
        day = understood(asked, conversation, as_of).as_of
        return cls(asked, as_of, day, caller, thread, conversation, answering, service.desk)

    def events(self) -> AsyncGenerator[Happened]:
        """What happens from now on; the last event is the answer, recorded."""
        caller = self.caller
        return self._desk.events(
            lambda: self._answering.ask(
                self.asked,
                as_of=self.as_of,
                actor=caller.actor,
                conversation=self._conversation,
                thread_id=self.thread,
            ),
            caller.credential,
            alone=caller.proof == "owner",
        )

    async def answer(self, gone: Callable[[], Awaitable[bool]]) -> Answer:
        """The answer when it is whole. Who goes while the question waits withdraws it; then this raises ``Gone``."""
        async with aclosing(self.events()) as events:
            async for happened in events:
                if isinstance(happened, Done):
                    return happened.answer
                if isinstance(happened, Waits) and await gone():
                    raise Gone
        raise RuntimeError("an answer that ends without being done")


def _ready(service: Service, caller: Caller, thread: str | None) -> tuple[Answering, Conversation]:
    """What answers questions, and what was asked so far in this thread."""
    from copilot.records.conversations import Conversations

    answering = service.answering()
    if thread is None:
        return answering, Conversation()
    questions = Conversations(service.ledger()).before_now(thread, caller.actor.name)
    return answering, Conversation(tuple(Turn(asked.understood, asked.as_of) for asked in questions))
