"""What readers think of answers: said by those who were given them, read by auditors."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs, service_of

CLOSED = "Where are glass thieves awaited?"


def answered(client: TestClient, question: str = "When must a broken lantern be reported?") -> int:
    record: int = client.post("/v1/ask", json={"question": question}).json()["record"]
    return record


def say(client: TestClient, record: int, words: str = "Good.", **headers: str) -> int:
    said = {"record": record, "helpful": True, "words": words}
    return client.post("/v1/feedback", json=said, headers=headers).status_code


def test_what_an_asker_thinks_is_read_by_an_auditor(client_as: ClientAs) -> None:
    flint = client_as("officer", holder="Ms. Flint")
    record = answered(flint)

    given = flint.post("/v1/feedback", json={"record": record, "helpful": False, "words": "It is 2 days."})

    (said,) = client_as("auditor").get("/v1/feedback").json()["feedback"]
    assert (given.status_code, given.json()) == (201, {"number": said["number"]})
    assert said.pop("at")
    assert said == {
        "number": 1,
        "record": record,
        "by": "Ms. Flint",
        "helpful": False,
        "words": "It is 2 days.",
    }


def test_it_is_read_page_by_page(client: TestClient) -> None:
    records = [answered(client) for _ in range(3)]
    for record in records:
        assert say(client, record) == 201

    first = client.get("/v1/feedback", params={"limit": 2}).json()
    second = client.get("/v1/feedback", params={"limit": 2, "before": first["before"]}).json()

    read = [one["record"] for one in (*first["feedback"], *second["feedback"])]
    assert read == records[::-1]
    assert second["before"] is None


def test_repeated_under_its_key_it_is_kept_once(client: TestClient) -> None:
    record = answered(client)

    assert [say(client, record, **{"Idempotency-Key": "once"}) for _ in range(2)] == [201, 201]
    assert say(client, record, "Another.", **{"Idempotency-Key": "once"}) == 422

    (said,) = client.get("/v1/feedback").json()["feedback"]
    assert (said["number"], said["words"]) == (1, "Good.")


def test_nobody_judges_the_answer_of_another(client_as: ClientAs) -> None:
    flint, wick = client_as("officer", holder="Ms. Flint"), client_as("officer", holder="Mr. Wick")
    record = answered(flint)

    assert say(wick, record) == 404
    assert say(wick, 10_000) == 404
    assert say(flint, record - 1) == 404
    assert client_as("auditor").get("/v1/feedback").json()["feedback"] == []


def test_nobody_judges_an_answer_that_they_may_no_longer_see(client_as: ClientAs) -> None:
    record = answered(client_as("officer", audiences=("control-room",)), CLOSED)

    assert say(client_as("officer", audiences=()), record) == 403


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"record": 2},
        {"record": 0, "helpful": True},
        {"record": 2**63, "helpful": True},
        {"record": 2, "helpful": "perhaps"},
        {"record": 2, "helpful": True, "words": "x" * 2_001},
    ],
)
def test_what_is_no_feedback_is_a_problem(client: TestClient, body: dict[str, Any]) -> None:
    assert client.post("/v1/feedback", json=body).status_code == 422


def test_it_is_read_by_auditors_alone_and_given_by_askers_alone(client_as: ClientAs) -> None:
    assert client_as("officer").get("/v1/feedback").status_code == 403
    assert say(client_as("auditor"), 2) == 403


def test_words_on_an_answer_that_a_reader_may_not_see_are_withheld(client_as: ClientAs) -> None:
    flint = client_as("officer", audiences=("control-room",))
    record = answered(flint, CLOSED)
    assert say(flint, record, "Vine Street, indeed.") == 201

    (closed,) = client_as("auditor", audiences=()).get("/v1/feedback").json()["feedback"]
    (seen,) = client_as("auditor", audiences=("control-room",)).get("/v1/feedback").json()["feedback"]

    assert (closed["record"], closed["words"]) == (record, "[withheld]")
    assert seen["words"] == "Vine Street, indeed."


def test_words_on_an_answer_that_is_gone_are_withheld(client: TestClient) -> None:
    from copilot.records.ledger import redact

    record = answered(client)
    say(client, record)
    redact(service_of(client).ledger(), record, [], reason="Art. 17 GDPR", ordered_by="the asker")

    (said,) = client.get("/v1/feedback").json()["feedback"]

    assert said["words"] == "[withheld]"
