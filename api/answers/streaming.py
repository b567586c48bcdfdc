"""An answer as Server-Sent Events: each thing as it happens, and a sign of life where nothing does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Final

import structlog
from fastapi.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from api.answers.desk import Happened
from api.answers.inquiry import Inquiry
from api.answers.telling import Telling
from api.problems import problem_of, unexpected_problem
from api.shapes.answer import Numbered
from copilot.errors import CopilotError
from copilot.law import Corpus
from copilot.logs import logger

MEDIA_TYPE: Final = "text/event-stream"
_TAKEN_WITHIN = 30.0
_log = logger(__name__)


class AnswerStream(StreamingResponse):
    """The response. Who takes nothing of what is sent for half a minute is gone."""

    media_type = MEDIA_TYPE

    def __init__(self, events: AsyncGenerator[bytes]) -> None:
        super().__init__(events, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what happens until it ends or nobody takes it, and let go of the question in either case."""

        async def within_time(message: Message) -> None:
            async with asyncio.timeout(_TAKEN_WITHIN):
                await send(message)

        try:
            await super().__call__(scope, receive, within_time)
        except TimeoutError:
            _log.info("nobody reads a stream: it is ended")
        finally:
            await self._events.aclose()


async def streamed(inquiry: Inquiry, corpus: Corpus) -> AnswerStream:
    """The response, begun when the first thing has happened; an error that comes before it is raised."""
    events = inquiry.events()
    first = await anext(events)
    clock = asyncio.get_running_loop().time
    telling = Telling(Numbered(corpus, inquiry.day), inquiry.thread, clock)
    return AnswerStream(_sent(first, events, telling))


async def _sent(first: Happened, rest: AsyncGenerator[Happened], telling: Telling) -> AsyncGenerator[bytes]:
    try:
        async with aclosing(_all(first, rest)) as events:
            async for happened in events:
                if (told := telling.told(happened)) is not None:
                    yield told
    except CopilotError as error:
        yield telling.broken_off(problem_of(error))
    except Exception:  # noqa: BLE001  # a stream that has begun can only say so in its last event
        _log.exception("an answer broke off")
        request = structlog.contextvars.get_contextvars().get("request", "unknown")
        yield telling.broken_off(unexpected_problem(str(request)))


async def _all(first: Happened, rest: AsyncGenerator[Happened]) -> AsyncGenerator[Happened]:
    async with aclosing(rest):
        yield first
        async for happened in rest:
            yield happened
