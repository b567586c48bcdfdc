"""Entries of which something was removed for good are still shown, and say so."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.pages.recorded import recorded
from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.records.ledger import redact
from tests.api.conftest import service_of

OWNER = Actor("local", frozenset({EVERY_AUDIENCE}))


@pytest.fixture
def asked(client: TestClient) -> TestClient:
    """Somebody has asked for a date, which a rule works out."""
    question = {"question": "From when does Article 1 of the Lantern Act apply?", "as_of": "2026-11-20"}
    client.post("/v1/ask", json=question).raise_for_status()
    return client


def remove(client: TestClient, number: int, *parts: str) -> None:
    redact(service_of(client).ledger(), number, parts, reason="A request.", ordered_by="Ms. Flint")


def test_a_source_is_called_what_people_call_it(asked: TestClient) -> None:
    found = recorded(service_of(asked), OWNER, 2).answered

    assert found is not None
    assert found.statements is not None
    names = {source.name for said in found.statements for source in said.sources}
    assert "Dates of application" in names


def test_without_its_results_an_answer_names_them_as_the_ledger_does(asked: TestClient) -> None:
    remove(asked, 2, "results")

    found = recorded(service_of(asked), OWNER, 2).answered

    assert found is not None
    assert found.statements is not None
    assert "tool:application/1" in {source.name for said in found.statements for source in said.sources}


def test_statements_that_were_removed_are_said_to_be(asked: TestClient) -> None:
    remove(asked, 2, "statements")

    page = asked.get("/audit/entries/2").text

    assert "They were redacted." in page
    assert "Redacted for good:</strong> statements" in page
    assert '<span class="tag">redacted: statements</span>' in asked.get("/audit").text


def test_words_of_a_question_that_were_removed_are_not_shown_with_its_answer(asked: TestClient) -> None:
    remove(asked, 1, "asked", "understood")

    for number in (1, 2):
        page = asked.get(f"/audit/entries/{number}").text
        assert "From when does" not in page.partition("Tools called")[0]
        assert "[redacted]" in page
