"""Writes that come twice under one key: one of them is done."""

from __future__ import annotations

import secrets
import threading
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import BaseModel
from sqlalchemy.engine import URL

from api import problems, repeated
from api.access.caller import OWNER
from api.repeated import OnceDep
from copilot.errors import ToolInputError
from copilot.records.ledger import Ledger
from copilot.records.repeated_writes import HELD_FOR

ONCE = {"Idempotency-Key": "once"}
LONG = 60.0


class Lantern(BaseModel):
    """A lantern to be lit."""

    street: str


class Lit(BaseModel):
    """The number of a lantern that was lit."""

    number: int


class Clock:
    """The time; ``looked_at`` is set whenever somebody looks."""

    def __init__(self) -> None:
        self.ahead = timedelta()
        self.looked_at = threading.Semaphore(0)

    def __call__(self) -> datetime:
        self.looked_at.release()
        return datetime.now(UTC) + self.ahead


class Work:
    """Lights lanterns one after the other: at once, or when the test says so."""

    def __init__(self) -> None:
        self.lit = 0
        self.begun, self.goes_on = threading.Event(), threading.Event()
        self.goes_on.set()
        self.fails: Exception | None = None

    def __call__(self) -> Lit:
        self.begun.set()
        assert self.goes_on.wait(LONG)
        if self.fails:
            raise self.fails
        self.lit += 1
        return Lit(number=self.lit)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def client(clock: Clock, work: Work, tmp_path: Path) -> Iterator[TestClient]:
    """A service with one route, which lights a lantern once for each key."""
    from fastapi.concurrency import run_in_threadpool

    place = URL.create("sqlite", database=str(tmp_path / "ledger.db"))
    with Ledger.open(place, tmp_path / "key", clock=clock, random_bytes=secrets.token_bytes) as ledger:

        @asynccontextmanager
        async def lifespan(_app: FastAPI) -> AsyncIterator[dict[str, Any]]:
            yield {"service": SimpleNamespace(ledger=lambda: ledger)}

        app = FastAPI(lifespan=lifespan)
        problems.install(app)

        async def light(lantern: Lantern, once: OnceDep) -> Lit:
            return await once(OWNER, lantern, lambda: run_in_threadpool(work), Lit)

        app.post("/lanterns")(light)
        app.post("/lamps")(light)
        with TestClient(app) as client:
            yield client


def light(client: TestClient, street: str = "Vine Street", to: str = "/lanterns", **headers: str) -> Any:
    answer = client.post(to, json={"street": street}, headers=headers)
    return (
        answer.json()["number"]
        if answer.status_code == 200
        else (answer.status_code, answer.json()["type"])
    )


def test_without_a_key_each_request_is_done(client: TestClient) -> None:
    assert [light(client), light(client)] == [1, 2]


def test_under_one_key_a_request_is_done_once(client: TestClient) -> None:
    assert [light(client, **ONCE), light(client, **ONCE)] == [1, 1]
    assert light(client, **{"Idempotency-Key": "another"}) == 2


@pytest.mark.parametrize("other", [{"street": "Oil Street"}, {"to": "/lamps"}])
def test_a_key_does_not_serve_another_request(client: TestClient, other: dict[str, str]) -> None:
    light(client, **ONCE)

    assert light(client, **other, **ONCE) == (422, "urn:regulatory-copilot:another-request")


def test_of_two_that_come_at_once_the_second_is_told_to_come_again(client: TestClient, work: Work) -> None:
    work.goes_on.clear()
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(light, client, **ONCE)
        assert work.begun.wait(LONG)

        assert light(client, **ONCE) == (409, "urn:regulatory-copilot:still-running")

        work.goes_on.set()
        assert first.result() == 1
    assert light(client, **ONCE) == 1


def test_a_request_that_failed_may_come_again_under_its_key(client: TestClient, work: Work) -> None:
    work.fails = ToolInputError("no oil", remedy="Fetch oil.")
    assert light(client, **ONCE) == (422, "urn:regulatory-copilot:tool-input-error")

    work.fails = None
    assert light(client, **ONCE) == 1


def test_a_key_is_held_as_long_as_the_work_takes(
    client: TestClient, work: Work, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repeated, "_HELD_ANEW_EACH", 0.01)
    work.goes_on.clear()
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(light, client, **ONCE)
        assert work.begun.wait(LONG)
        clock.ahead = 2 * HELD_FOR
        while clock.looked_at.acquire(blocking=False):
            pass
        for _ in range(3):  # the second look was after the first was written
            assert clock.looked_at.acquire(timeout=LONG)

        assert light(client, **ONCE) == (409, "urn:regulatory-copilot:still-running")

        work.goes_on.set()
        assert first.result() == 1


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_is_none_is_a_problem(client: TestClient, key: str) -> None:
    assert light(client, **{"Idempotency-Key": key}) == (422, "urn:regulatory-copilot:invalid-request")
