"""Own conversations, as they are read again from the ledger."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient

from copilot.records.ledger import redact
from tests.api.conftest import ClientAs, service_of

QUESTION = "When must a broken lantern be reported?"
CLOSED = "Where are glass thieves awaited?"


def ask(client: TestClient, conversation: str, question: str = QUESTION) -> dict[str, Any]:
    answer = client.post("/v1/ask", json={"question": question, "conversation": conversation})
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


def turns(client: TestClient, conversation: str, **query: int) -> list[dict[str, Any]]:
    answer = client.get(f"/v1/conversations/{conversation}", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["turns"]
    return found


def test_a_conversation_that_is_begun_is_not_there_before_its_first_question(client: TestClient) -> None:
    begun = client.post("/v1/conversations")

    conversation = begun.json()["id"]
    assert begun.status_code == 200
    assert str(UUID(conversation)) == conversation
    assert client.get("/v1/conversations").json() == {"conversations": [], "before": None}
    assert client.get(f"/v1/conversations/{conversation}").status_code == 404
    assert service_of(client).ledger().head().sequence == 0


def test_to_begin_twice_under_one_key_is_to_begin_once(client: TestClient) -> None:
    first, second = (
        client.post("/v1/conversations", headers={"Idempotency-Key": "once"}).json() for _ in range(2)
    )

    assert first == second
    assert client.post("/v1/conversations").json() != first


def test_a_conversation_is_read_as_it_went(client: TestClient) -> None:
    conversation = str(uuid4())
    first = ask(client, conversation)
    second = ask(client, conversation, "And as of 2024?")

    read = turns(client, conversation)

    assert [turn["answer"] for turn in read] == [first, second]
    assert [(turn["question"], turn["as_of"], turn["state"], turn["said"]) for turn in read] == [
        (QUESTION, first["as_of"], "answered", None),
        ("And as of 2024?", "2024-12-31", "answered", None),
    ]
    assert [turn["record"] for turn in read] == [first["record"] - 1, second["record"] - 1]


def test_conversations_are_listed_with_the_latest_first_and_page_by_page(client: TestClient) -> None:
    older, newer = str(uuid4()), str(uuid4())
    ask(client, older)
    ask(client, newer, "May whale oil be burnt?")
    ask(client, older, "And as of 2024?")

    first_page = client.get("/v1/conversations", params={"limit": 1}).json()
    second_page = client.get(
        "/v1/conversations", params={"limit": 1, "before": first_page["before"]}
    ).json()

    listed = first_page["conversations"] + second_page["conversations"]
    assert [(one["id"], one["title"], one["turns"]) for one in listed] == [
        (older, QUESTION, 2),
        (newer, "May whale oil be burnt?", 1),
    ]
    assert listed[0]["last_at"] > listed[1]["last_at"]
    assert second_page["before"] is None


def test_a_long_conversation_is_read_from_its_end(client: TestClient) -> None:
    conversation = str(uuid4())
    asked = [ask(client, conversation, f"{QUESTION} {number}")["record"] - 1 for number in range(3)]

    end = client.get(f"/v1/conversations/{conversation}", params={"limit": 2}).json()
    beginning = turns(client, conversation, limit=2, before=end["before"])

    assert [turn["record"] for turn in (*beginning, *end["turns"])] == asked


def test_a_question_that_was_not_answered_is_said_not_to_be(client: TestClient) -> None:
    conversation = str(uuid4())
    answered = ask(client, conversation)
    ledger = service_of(client).ledger()
    ledger.append(ledger.answer(answered["record"]).question)

    _, turn = turns(client, conversation)

    assert (turn["state"], turn["said"]) == ("not_answered", "This question was not answered.")
    assert turn["answer"] is None


@pytest.mark.parametrize(
    ("entry", "fields", "question", "state"),
    [
        (0, ["asked", "understood"], "[redacted]", "answered"),
        (1, ["statements"], QUESTION, "redacted"),
        (1, [], QUESTION, "redacted"),
    ],
)
def test_what_was_redacted_is_said_to_be(
    client: TestClient, entry: int, fields: list[str], question: str, state: str
) -> None:
    conversation = str(uuid4())
    answer = ask(client, conversation)
    number = answer["record"] - 1 + entry
    redact(
        service_of(client).ledger(),
        number,
        fields,
        reason="Art. 17 GDPR",
        ordered_by="the data protection officer",
    )

    (turn,) = turns(client, conversation)

    assert (turn["question"], turn["state"]) == (question, state)
    assert (turn["answer"] is None) == (state == "redacted")
    assert state == "answered" or f"of entry {number} were redacted" in turn["said"]


def test_nobody_is_shown_the_conversation_of_another(client_as: ClientAs) -> None:
    conversation = str(uuid4())
    ask(client_as("officer", holder="Ms. Flint"), conversation)
    wick = client_as("officer", holder="Mr. Wick")

    assert wick.get("/v1/conversations").json()["conversations"] == []
    answer = wick.get(f"/v1/conversations/{conversation}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json() == wick.get(f"/v1/conversations/{uuid4()}").json() | {
        "detail": f"you have no conversation {conversation}"
    }


def test_an_answer_from_a_text_that_is_closed_by_now_is_withheld(client_as: ClientAs) -> None:
    conversation = str(uuid4())
    before = client_as("officer", audiences=("control-room",))
    assert "Vine Street" in str(ask(before, conversation, CLOSED))
    after = client_as("officer", audiences=())

    (turn,) = turns(after, conversation)

    assert (turn["state"], turn["answer"]) == ("withheld", None)
    assert "you may not see" in turn["said"]
    assert "Vine Street" not in after.get("/v1/conversations").text
    assert turns(before, conversation)[0]["state"] == "answered"
