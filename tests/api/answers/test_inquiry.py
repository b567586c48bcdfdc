"""A question made ready for the desk: what it means in its conversation, and who is turned away before that."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from threading import Event
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from api.access.caller import OWNER
from api.answers import Gone, Inquiry
from api.service import Service
from copilot.agent.events import Working
from copilot.errors import EntryUnavailable, NoRoom
from copilot.settings import Settings
from tests.api.conftest import service_of
from tests.conftest import TODAY

QUESTION = "When must a broken lantern be reported?"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """One answer at a time."""
    return settings.model_copy(update={"answers_at_once": 1})


@pytest.fixture
def service(client: TestClient) -> Service:
    return service_of(client)


async def inquiry(service: Service, asked: str = QUESTION, thread: str | None = None) -> Inquiry:
    return await Inquiry.of(service, OWNER, asked, as_of=TODAY, thread=thread)


async def here() -> bool:
    return False


async def gone() -> bool:
    return True


def test_it_is_answered_as_of_the_day_that_the_question_names(service: Service) -> None:
    async def test() -> tuple[date, date]:
        ready = await inquiry(service, f"{QUESTION[:-1]} as of 2025-01-01?")
        return ready.day, (await ready.answer(here)).as_of

    assert asyncio.run(test()) == (date(2025, 1, 1), date(2025, 1, 1))


def test_it_is_understood_after_what_was_answered_before(service: Service) -> None:
    async def test() -> str:
        thread = str(uuid4())
        await (await inquiry(service, thread=thread)).answer(here)
        answer = await (await inquiry(service, "And as of 2024?", thread)).answer(here)
        return service.ledger().answer(answer.sequence).question.understood

    assert asyncio.run(test()) == QUESTION


def test_the_conversation_of_another_is_unknown(service: Service) -> None:
    async def test() -> None:
        thread = str(uuid4())
        ready = await inquiry(service, thread=thread)
        await ready.answer(here)
        someone_else = replace(OWNER, actor=replace(OWNER.actor, name="somebody else"))
        with pytest.raises(EntryUnavailable):
            await Inquiry.of(service, someone_else, QUESTION, as_of=TODAY, thread=thread)

    asyncio.run(test())


def test_where_there_is_no_room_nothing_is_opened(unready: TestClient) -> None:
    service = service_of(unready)
    service.desk.close()

    with pytest.raises(NoRoom):  # and not that there is no index
        asyncio.run(inquiry(service))


def test_who_goes_while_it_waits_has_asked_nothing(service: Service) -> None:
    async def test() -> None:
        goes_on = Event()

        def slow() -> Iterator[Working]:
            goes_on.wait(60)
            yield Working("done")

        ready = await inquiry(service)
        held = service.desk.events(slow, "another")
        first = asyncio.create_task(anext(held))
        while not service.desk.at_work:
            await asyncio.sleep(0)

        with pytest.raises(Gone):
            await ready.answer(gone)

        goes_on.set()
        await first
        assert service.desk.waiting == 0
        assert service.ledger().head().sequence == 0

    asyncio.run(test())


def test_who_goes_while_it_is_answered_has_asked(service: Service) -> None:
    async def test() -> int:
        return (await (await inquiry(service)).answer(gone)).sequence

    assert asyncio.run(test()) == 2
