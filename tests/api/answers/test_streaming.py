"""Answers streamed by a real server, to clients that listen, go, stall, or come in a crowd."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.answers import AnswerStream, streaming
from copilot.records import Record
from copilot.records.ledger import Ledger, chosen_ledger
from copilot.settings import Settings
from tests.agent.model_server import Call, ModelServer, Turn, model_listening
from tests.api.events import Sent, events_in
from tests.api.serving import serving

QUESTION = "When must a broken lantern be reported?"
STREAM = {"Accept": "text/event-stream"}
TRUE, FALSE = (f"A keeper shall report a broken lantern within {days} days." for days in (3, 9))
LONG = 60.0


def said(text: str) -> str:
    return json.dumps({"say": text, "cites": [{"of": "lantern-act/art-1/2", "words": TRUE}]}) + "\n"


class Slow:
    """A model that searches, says what holds and what does not, and thinks about that until it is let on."""

    def __init__(self) -> None:
        self.thinks, self.goes_on = threading.Event(), threading.Event()

    def __call__(self, asked: dict[str, Any]) -> Turn:
        if asked["messages"][-1]["role"] == "user" and len(asked["messages"]) == 2:
            return Turn(calls=(Call("search_law", {"query": "broken lantern report"}),))
        if asked["messages"][-1]["role"] == "tool":
            return Turn(text=said(TRUE) + said(FALSE))
        self.thinks.set()
        assert self.goes_on.wait(LONG)
        return Turn(text=said(TRUE))


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with model_listening() as model:
        model.script = Slow()
        yield model


@pytest.fixture
def slow(model: ModelServer) -> Slow:
    assert isinstance(model.script, Slow)
    return model.script


@pytest.fixture
def settings(settings: Settings, model: ModelServer) -> Settings:
    """One answer at a time, by that model; the second who asks has to wait."""
    told = {"model": "lantern", "model_url": model.address, "model_fallback": False, "answers_at_once": 1}
    return Settings.model_validate(settings.model_dump() | told)


@pytest.fixture
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with serving(app) as address, httpx.Client(base_url=address, timeout=LONG) as client:
        yield client


@pytest.fixture
def ledger(settings: Settings, client: httpx.Client) -> Iterator[Ledger]:
    """The ledger as another process sees it."""
    with chosen_ledger(settings) as ledger:
        yield ledger


@contextmanager
def asking(client: httpx.Client) -> Iterator[Iterator[Sent]]:
    with client.stream("POST", "/v1/ask", json={"question": QUESTION}, headers=STREAM) as answer:
        assert answer.status_code == 200
        yield events_in(answer.iter_lines())


def until(events: Iterator[Sent], name: str) -> Sent:
    return next(event for event in events if event.name == name)


def answers(ledger: Ledger) -> list[Record]:
    return [ledger.answer(entry.sequence) for entry in ledger.entries() if entry.kind == "answer"]


def no_answer_is_in_the_making() -> None:
    for thread in threading.enumerate():
        if thread.name == "answer":
            thread.join(LONG)
            assert not thread.is_alive()


def test_a_statement_arrives_before_the_answer_is_whole(
    client: httpx.Client, slow: Slow, ledger: Ledger
) -> None:
    with asking(client) as events:
        statement = until(events, "statement")
        assert slow.thinks.wait(LONG)
        assert answers(ledger) == []
        slow.goes_on.set()
        rest = list(events)

    assert statement.data["text"] == TRUE
    assert [event.name for event in rest] == ["status", "dropped", "done"]
    assert rest[-1].data["statements"] == [statement.data]
    assert rest[-1].data["dropped"] == rest[1].data["count"] == 1
    (record,) = answers(ledger)
    assert (record.dropped, [one.text for one in record.statements]) == (1, [TRUE])


def test_who_goes_in_the_middle_has_their_answer_recorded(
    client: httpx.Client, slow: Slow, ledger: Ledger
) -> None:
    with asking(client) as events:
        until(events, "statement")
        assert slow.thinks.wait(LONG)

    slow.goes_on.set()
    no_answer_is_in_the_making()
    (record,) = answers(ledger)
    assert [one.text for one in record.statements] == [TRUE]


def test_who_goes_while_waiting_has_asked_nothing(client: httpx.Client, slow: Slow, ledger: Ledger) -> None:
    with asking(client) as first:
        until(first, "statement")
        with asking(client) as second:
            assert next(second).data == {"on": "Waiting: this question is the next"}
        with pytest.raises(httpx.ReadTimeout):
            client.post("/v1/ask", json={"question": "Asked as JSON?"}, timeout=0.2)
        with asking(client) as last:
            while next(last).data != {"on": "Waiting: this question is the next"}:
                pass
            slow.goes_on.set()
            assert list(first)[-1].name == "done"
            assert list(last)[-1].name == "done"

    no_answer_is_in_the_making()
    assert [record.question.asked for record in answers(ledger)] == [QUESTION, QUESTION]
    assert ledger.head().sequence == 4


def test_an_answer_that_cannot_be_recorded_is_taken_back(
    client: httpx.Client, slow: Slow, settings: Settings
) -> None:
    with asking(client) as events:
        until(events, "statement")
        assert slow.thinks.wait(LONG)
        settings.key_of_the_ledger.rename(settings.key_of_the_ledger.with_suffix(".away"))
        slow.goes_on.set()
        *_, last = events

    assert (last.name, last.data["status"]) == ("error", 503)
    assert last.data["type"] == "urn:regulatory-copilot:ledger-key-unusable"
    assert last.data["detail"].endswith("What was shown of this answer is not recorded: do not use it.")
    assert last.data["remedy"]


def test_a_model_that_is_away_is_an_error_and_no_answer(
    client: httpx.Client, model: ModelServer, ledger: Ledger
) -> None:
    model.script = lambda asked: Turn(status=401)

    streamed = client.post("/v1/ask", json={"question": QUESTION}, headers=STREAM)
    whole = client.post("/v1/ask", json={"question": QUESTION})

    problem = whole.json()
    assert (whole.status_code, problem["type"]) == (503, "urn:regulatory-copilot:model-unavailable")
    if streamed.status_code == 200:
        *_, last = events_in(streamed.text.split("\n"))
        assert last == Sent("error", problem)
    else:
        assert streamed.json() == problem
    assert answers(ledger) == []


def test_a_client_that_takes_nothing_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "_TAKEN_WITHIN", 0.01)
    left = threading.Event()

    async def events() -> AsyncGenerator[bytes]:
        try:
            while True:
                yield b"data: oil\n\n"
        finally:
            left.set()

    async def receive() -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    async def send(message: Any) -> None:
        if message.get("body"):
            await asyncio.Event().wait()

    scope = {"type": "http", "asgi": {"spec_version": "2.3"}}
    asyncio.run(asyncio.wait_for(AnswerStream(events())(scope, receive, send), LONG))

    assert left.is_set()


class TestACrowd:
    """Three hundred who ask at once, and a desk that has room for twenty."""

    CROWD, AT_ONCE, WAITING = 300, 2, 18

    @pytest.fixture
    def settings(self, indexed: Path, tmp_path: Path) -> Settings:
        return Settings.model_validate(
            {
                "data_dir": indexed,
                "database_url": f"sqlite:///{tmp_path / 'ledger.db'}",
                "ledger_key_file": tmp_path / "ledger.key",
                "answers_at_once": self.AT_ONCE,
                "answers_waiting": self.WAITING,
            }
        )

    def test_each_is_answered_or_told_to_come_again(self, client: httpx.Client, ledger: Ledger) -> None:
        async def asks(crowd: httpx.AsyncClient) -> tuple[int, str]:
            async with crowd.stream(
                "POST", "/v1/ask", json={"question": QUESTION}, headers=STREAM
            ) as answer:
                if answer.status_code == 200:
                    *_, last = events_in([line async for line in answer.aiter_lines()])
                    return 200, last.name
                await answer.aread()
                assert int(answer.headers["retry-after"]) > 0
                return answer.status_code, answer.json()["type"]

        async def come() -> Counter[tuple[int, str]]:
            limits = httpx.Limits(max_connections=self.CROWD)
            async with httpx.AsyncClient(base_url=client.base_url, timeout=LONG, limits=limits) as crowd:
                return Counter(await asyncio.gather(*(asks(crowd) for _ in range(self.CROWD))))

        came = asyncio.run(come())

        answered = came.pop((200, "done"))
        assert came == {(503, "urn:regulatory-copilot:no-room"): self.CROWD - answered}
        assert answered >= self.AT_ONCE + self.WAITING
        assert len(answers(ledger)) == answered
        no_answer_is_in_the_making()
