"""The desk with questions that are answered when a test says so."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field

import pytest

from api.answers import Desk, Happened, Waits
from copilot.agent.events import Event, Working
from copilot.errors import NoRoom, TooMuch

LONG = 60.0
SOON = 0.001


@dataclass
class Asked:
    """A question that says one thing when it is begun, and another when it may be finished."""

    name: str
    begun: threading.Event = field(default_factory=threading.Event)
    may_finish: threading.Event = field(default_factory=threading.Event)
    finished: threading.Event = field(default_factory=threading.Event)
    fails: Exception | None = None

    def __call__(self) -> Iterator[Event]:
        self.begun.set()
        yield Working(f"{self.name} is begun")
        assert self.may_finish.wait(LONG)
        if self.fails:
            raise self.fails
        yield Working(f"{self.name} is done")
        self.finished.set()


def at_once(name: str) -> Asked:
    """A question that need not wait for the test."""
    asked = Asked(name)
    asked.may_finish.set()
    return asked


async def all_of(events: AsyncGenerator[Happened]) -> list[str]:
    """What is said until the end, leaving out how the question stands."""
    return [happened.on async for happened in events if isinstance(happened, Working)]


async def begun(asked: Asked) -> None:
    assert await asyncio.to_thread(asked.begun.wait, LONG)


def run(test: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(test(), LONG))


def no_thread_is_left(desk: Desk) -> bool:
    """Whether all is answered: the desk is closed without a question that it had to leave."""
    desk.close(LONG)
    return (desk.waiting, desk.at_work) == (0, 0)


def test_each_thing_is_told_as_it_happens() -> None:
    async def test() -> None:
        desk, asked = Desk(1), Asked("oil")
        events = desk.events(asked, "Ms. Flint")

        assert await anext(events) == Working("oil is begun")
        assert not asked.finished.is_set()

        asked.may_finish.set()
        assert await all_of(events) == ["oil is done"]
        assert no_thread_is_left(desk)

    run(test)


def test_an_error_of_the_answer_is_raised_where_the_events_are_read() -> None:
    async def test() -> None:
        desk, asked = Desk(1), Asked("oil", fails=ValueError("no oil"))
        asked.may_finish.set()

        with pytest.raises(ValueError, match="no oil"):
            await all_of(desk.events(asked, "Ms. Flint"))
        assert await all_of(desk.events(at_once("wick"), "Ms. Flint")) == ["wick is begun", "wick is done"]

    run(test)


def test_who_waits_is_told_how_many_are_before_them() -> None:
    async def test() -> None:
        desk, first, second, third = Desk(1), Asked("first"), Asked("second"), at_once("third")
        events = [desk.events(asked, "Ms. Flint", looks_up_each=SOON) for asked in (first, second, third)]

        assert await anext(events[0]) == Working("first is begun")
        assert await anext(events[1]) == Waits(0)
        assert await anext(events[2]) == Waits(1)

        first.may_finish.set()
        await begun(second)
        told = await anext(events[2])
        while told == Waits(1):
            told = await anext(events[2])
        assert told == Waits(0)

        second.may_finish.set()
        assert await all_of(events[2]) == ["third is begun", "third is done"]

    run(test)


def test_while_an_answer_takes_its_time_the_reader_may_look_up() -> None:
    async def test() -> None:
        desk, asked = Desk(1), Asked("oil")
        events = desk.events(asked, "Ms. Flint", looks_up_each=SOON)

        assert await anext(events) == Working("oil is begun")
        assert await anext(events) is None
        assert await anext(events) is None

        asked.may_finish.set()
        assert await all_of(events) == ["oil is done"]

    run(test)


def test_nobody_waits_for_all_the_questions_of_another() -> None:
    async def test() -> None:
        desk, first, order = Desk(1), Asked("first"), list[str]()

        async def asks(name: str, whose: str) -> None:
            order.extend((await all_of(desk.events(at_once(name), whose)))[:1])

        held = desk.events(first, "a program")
        await anext(held)
        questions = [("p1", "a program"), ("p2", "a program"), ("p3", "a program")]
        waiting = [
            asyncio.create_task(asks(*one)) for one in (*questions, ("f1", "Ms. Flint"), ("w1", "Mr. Wick"))
        ]
        while desk.waiting < len(waiting):
            await asyncio.sleep(0)
        first.may_finish.set()
        await asyncio.gather(*waiting)

        assert [said.split()[0] for said in order] == ["p1", "f1", "w1", "p2", "p3"]

    run(test)


def test_a_question_that_waits_is_withdrawn_when_its_asker_goes() -> None:
    async def test() -> None:
        desk, first, withdrawn, last = Desk(1), Asked("first"), at_once("withdrawn"), at_once("last")
        held, waits = desk.events(first, "Ms. Flint"), desk.events(withdrawn, "Ms. Flint")
        await anext(held)
        assert await anext(waits) == Waits(0)

        await waits.aclose()

        assert desk.waiting == 0
        first.may_finish.set()
        assert await all_of(desk.events(last, "Ms. Flint")) == ["last is begun", "last is done"]
        assert not withdrawn.begun.is_set()

    run(test)


def test_an_answer_that_was_begun_is_finished_when_its_asker_goes() -> None:
    async def test() -> None:
        desk, asked = Desk(1), Asked("oil")
        events = desk.events(asked, "Ms. Flint")
        await anext(events)

        await events.aclose()

        asked.may_finish.set()
        assert await asyncio.to_thread(asked.finished.wait, LONG)
        assert no_thread_is_left(desk)

    run(test)


def test_who_has_too_many_questions_here_is_told_to_wait() -> None:
    async def test() -> None:
        desk = Desk(1, waiting=3, waiting_each=1)
        first, second = Asked("first"), at_once("second")
        mine = [desk.events(asked, "a program") for asked in (first, second)]
        await anext(mine[0])
        assert await anext(mine[1]) == Waits(0)

        refused = at_once("refused")
        with pytest.raises(TooMuch) as error:
            await anext(desk.events(refused, "a program"))
        others = desk.events(at_once("another's"), "Ms. Flint")
        assert await anext(others) == Waits(1)

        first.may_finish.set()
        assert await all_of(mine[0]) == ["first is done"]
        assert await all_of(mine[1]) == ["second is begun", "second is done"]
        assert await all_of(others) == ["another's is begun", "another's is done"]
        assert (type(error.value), error.value.retry_after) == (TooMuch, 6)
        assert not refused.begun.is_set()
        assert await all_of(desk.events(at_once("again"), "a program")) == [
            "again is begun",
            "again is done",
        ]

    run(test)


def test_where_nobody_more_can_wait_the_next_is_turned_away() -> None:
    async def test() -> None:
        desk, first = Desk(1, waiting=1, waiting_each=1), Asked("first")
        held, waits = desk.events(first, "Ms. Flint"), desk.events(at_once("second"), "Mr. Wick")
        await anext(held)
        await anext(waits)

        with pytest.raises(NoRoom) as error:
            await anext(desk.events(at_once("third"), "Mr. Ember"))
        with pytest.raises(NoRoom):
            desk.require_room("Mr. Ember")

        first.may_finish.set()
        await all_of(waits)
        assert error.value.retry_after == 4

    run(test)


def test_who_is_alone_may_fill_the_desk() -> None:
    async def test() -> None:
        desk, first = Desk(1, waiting=3, waiting_each=0), Asked("first")
        held = desk.events(first, "owner", alone=True)
        await anext(held)
        waiting = [desk.events(at_once("more"), "owner", alone=True) for _ in range(3)]
        assert [await anext(events) for events in waiting] == [Waits(0), Waits(1), Waits(2)]

        with pytest.raises(NoRoom):
            await anext(desk.events(at_once("one too many"), "owner", alone=True))

        first.may_finish.set()
        assert [len(await all_of(events)) for events in waiting] == [2, 2, 2]

    run(test)


def test_an_answer_that_nobody_reads_to_its_end_keeps_its_place() -> None:
    async def test() -> None:
        desk, unread = Desk(1, waiting=0), at_once("unread")
        events = desk.events(unread, "Ms. Flint")
        await anext(events)
        assert await asyncio.to_thread(unread.finished.wait, LONG)

        with pytest.raises(NoRoom):
            await anext(desk.events(at_once("next"), "Mr. Wick"))

        await events.aclose()
        assert no_thread_is_left(desk)

    run(test)


def test_when_the_service_stops_what_was_begun_is_finished_and_who_waits_is_turned_away() -> None:
    async def test() -> None:
        desk, begun_one, waiting_one = Desk(1), Asked("begun"), at_once("waiting")
        held, waits = desk.events(begun_one, "Ms. Flint"), desk.events(waiting_one, "Mr. Wick")
        await anext(held)
        await anext(waits)

        closing = asyncio.create_task(asyncio.to_thread(desk.close, LONG))
        with pytest.raises(NoRoom, match="stopping"):
            await all_of(waits)
        with pytest.raises(NoRoom, match="stopping"):
            await anext(desk.events(at_once("too late"), "Ms. Flint"))
        begun_one.may_finish.set()
        await closing

        assert begun_one.finished.is_set()
        assert await all_of(held) == ["begun is done"]
        assert not waiting_one.begun.is_set()

    run(test)


def test_an_answer_that_does_not_end_stops_the_service_no_longer_than_it_is_given() -> None:
    async def test() -> None:
        desk, stuck = Desk(1), Asked("stuck")
        events = desk.events(stuck, "Ms. Flint")
        await anext(events)

        desk.close(within=0)

        assert desk.at_work == 1
        stuck.may_finish.set()
        assert no_thread_is_left(desk)

    run(test)


def test_of_a_crowd_that_comes_and_goes_everybody_hears_their_own_answer_and_nothing_is_left() -> None:
    async def test() -> None:
        desk = Desk(4, waiting=100, waiting_each=100)

        async def stays(name: str) -> list[str]:
            return await all_of(desk.events(at_once(name), f"caller {len(name) % 3}"))

        async def goes(name: str) -> list[str]:
            events = desk.events(at_once(name), "who goes")
            await anext(events)
            await events.aclose()
            return []

        names = [f"question {number}" for number in range(100)]
        heard = await asyncio.gather(
            *(goes(name) if place % 3 == 0 else stays(name) for place, name in enumerate(names))
        )

        for place, name in enumerate(names):
            assert heard[place] == ([] if place % 3 == 0 else [f"{name} is begun", f"{name} is done"])
        assert no_thread_is_left(desk)
        for thread in threading.enumerate():
            if thread.name == "answer":
                thread.join(LONG)
                assert not thread.is_alive()

    run(test)
