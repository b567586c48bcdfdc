from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api import create_app
from copilot.law import Corpus
from copilot.settings import Settings
from tests.api.conftest import ClientAs, calling

SECRET = "merger-with-nightingale"


def figures(client: TestClient) -> dict[str, float]:
    """Each series with its figure."""
    lines = client.get("/metrics").text.splitlines()
    told = (line.rpartition(" ") for line in lines if not line.startswith("#"))
    return {series: float(figure) for series, _, figure in told}


def test_requests_are_counted_by_the_template_of_their_route(client: TestClient) -> None:
    client.get("/v1/provisions/lantern-act/art-2")
    client.get(f"/v1/policies/{SECRET}", params={"q": SECRET})
    client.get(f"/{SECRET}")
    client.request(SECRET.upper(), "/v1/search")

    told = figures(client)

    for series in (
        'copilot_requests_total{method="GET",route="/v1/provisions/{id:path}",status="200"}',
        'copilot_requests_total{method="GET",route="/v1/policies/{policy_id}",status="404"}',
        'copilot_requests_total{method="GET",route="other",status="404"}',
        'copilot_request_seconds_count{route="/v1/policies/{policy_id}"}',
    ):
        assert told[series] == 1
    assert SECRET.lower() not in str(told).lower()


def test_answers_are_counted_by_what_came_of_them(client: TestClient) -> None:
    client.post("/v1/ask", json={"question": "Which oil may be burnt?", "as_of": "2026-11-20"})
    client.post("/v1/ask", json={"question": "What is the weather?", "as_of": "2026-11-20"})

    told = figures(client)

    assert told['copilot_answers_total{outcome="answered"}'] == 1
    assert sum(figure for series, figure in told.items() if series.startswith("copilot_answers_total")) == 2
    assert told['copilot_statements_total{grade="quoted"}'] == 1
    assert told["copilot_statements_dropped_total"] == 0
    assert told["copilot_first_statement_seconds_count"] == 1
    assert told["copilot_answer_seconds_count"] == 2
    assert told['copilot_questions{stand="waiting"}'] == told['copilot_questions{stand="at work"}'] == 0


def test_how_the_service_stands_is_told(client: TestClient) -> None:
    ready = client.get("/readyz").json()
    client.post("/v1/ask", json={"question": "Which oil may be burnt?"})

    told = figures(client)

    assert told['copilot_index_state{state="ready"}'] == 1
    assert told['copilot_index_state{state="missing"}'] == 0
    assert told[f'copilot_index_info{{fingerprint="{ready["fingerprint"]}"}}'] == 1
    assert told['copilot_texts_state{state="current"}'] == 1
    assert (told["copilot_records_up"], told["copilot_ledger_entry"]) == (1, 2)
    assert (told["copilot_policy_change"], told["copilot_texts_change"]) == (0, 0)
    assert [series for series in told if series.startswith("copilot_build_info{version=")]


def test_what_cannot_be_asked_is_left_out(
    small_corpus: Corpus, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    with calling(create_app(settings)) as client:
        service = client.app_state["service"]
        with monkeypatch.context() as broken:
            broken.setattr(settings.__class__, "key_of_the_ledger", settings.data_folder)
            told = service.measured("")[0].decode()

    assert "copilot_records_up 0.0" in told
    assert "copilot_ledger_entry" not in told


@pytest.mark.parametrize(("role", "status"), [("administrator", 200), ("auditor", 403), ("officer", 403)])
def test_who_may_read_the_figures(role: str, status: int, client_as: ClientAs) -> None:
    assert client_as(role).get("/metrics").status_code == status
