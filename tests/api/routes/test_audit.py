from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import make_url, text

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.records import Question
from copilot.records.ledger import KeyFile, verify_export
from copilot.settings import Settings
from tests.api.conftest import ClientAs, service_of
from tests.records.attacker import tampering

OIL = "Which oil may be burnt?"
THIEVES = "Where are glass thieves awaited?"


def ask(client: TestClient, question: str, as_of: str = "2026-11-20") -> int:
    """The entry of the answer."""
    record: int = client.post("/v1/ask", json={"question": question, "as_of": as_of}).json()["record"]
    return record


def harm(settings: Settings, sql: str) -> None:
    assert settings.database_url is not None
    with tampering(make_url(settings.database_url.get_secret_value())) as connection:
        connection.execute(text(sql))


def exported(client: TestClient, **params: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in client.get("/v1/audit/export", params=params).text.splitlines()]


def test_what_was_asked_and_answered_is_listed_the_latest_first(client: TestClient) -> None:
    ask(client, OIL)

    answer, question = client.get("/v1/audit/entries").json()["entries"]

    assert (question["kind"], question["who"], question["about"]) == ("question", "local", OIL)
    assert (answer["kind"], answer["question"], answer["state"]) == ("answer", 1, "shown")


def test_the_list_goes_on_where_a_page_ended(client: TestClient) -> None:
    ask(client, OIL)
    ask(client, OIL)

    first = client.get("/v1/audit/entries", params={"limit": 3}).json()
    rest = client.get("/v1/audit/entries", params={"limit": 3, "before": first["next"]}).json()

    assert [entry["number"] for entry in (*first["entries"], *rest["entries"])] == [4, 3, 2, 1]
    assert rest["next"] is None


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"kind": "question"}, [1]),
        ({"actor": "local"}, [2, 1]),
        ({"actor": "nobody"}, []),
        ({"until": "2020-01-01"}, []),
        ({"since": "2020-01-01", "until": "2999-01-01"}, [2, 1]),
    ],
)
def test_entries_are_looked_for(wanted: dict[str, str], numbers: list[int], client: TestClient) -> None:
    ask(client, OIL)

    found = client.get("/v1/audit/entries", params=wanted).json()["entries"]

    assert [entry["number"] for entry in found] == numbers


@pytest.mark.parametrize(
    "wanted",
    [{"kind": "rumour"}, {"before": "0"}, {"limit": "201"}, {"since": "soon"}, {"before": "9" * 30}],
)
def test_a_malformed_search_is_a_problem(wanted: dict[str, str], client: TestClient) -> None:
    assert client.get("/v1/audit/entries", params=wanted).status_code == 422


def test_an_entry_is_shown_with_what_it_leaned_on(client: TestClient) -> None:
    entry = client.get(f"/v1/audit/entries/{ask(client, OIL)}").json()

    assert entry["said"]["question"] == 1
    assert entry["parts"]["statements"]
    assert "Only vegetable oil may be burnt." in [leaned_on["text"] for leaned_on in entry["evidence"]]
    assert client.get("/v1/audit/entries/99").status_code == 404


def test_letters_that_have_no_form_in_utf_8_are_sent_all_the_same(client: TestClient) -> None:
    owner = Actor("local", frozenset({EVERY_AUDIENCE}))
    asked = Question("Half a letter: \ud83d", "", datetime.now(UTC).date(), owner, None)
    service_of(client).ledger().append(asked)

    assert client.get("/v1/audit/entries/1").json()["parts"]["asked"] == "Half a letter: \ud83d"
    assert client.get("/v1/audit/entries").json()["entries"][0]["about"] == "Half a letter: \ud83d"


def test_an_answer_is_rebuilt_and_checked_again(client: TestClient) -> None:
    replayed = client.post(f"/v1/audit/entries/{ask(client, OIL)}/replay").json()

    assert (replayed["same"], replayed["asked"]) == (True, OIL)
    assert "Only vegetable oil may be burnt." in [each["text"] for each in replayed["statements"]]
    assert {each["today"] for each in replayed["texts"]} == {"same"}
    assert client.post("/v1/audit/entries/1/replay").status_code == 404, "a question is no answer"


