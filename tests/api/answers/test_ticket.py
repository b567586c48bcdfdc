"""One question at the desk: what happens in its thread is heard where it was asked."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Iterator
from contextvars import ContextVar

import pytest

from api.answers.ticket import Asked, Ticket
from copilot.agent.events import Event, Working

asker: ContextVar[str] = ContextVar("asker", default="nobody")
LONG = 60.0


def made(asked: Asked) -> Ticket:
    return Ticket(asked, "Ms. Flint", (1, 1))


def test_what_happens_is_heard_in_its_order() -> None:
    def asked() -> Iterator[Event]:
        yield from (Working(f"step {number}") for number in range(3))

    async def test() -> list[Event | None]:
        ticket = made(asked)
        await asyncio.to_thread(ticket.answer)
        return [happened async for happened in ticket.events(LONG)]

    assert asyncio.run(test()) == [Working("step 0"), Working("step 1"), Working("step 2")]


def test_an_error_is_heard_after_what_happened_before_it() -> None:
    def asked() -> Iterator[Event]:
        yield Working("begun")
        raise ValueError("no oil")

    async def test() -> None:
        ticket = made(asked)
        await asyncio.to_thread(ticket.answer)
        events = ticket.events(LONG)
        assert await anext(events) == Working("begun")
        with pytest.raises(ValueError, match="no oil"):
            await anext(events)

    asyncio.run(test())


def test_while_nothing_happens_that_is_said() -> None:
    async def test() -> None:
        ticket = made(lambda: iter(()))
        events = ticket.events(0.001)
        assert [await anext(events), await anext(events)] == [None, None]
        await asyncio.to_thread(ticket.answer)
        assert [happened async for happened in events if happened is not None] == []

    asyncio.run(test())


def test_the_thread_knows_what_was_set_where_it_was_asked() -> None:
    def asked() -> Iterator[Event]:
        yield Working(asker.get())

    async def test() -> Event | None:
        asker.set("Ms. Flint")
        ticket = made(asked)
        asker.set("somebody else by now")
        await asyncio.to_thread(ticket.answer)
        return await anext(ticket.events(LONG))

    assert asyncio.run(test()) == Working("Ms. Flint")


def test_nothing_is_kept_for_who_has_gone(capsys: pytest.CaptureFixture[str]) -> None:
    class NoOil(Exception):
        """An error that a test can see go."""

    kept: list[weakref.ref[NoOil]] = []

    def asked() -> Iterator[Event]:
        yield Working("secret merger")
        error = NoOil("secret merger")
        kept.append(weakref.ref(error))
        raise error

    async def test() -> None:
        ticket = made(asked)
        ticket.left = True
        await asyncio.to_thread(ticket.answer)
        gc.collect()
        assert kept[0]() is None

    asyncio.run(test())
    logged = capsys.readouterr()
    assert "NoOil" in logged.out + logged.err
    assert "merger" not in logged.out + logged.err


def test_an_answer_is_finished_though_the_loop_it_was_asked_in_is_gone() -> None:
    finished: list[bool] = []

    def asked() -> Iterator[Event]:
        yield Working("begun")
        finished.append(True)

    async def test() -> Ticket:
        return made(asked)

    ticket = asyncio.run(test())
    ticket.answer()

    assert finished == [True]
