"""A service that is killed while it answers: whatever it acknowledged is in the ledger and in its conversation."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from api import create_app
from copilot.law import Corpus
from copilot.records.ledger import verify_ledger
from copilot.settings import read_settings
from tests.api.conftest import calling
from tests.api.events import events_in
from tests.api.serving import process
from tests.records.conftest import Place, place, postgresql

__all__ = ["place", "postgresql"]
QUESTION = "When must a broken lantern be reported?"
ASKERS, ENOUGH = 24, 6
LONG = 60.0


@pytest.fixture
def environ(place: Place, indexed: Path) -> dict[str, str]:
    """The settings of the service: its ledger is the place's."""
    address = place.url.render_as_string(hide_password=False) if place.is_file else place.server_address
    return {
        "COPILOT_DATA_DIR": str(indexed),
        "COPILOT_DATABASE_URL": address,
        "COPILOT_LEDGER_KEY_FILE": str(place.key_file),
        "COPILOT_ANSWERS_AT_ONCE": "4",
    }


async def acknowledged(address: str, conversation: str, accept: str) -> AsyncIterator[dict[str, Any]]:
    """Ask again and again in one conversation, until the service is gone; each answer that was received whole."""
    asked = {"question": QUESTION, "conversation": conversation}
    async with httpx.AsyncClient(base_url=address, timeout=LONG) as client:
        while True:
            try:
                async with client.stream(
                    "POST", "/v1/ask", json=asked, headers={"Accept": accept}
                ) as answer:
                    text = (await answer.aread()).decode()
            except httpx.TransportError:
                return
            assert answer.status_code == 200, text
            if accept == "application/json":
                yield json.loads(text)
                continue
            for event in events_in(text.split("\n")):
                if event.name == "done":
                    yield event.data


def test_what_was_acknowledged_is_in_the_ledger_and_in_its_conversation(
    texts: Path,
    small_corpus: Corpus,
    environ: dict[str, str],
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)

    async def ask_until_killed(address: str, kill: Any) -> list[dict[str, Any]]:
        given: list[dict[str, Any]] = []

        async def asks(place: int) -> None:
            accept = "application/json" if place % 2 else "text/event-stream"
            async for answer in acknowledged(address, str(uuid4()), accept):
                given.append(answer)
                if len(given) == ENOUGH:
                    kill()

        await asyncio.gather(*(asks(number) for number in range(ASKERS)))
        return given

    with process(texts, environ) as (server, address):
        given = asyncio.run(ask_until_killed(address, server.kill))

    assert len(given) >= ENOUGH
    with place.open(must_exist=True) as ledger:
        kinds = [entry.kind for entry in ledger.entries()]
        assert kinds.count("question") > kinds.count("answer") >= len(given)
        assert verify_ledger(ledger, now=datetime.now(UTC)).holds
        for answer in given:
            kept = [statement.text for statement in ledger.answer(answer["record"]).statements]
            assert kept == [statement["text"] for statement in answer["statements"]]
    with calling(create_app(read_settings(environ))) as client:
        for answer in given:
            turns = client.get(f"/v1/conversations/{answer['conversation']}").json()["turns"]
            assert answer in [turn["answer"] for turn in turns]
        assert client.post("/v1/ask", json={"question": QUESTION}).status_code == 200
