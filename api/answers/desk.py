"""Answers questions in threads of its own, so many at once; who asks gets each event as it happens.

An answer that was begun is finished and recorded also where whoever asked has gone: what they have seen of it is
in the ledger.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeAlias

from copilot.agent.events import Event

Asked: TypeAlias = Callable[[], Iterator[Event]]


class Desk:
    """Where questions wait, and are answered."""

    def __init__(self, at_once: int) -> None:
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="answer")

    async def events(self, asked: Asked) -> AsyncIterator[Event]:
        """What happens until this is answered; an error of the answer is raised here."""
        loop = asyncio.get_running_loop()
        queue: asyncio.Queue[Event | BaseException | None] = asyncio.Queue()

        def hand_over(what: Event | BaseException | None) -> None:
            loop.call_soon_threadsafe(queue.put_nowait, what)

        def answer() -> None:
            try:
                for event in asked():
                    hand_over(event)
                hand_over(None)
            except BaseException as error:  # noqa: BLE001  # raised again where the events are read
                hand_over(error)

        self._threads.submit(answer)
        while (what := await queue.get()) is not None:
            if isinstance(what, BaseException):
                raise what
            yield what

    def close(self) -> None:
        """Finish what was begun, and take nothing more."""
        self._threads.shutdown()
