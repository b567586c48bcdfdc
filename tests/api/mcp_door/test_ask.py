"""Questions asked through the door: checked, cited, recorded."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import anyio
from anyio.to_thread import run_sync
from mcp import Client

from tests.api.held import Hold
from tests.api.listening import Listening
from tests.api.mcp_door.conftest import Talk

QUESTION = "When must a broken lantern be reported?"


def ask(talk: Talk, question: str, **told: Any) -> Any:
    async def asked(client: Client) -> Any:
        return await client.call_tool("ask", {"question": question} | told)

    return talk(asked)


def test_an_answer_comes_with_its_citations_and_its_record(talk: Talk, served: Listening) -> None:
    found = ask(talk, QUESTION, as_of="2026-11-20")

    answer = found.structured_content
    cited = [citation for statement in answer["statements"] for citation in statement["citations"]]
    assert cited[0]["url"] == "law://lantern-act/art-1/2?as_of=2026-11-20"
    assert "within 3 days" in cited[0]["quote"]
    assert (
        "[1] Art. 1(2) Lantern Act (digest, law://lantern-act/art-1/2?as_of=2026-11-20): “"
        in found.content[0].text
    )
    assert served.service.ledger().answer(answer["record"]).question.asked == QUESTION


def test_what_is_being_done_is_told_meanwhile(talk: Talk) -> None:
    told: list[str | None] = []

    async def asked(client: Client) -> None:
        async def tell(_progress: float, _total: float | None, message: str | None) -> None:
            told.append(message)

        await client.call_tool("ask", {"question": QUESTION}, progress_callback=tell)

    talk(asked)
    assert "Looking through the law" in told


def test_a_conversation_is_gone_on_with(talk: Talk) -> None:
    conversation = str(uuid4())
    ask(talk, QUESTION, conversation=conversation)

    found = ask(talk, "And as of 2025-01-01?", conversation=conversation)

    assert "within 14 days" in found.content[0].text
    assert found.structured_content["conversation"] == conversation


def test_a_refusal_is_an_answer_too(talk: Talk) -> None:
    found = ask(talk, "Should I take aspirin?")

    assert not found.is_error
    assert found.structured_content["refusal"]["kind"] == "out_of_scope"
    assert "No answer (out_of_scope)." in found.content[0].text


def test_a_question_that_is_none_is_told_as_a_result(talk: Talk) -> None:
    found = ask(talk, " ? ")

    assert found.is_error
    assert "has no words" in found.content[0].text


def test_who_cancels_leaves_an_answer_that_is_finished_and_recorded(
    talk: Talk, served: Listening, hold: Hold
) -> None:
    held = hold()

    async def cancelled(client: Client) -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(client.call_tool, "ask", {"question": QUESTION})
            assert await run_sync(held.shown.wait, 30)
            tasks.cancel_scope.cancel()

    talk(cancelled)
    held.go_on.set()

    assert held.finished.wait(30)
    assert [entry.kind for entry in served.service.ledger().entries()][-2:] == ["question", "answer"]
