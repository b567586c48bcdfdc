"""One question, one answer: as JSON and as a stream."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from copilot.settings import Settings
from tests.api.conftest import ClientAs, service_of
from tests.api.events import Sent, events_in

PROBLEM = "application/problem+json"
QUESTION = "When must a broken lantern be reported?"
STREAM = {"Accept": "text/event-stream"}
DUTY = "A keeper shall report a broken lantern within 3 days."


def ask(client: TestClient, question: str = QUESTION, **more: Any) -> dict[str, Any]:
    answer = client.post("/v1/ask", json={"question": question, **more})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def stream(client: TestClient, question: str = QUESTION, **more: Any) -> list[Sent]:
    answer = client.post("/v1/ask", json={"question": question, **more}, headers=STREAM)
    assert answer.status_code == 200, answer.text
    return list(events_in(answer.text.split("\n")))


def entries(client: TestClient) -> int:
    return service_of(client).ledger().head().sequence


def test_an_answer_is_what_the_ledger_has(client: TestClient) -> None:
    body = ask(client, as_of="2026-11-20")

    record = service_of(client).ledger().answer(body["record"])
    (statement,) = (one for one in body["statements"] if one["citations"])
    assert (statement["text"], statement["grade"]) == (DUTY, "quoted")
    assert statement["citations"] == [
        {
            "number": 1,
            "kind": "provision",
            "source": "lantern-act/art-1/2",
            "label": "Art. 1(2)",
            "act": "Lantern Act",
            "layer": "digest",
            "quote": DUTY.removesuffix("."),
            "places": [[0, 52]],
            "url": "/v1/provisions/lantern-act/art-1/2?as_of=2026-11-20",
        }
    ]
    assert [one["text"] for one in body["statements"]] == [one.text for one in record.statements]
    assert (body["as_of"], body["conversation"], body["refusal"]) == ("2026-11-20", None, None)


def test_without_a_day_it_is_today(client: TestClient) -> None:
    assert ask(client)["as_of"] == str(datetime.now(UTC).astimezone().date())


def test_a_stream_tells_each_thing_in_its_order_and_ends_with_the_whole_answer(client: TestClient) -> None:
    events = stream(client, as_of="2026-11-20")

    names = [event.name for event in events]
    assert names[0] == "status"
    assert names[-1] == "done"
    statements = [event.data for event in events if event.name == "statement"]
    assert DUTY in [statement["text"] for statement in statements]
    whole = events[-1].data
    assert whole["statements"] == statements
    assert whole | {"record": 0} == ask(client, as_of="2026-11-20") | {"record": 0}


def test_a_stream_is_kept_by_nobody_and_held_back_by_no_proxy(client: TestClient) -> None:
    answer = client.post("/v1/ask", json={"question": QUESTION}, headers=STREAM)

    assert answer.headers["content-type"].startswith("text/event-stream")
    assert (answer.headers["cache-control"], answer.headers["x-accel-buffering"]) == ("no-store", "no")
    assert client.post("/v1/ask", json={"question": QUESTION}).headers["cache-control"] == "no-store"


def test_a_refusal_is_told_by_its_kind(client: TestClient) -> None:
    events = stream(client, "What is the capital of France?")

    (refusal,) = (event.data for event in events if event.name == "refusal")
    assert refusal["kind"] in {"no_source", "out_of_scope"}
    assert events[-1].name == "done"
    assert events[-1].data["refusal"] == refusal
    assert events[-1].data["statements"] == []


def test_a_result_of_a_tool_is_cited_by_what_it_says(client: TestClient) -> None:
    events = stream(client, "From when does Art. 1(2) Lantern Act apply?", as_of="2026-11-20")

    cited = [
        citation for event in events if event.name == "statement" for citation in event.data["citations"]
    ]
    (label,) = {citation["label"] for citation in cited if citation["kind"] == "tool"}
    assert label.startswith("Dates of application: as the law stood on 20 November 2026, Art. 1(2)")
    done = events[-1].data["statements"]
    assert label in [citation["label"] for one in done for citation in one["citations"]]


def test_a_follow_up_is_understood_after_what_was_asked_before(client: TestClient) -> None:
    conversation = client.post("/v1/conversations").json()["id"]
    ask(client, as_of="2026-11-20", conversation=conversation)

    body = ask(client, "And as of 1 January 2025?", as_of="2026-11-20", conversation=conversation)
    streamed = stream(client, "As of 2 January 2025?", conversation=conversation)[-1].data

    assert (body["as_of"], body["conversation"]) == ("2025-01-01", conversation)
    assert "within 14 days" in body["statements"][-1]["text"]
    assert body["statements"][-1]["citations"][0]["url"].endswith("?as_of=2025-01-01")
    assert (streamed["as_of"], streamed["conversation"]) == ("2025-01-02", conversation)
    assert streamed["statements"][-1]["citations"][0]["url"].endswith("?as_of=2025-01-02")


def test_two_days_are_compared(client: TestClient) -> None:
    body = ask(client, as_of="2026-11-20", compare_with="2025-01-01")

    assert [answer["as_of"] for answer in body["answers"]] == ["2025-01-01", "2026-11-20"]
    assert body["only_first"] == ["A keeper shall report a broken lantern within 14 days."]
    assert body["only_second"] == [DUTY]
    assert body["both"] == []


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "once"}])
def test_in_a_stream_no_days_are_compared_and_nothing_is_repeated(
    client: TestClient, headers: dict[str, str]
) -> None:
    asked = {"question": QUESTION} | ({} if headers else {"compare_with": "2025-01-01"})

    answer = client.post("/v1/ask", json=asked, headers=STREAM | headers)

    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    assert entries(client) == 0


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 422),
        ("[" * 60_000, 400),
        (b"\xff\xfe\x00", 400),
        ("{}", 422),
        (json.dumps({"question": ""}), 422),
        (json.dumps({"question": "?!"}), 422),
        (json.dumps({"question": ["When?"]}), 422),
        (json.dumps({"question": "x" * 8_001}), 422),
        (json.dumps({"question": "x" * 3_000_000}), 413),
        (json.dumps({"question": QUESTION, "as_of": "soon"}), 422),
        (json.dumps({"question": QUESTION, "conversation": "mine"}), 422),
        (json.dumps({"question": QUESTION, "actor": "chief"}), 422),
        (json.dumps({"question": "a\ud800b", "as_of": "2026-11-20"}), 422),
    ],
)
def test_what_cannot_be_asked_is_a_problem_and_is_not_recorded(
    client: TestClient, body: str | bytes, status: int, accept: str
) -> None:
    answer = client.post(
        "/v1/ask", content=body, headers={"Content-Type": "application/json", "Accept": accept}
    )

    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM)
    assert entries(client) == 0


def test_without_an_index_nothing_is_asked(unready: TestClient) -> None:
    for headers in ({}, STREAM):
        answer = unready.post("/v1/ask", json={"question": QUESTION}, headers=headers)

        assert (answer.status_code, answer.headers["content-type"]) == (503, PROBLEM)
        assert answer.json()["type"] == "urn:regulatory-copilot:index-unavailable"


def test_who_may_not_ask_is_told_so(client_as: ClientAs) -> None:
    assert client_as("auditor").post("/v1/ask", json={"question": QUESTION}).status_code == 403


def test_nobody_asks_in_the_conversation_of_another(client: TestClient, client_as: ClientAs) -> None:
    flint, wick = client_as("officer", holder="Ms. Flint"), client_as("officer", holder="Mr. Wick")
    conversation = str(uuid4())
    ask(flint, conversation=conversation)
    before = entries(client)

    for headers in ({}, STREAM):
        answer = wick.post(
            "/v1/ask", json={"question": QUESTION, "conversation": conversation}, headers=headers
        )

        assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)
    assert entries(client) == before


def test_the_same_person_goes_on_with_another_key(client_as: ClientAs) -> None:
    conversation = str(uuid4())
    ask(client_as("officer"), conversation=conversation)

    assert ask(client_as("officer"), "And as of 2024?", conversation=conversation)["as_of"] == "2024-12-31"


def test_a_question_that_is_repeated_under_its_key_is_answered_once(client: TestClient) -> None:
    asked = {"question": QUESTION, "as_of": "2026-11-20", "compare_with": "2025-01-01"}
    once = {"Idempotency-Key": "once"}
    first = client.post("/v1/ask", json=asked, headers=once)
    recorded = entries(client)

    again = client.post("/v1/ask", json=asked, headers=once)
    another = client.post("/v1/ask", json=asked | {"as_of": "2026-11-19"}, headers=once)

    assert (again.status_code, again.json()) == (200, first.json())
    assert (another.status_code, another.json()["type"]) == (422, "urn:regulatory-copilot:another-request")
    assert entries(client) == recorded


def test_a_key_of_a_request_is_its_callers_own(client_as: ClientAs) -> None:
    asked, once = {"question": QUESTION}, {"Idempotency-Key": "once"}

    first, second = (client_as("officer").post("/v1/ask", json=asked, headers=once) for _ in range(2))

    assert first.json()["record"] != second.json()["record"]


def test_an_answer_is_logged_without_its_question(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    from copilot.logs import configure_logging

    configure_logging(Settings(log_level="debug"))

    stream(client, "Must a secret merger of lanterns be reported?")

    logged = capsys.readouterr().err
    assert "/v1/ask" in logged
    assert "merger" not in logged