def test_a_ledger_that_holds_and_one_that_was_changed(client: TestClient, settings: Settings) -> None:
    ask(client, OIL)
    head = client.get("/v1/audit/head").json()
    assert client.post("/v1/audit/verify").json()["holds"]
    assert client.post("/v1/audit/verify", json={"head": head}).json()["holds"]

    harm(settings, "DELETE FROM entries WHERE sequence = 2")

    report = client.post("/v1/audit/verify", json={"head": head}).json()
    assert not report["holds"]
    assert {"cut", "field"} <= {fault["kind"] for fault in report["faults"]}


def test_an_entry_that_was_changed_is_told_by_its_number_alone(
    client: TestClient, settings: Settings
) -> None:
    ask(client, OIL)
    harm(
        settings, "UPDATE entries SET content = replace(content, 'extractive', 'other') WHERE sequence = 2"
    )

    entry = client.get("/v1/audit/entries/2").json()

    assert (entry["state"], entry["said"], entry["about"]) == ("altered", None, "")
    assert client.post("/v1/audit/entries/2/replay").status_code == 503


def test_an_export_can_be_checked_with_the_key(
    client: TestClient, settings: Settings, tmp_path: Path
) -> None:
    ask(client, OIL)
    answer = client.get("/v1/audit/export")
    file = tmp_path / "audit.jsonl"
    file.write_bytes(answer.content)

    report = verify_export(file, KeyFile(settings.key_of_the_ledger).keys(), now=datetime.now(UTC))

    assert (report.holds, report.entries, report.withheld) == (True, 2, 0)
    assert answer.headers["content-disposition"] == 'attachment; filename="audit.jsonl"'
    assert exported(client, until="2020-01-01")[1:] == [{"entries": 0}]


class TestForAnAuditorWhoMayNotSeeAll:
    @pytest.fixture
    def auditor(self, client_as: ClientAs) -> TestClient:
        """Somebody to whom the control room's texts are closed; it was asked about oil (2) and about thieves (4)."""
        officer = client_as("officer", audiences=("control-room",))
        ask(officer, OIL)
        ask(officer, THIEVES)
        return client_as("auditor", audiences=("sales",))

    def test_an_answer_with_a_closed_text_is_told_by_its_number_alone(self, auditor: TestClient) -> None:
        listed = {entry["number"]: entry for entry in auditor.get("/v1/audit/entries").json()["entries"]}
        answers = [entry["number"] for entry in listed.values() if entry["kind"] == "answer"]
        closed = max(answers)

        entry = auditor.get(f"/v1/audit/entries/{closed}")

        assert [listed[number]["state"] for number in sorted(answers)] == ["shown", "withheld"]
        assert (entry.json()["state"], entry.json()["said"], entry.json()["evidence"]) == (
            "withheld",
            None,
            [],
        )
        assert "Vine Street" not in entry.text
        assert "watch-list" not in entry.text
        assert listed[closed - 1]["about"] == THIEVES, "the words of a question are shown"

    def test_it_is_not_replayed(self, auditor: TestClient) -> None:
        closed = auditor.get("/v1/audit/entries", params={"kind": "answer"}).json()["entries"][0]["number"]

        refused = auditor.post(f"/v1/audit/entries/{closed}/replay")

        assert (refused.status_code, refused.json()["type"]) == (
            403,
            "urn:regulatory-copilot:not-permitted",
        )

    def test_an_export_leaves_it_out_and_says_so(self, auditor: TestClient) -> None:
        sent = exported(auditor)

        assert sent[-1]["left_out"] == 1
        assert "not the whole" in sent[0]["readme"]
        assert "Vine Street" not in json.dumps(sent)
        assert "watch" not in json.dumps(sent).lower()


@pytest.mark.parametrize(
    ("role", "reads"), [("officer", 403), ("auditor", 200), ("administrator", 403), ("author", 403)]
)
def test_who_may_read_the_ledger(role: str, reads: int, client_as: ClientAs) -> None:
    somebody = client_as(role)

    for answer in (
        somebody.get("/v1/audit/entries"),
        somebody.get("/v1/audit/head"),
        somebody.post("/v1/audit/verify"),
        somebody.get("/v1/audit/export"),
    ):
        assert answer.status_code == reads


def test_a_key_that_may_read_may_not_export(client_as: ClientAs) -> None:
    reader = client_as("auditor", scopes=("read-audit",))

    assert reader.get("/v1/audit/entries").status_code == 200
    assert reader.get("/v1/audit/export").status_code == 403
