"""Every answer tells the browser what it may do with it: the good ones, and each kind of error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.assets import asset
from tests.api.conftest import ClientAs, beside, calling

HTML = {"Accept": "text/html"}


def fails() -> None:
    raise RuntimeError("the lamp is out")


ANSWERS: dict[str, Callable[[TestClient], Any]] = {
    "an answer": lambda client: client.get("/v1/search?q=oil"),
    "a page": lambda client: client.get("/search", headers=HTML),
    "a style sheet": lambda client: client.get(asset("frame.css")),
    "health": lambda client: client.get("/healthz"),
    "not found": lambda client: client.get("/v1/nothing"),
    "a page not found": lambda client: client.get("/nothing", headers=HTML),
    "invalid": lambda client: client.get("/v1/search"),
    "a wrong method": lambda client: client.post("/v1/search"),
    "forbidden": lambda client: client.get("/search", headers={"Host": "evil.example"}),
    "too large": lambda client: client.post("/v1/keys", content=b"x" * 3_000_000),
    "failed": lambda client: client.get("/fails"),
    "a page that failed": lambda client: client.get("/fails", headers=HTML),
    "a redirect": lambda client: client.post("/sign-out", follow_redirects=False),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_has_them(kind: str, client: TestClient, app: FastAPI) -> None:
    app.get("/fails")(fails)

    headers = ANSWERS[kind](client).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert ("no-store" in headers["cache-control"]) == (kind != "a style sheet")
    assert "strict-transport-security" not in headers
    assert "access-control-allow-origin" not in headers
    assert headers["x-request-id"]


def test_who_is_turned_away_gets_them_too(client: TestClient, client_as: ClientAs, app: FastAPI) -> None:
    client_as("officer")

    answer = beside(client, app).get("/v1/search?q=oil")

    assert answer.status_code == 401
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_over_tls_browsers_come_back_over_tls(app: FastAPI) -> None:
    with calling(app) as client:
        answer = client.get("https://127.0.0.1/healthz")

    assert answer.headers["strict-transport-security"] == "max-age=31536000"
