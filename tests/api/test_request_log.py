"""Every request is a line in the log, under an id; one that fails is told nothing but that id."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient

from copilot.logs import configure_logging
from copilot.settings import Settings
from tests.api.serving import serving


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_request_is_logged_under_the_id_its_sender_is_told(
    client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logging(Settings(log_format="json"))

    answer = client.get("/v1/search?q=secret merger", headers={"X-Request-ID": "forged"})

    (line,) = lines(capsys)
    assert line["request"] == answer.headers["x-request-id"] != "forged"
    assert (line["path"], line["status"], line["level"]) == ("/v1/search", 200, "info")
    assert "merger" not in str(line)


def test_what_nobody_thought_of_is_told_by_its_id_alone(
    app: FastAPI, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    @app.get("/fails")
    def fails() -> None:
        raise RuntimeError("the lamp of Mr. Wick is out")

    configure_logging(Settings(log_format="json"))
    answer = client.get("/fails", headers={"Authorization": "Bearer cpk-no-key-sesame"})

    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert problem["type"] == "urn:regulatory-copilot:unexpected"
    assert problem["instance"] == f"urn:uuid:{answer.headers['x-request-id']}"
    assert "Wick" not in answer.text
    failure, request = lines(capsys)
    assert failure["request"] == request["request"] == answer.headers["x-request-id"]
    assert "the lamp of Mr. Wick is out" in str(failure["exception"])
    assert request["status"] == 500
    assert "sesame" not in str(failure)


def test_an_answer_that_breaks_off_is_broken_off(app: FastAPI, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody takes a part for the whole: the connection ends before the answer does."""

    async def half() -> AsyncIterator[str]:
        yield "the first half"
        raise RuntimeError("the lamp is out")

    @app.get("/half")
    async def breaks_off() -> StreamingResponse:
        return StreamingResponse(half())

    configure_logging(Settings())
    with serving(app) as address, pytest.raises(httpx.RemoteProtocolError):
        httpx.get(f"{address}/half")

    assert "the lamp is out" in capsys.readouterr().err
