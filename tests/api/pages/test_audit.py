"""Audit without a script: the list, one entry, verify, replay, export."""

from __future__ import annotations

import json
from html import unescape

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs


@pytest.fixture
def asked(client: TestClient) -> TestClient:
    """Somebody has asked two questions: one that is answered, one that is not."""
    for question in ("Which oil may be burnt?", "What is the price of gold?"):
        client.post("/v1/ask", json={"question": question, "as_of": "2026-11-20"}).raise_for_status()
    return client


def test_entries_are_listed_with_words_and_outcome(asked: TestClient) -> None:
    page = unescape(asked.get("/audit").text)

    assert page.index("/audit/entries/4") < page.index("/audit/entries/1")
    assert "Which oil may be burnt?" in page
    assert page.count('<span class="tag warn">refused</span>') == 1
    assert "to question 1, by extractive" in page


def test_entries_are_found_by_kind_person_and_day(asked: TestClient) -> None:
    assert "/audit/entries/2" not in asked.get("/audit?kind=question").text
    assert "There is no such entry." in asked.get("/audit?who=nobody").text
    assert "There is no such entry." in asked.get("/audit?until=2020-01-01").text
    assert "/audit/entries/4" in asked.get("/audit?since=2020-01-01&who=local&kind=").text


def test_older_entries_are_a_link_away(asked: TestClient) -> None:
    page = asked.get("/audit?before=3&kind=question").text

    assert "/audit/entries/1" in page
    assert "/audit/entries/3" not in page


def test_a_day_that_is_none_is_refused_at_its_field(asked: TestClient) -> None:
    response = asked.get("/audit?since=soon")

    assert response.status_code == 422
    assert '<p class="fault" id="since-fault" role="alert">“soon” is not a day' in response.text


def test_an_answer_is_shown_with_all_it_stands_on(asked: TestClient) -> None:
    page = unescape(asked.get("/audit/entries/2").text)

    assert "Which oil may be burnt?" in page
    assert "As of 20 November 2026, asked by local" in page
    assert "Only vegetable oil may be burnt." in page
    assert "/provision/lantern-act/art-2?as_of=2026-11-20&layer=digest&quote=" in page
    for said in ("Tools called", "Texts it leaned on", "Model and instructions", "extractive", "Seals"):
        assert said in page


def test_a_refusal_says_of_what_kind_it_is(asked: TestClient) -> None:
    page = unescape(asked.get("/audit/entries/4").text)

    assert "No source." in page or "Out of scope." in page
    assert "What would settle it:" in page


def test_a_question_is_shown_as_it_was_asked(asked: TestClient) -> None:
    page = asked.get("/audit/entries/1").text

    assert "Entry 1: question" in page
    assert '<blockquote class="law">Which oil may be burnt?</blockquote>' in page


def test_an_entry_that_is_not_there_is_said_to_be_missing(asked: TestClient) -> None:
    assert asked.get("/audit/entries/99").status_code == 404


def test_the_ledger_is_verified_in_words(asked: TestClient) -> None:
    page = asked.post("/audit/verify").text

    assert "Whole: all of it is as it was written" in page
    assert "4 entries, 1 to 4" in page
    assert "<h1>Audit</h1>" in page
    assert "<h1>" not in asked.post("/audit/verify?fragment=true").text


def test_a_head_that_was_kept_shows_whether_the_end_was_cut_off(asked: TestClient) -> None:
    head = asked.get("/audit/head")
    assert 'filename="head-' in head.headers["content-disposition"]

    page = asked.post("/audit/verify", files={"head": ("head.json", head.content)}).text

    assert "Its end was held against the head you gave." in page


def test_a_head_of_later_entries_is_a_fault_in_words(asked: TestClient) -> None:
    head = {**asked.get("/audit/head").json(), "sequence": 9}

    page = asked.post("/audit/verify", files={"head": ("head.json", json.dumps(head))}).text

    assert "Not whole: 1 fault" in page
    assert '<span class="tag bad">head</span>' in page


def test_a_file_that_is_no_head_is_refused_at_its_field(asked: TestClient) -> None:
    response = asked.post("/audit/verify", files={"head": ("head.json", b"[]")})

    assert response.status_code == 422
    assert 'id="head-fault"' in response.text


def test_an_answer_is_replayed_statement_by_statement(asked: TestClient) -> None:
    page = unescape(asked.post("/audit/entries/2/replay").text)

    assert "The same: " in page
    assert '<span class="tag good">same</span> ' in page
    assert "read today as they did" in page


def test_a_question_cannot_be_replayed(asked: TestClient) -> None:
    assert asked.post("/audit/entries/1/replay").status_code == 404
    assert "Replay this answer" not in asked.get("/audit/entries/1").text


def test_a_period_is_exported(asked: TestClient) -> None:
    response = asked.get("/audit/export?since=2020-01-01&until=")

    lines = [json.loads(line) for line in response.text.splitlines()]
    assert lines[-1] == {"entries": 4}
    assert response.headers["content-disposition"] == 'attachment; filename="audit.jsonl"'


def test_a_period_with_a_day_that_is_none_is_not_exported(asked: TestClient) -> None:
    response = asked.get("/audit/export?since=soon")

    assert response.status_code == 422
    assert 'id="export-since-fault"' in response.text


def test_what_leans_on_closed_texts_is_said_to_be_withheld(client: TestClient, client_as: ClientAs) -> None:
    question = {"question": "Where are glass thieves awaited?", "as_of": "2026-11-20"}
    client.post("/v1/ask", json=question).raise_for_status()
    auditor = client_as("auditor", audiences=())

    listed, shown = auditor.get("/audit").text, auditor.get("/audit/entries/2").text

    assert '<span class="tag warn">withheld</span>' in listed
    assert "This entry is withheld." in shown
    assert "Vine Street" not in listed + shown
    assert "Seals" in shown
    assert auditor.post("/audit/entries/2/replay").status_code == 403


def test_only_who_may_read_the_audit_does_and_only_who_may_export_is_offered_it(
    client_as: ClientAs,
) -> None:
    assert client_as("officer").get("/audit").status_code == 403
    assert "/audit/export" in client_as("auditor").get("/audit").text
    assert "/audit/export" not in client_as("auditor", scopes=("read-audit",)).get("/audit").text
