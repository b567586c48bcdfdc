"""What a real collector is sent: which route, which work, how long; and nothing of what was asked or answered."""

from __future__ import annotations

import subprocess
import sys

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from api import create_app
from api.traces import Traces
from copilot.law import Corpus
from copilot.settings import Settings
from tests.api.conftest import calling
from tests.loopback import Answer, Loopback

SECRET = "nightingale"


@pytest.fixture
def told(
    loopback: Loopback, small_corpus: Corpus, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> list[Span]:
    """The spans that the collector has once the service, which some questions were put to, has ended."""
    loopback.answer = lambda request: Answer(b"")
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: small_corpus)
    traced = settings.model_validate(settings.model_dump() | {"otel_endpoint": loopback.address})
    with calling(create_app(traced)) as client:
        _use(client)
    assert {request.path for request in loopback.asked} == {"/v1/traces"}
    sent = [ExportTraceServiceRequest.FromString(request.body) for request in loopback.asked]
    return [
        span
        for message in sent
        for resource in message.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]


def _use(client: TestClient) -> None:
    client.post("/v1/ask", json={"question": "Which oil may be burnt?", "as_of": "2026-11-20"})
    client.get("/v1/search", params={"q": SECRET})
    client.get(f"/v1/policies/{SECRET}")
    client.get(f"/{SECRET}")
    client.post("/v1/audit/verify")
    client.get("/healthz")


def test_each_piece_of_the_work_is_told_inside_the_request_it_is_for(told: list[Span]) -> None:
    by_id = {span.span_id: span for span in told}

    def way(span: Span) -> list[str]:
        """The names from the request down to a span."""
        above = by_id.get(span.parent_span_id)
        return [*(way(above) if above else []), span.name]

    ways = [way(span) for span in told]

    assert ["POST /v1/ask", "answer", "tool", "search"] in ways
    assert ["POST /v1/ask", "answer", "verify"] in ways
    assert ["GET /v1/search", "search"] in ways
    assert ["POST /v1/audit/verify", "verify ledger"] in ways
    assert ["GET /healthz"] not in ways


def test_nothing_of_what_was_asked_or_found_is_told(told: list[Span]) -> None:
    everything = b"".join(span.SerializeToString() for span in told).decode(errors="replace").lower()

    assert "search_law" in everything, "the name of a tool is told"
    for word in (SECRET, "oil", "burnt", "lantern", "127.0.0.1", "user-agent"):
        assert word not in everything


def test_a_route_is_told_by_its_template_or_not_at_all(told: list[Span]) -> None:
    names = {span.name for span in told}

    assert "GET /v1/policies/{policy_id}" in names
    assert "GET (none)" in names


def test_a_piece_of_work_that_fails_is_told_by_the_kind_of_its_error_alone(
    loopback: Loopback, settings: Settings, small_corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    loopback.answer = lambda request: Answer(b"")
    traces = Traces(FastAPI(), loopback.address)
    with pytest.raises(ValueError, match=SECRET), traces.listen("search", top=3):
        raise ValueError(SECRET)
    traces.close()

    body = loopback.asked[0].body
    (span,) = ExportTraceServiceRequest.FromString(body).resource_spans[0].scope_spans[0].spans
    assert (span.name, span.status.code) == ("search", Status.STATUS_CODE_ERROR)
    assert {each.key: each.value for each in span.attributes}["copilot.error"].string_value == "ValueError"
    assert SECRET.encode() not in body


def test_without_a_collector_nothing_of_it_is_loaded() -> None:
    code = (
        "import sys; from api import create_app; from copilot.settings import Settings; create_app(Settings());"
        "sys.exit(any(name.startswith(('api.traces', 'opentelemetry.instrumentation')) for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
