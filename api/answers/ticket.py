"""One question at the desk: what is to be done for it, and what has happened so far."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from typing import TypeAlias

from copilot.agent.events import Event
from copilot.logs import logger

_log = logger(__name__)
Asked: TypeAlias = Callable[[], Iterator[Event]]
"""Answers a question; what it gives is said to whoever asked."""


class Ticket:
    """Made where the events are read, worked on in another thread.

    ``rank`` is its place among those that wait. ``over`` says that nothing more is done for it, ``left`` that nobody
    reads what happens; it is at the desk until it is both.
    """

    def __init__(self, asked: Asked, whose: str, rank: tuple[int, int]) -> None:
        self.whose, self.rank = whose, rank
        self.over = self.left = False
        self._asked = asked
        self._context = copy_context()
        self._loop = asyncio.get_running_loop()
        self._happened: asyncio.Queue[Event | BaseException | None] = asyncio.Queue()

    def answer(self) -> None:
        """Do what was asked to its end, whether or not anybody is still there to hear of it."""
        try:
            self._context.run(self._to_its_end)
        except BaseException as error:  # noqa: BLE001  # raised again where the events are read
            if self.left:
                _log.warning("an answer broke off that nobody waits for", error=type(error).__name__)
            self.say(error)
        else:
            self.say(None)

    def say(self, what: Event | BaseException | None) -> None:
        """Hand over an event, the error that ends it, or that it is done; nothing is kept for who has gone."""
        if not self.left:
            # The loop is closed where the server stopped before the answer was finished.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._happened.put_nowait, what)

    async def events(self, patience: float) -> AsyncIterator[Event | None]:
        """What happens, until the answer is done; none each time that nothing happened for so many seconds."""
        while True:
            try:
                async with asyncio.timeout(patience):
                    what = await self._happened.get()
            except TimeoutError:
                yield None
                continue
            if what is None:
                return
            if isinstance(what, BaseException):
                raise what
            yield what

    def _to_its_end(self) -> None:
        for event in self._asked():
            self.say(event)
