"""The door: who is not known is turned away, and a person on a page is shown where to sign in."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from tests.api.conftest import ClientAs, beside, key_for

PAGE = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture
def stranger(client: TestClient, app: FastAPI) -> TestClient:
    """Somebody without a key, where others have one."""
    key_for(client, "officer")
    return beside(client, app)


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("/", "/sign-in"),
        ("/search", "/sign-in?next=/search"),
        (
            "/search?q=oil%20lamp&as_of=2026-01-01",
            "/sign-in?next=/search%3Fq%3Doil%2520lamp%26as_of%3D2026-01-01",
        ),
        ("/provision/lantern-act%2Fart-1", "/sign-in?next=/provision/lantern-act%252Fart-1"),
        ("//evil.example/", "/sign-in?next=//evil.example/"),
    ],
)
def test_a_page_is_shown_after_signing_in(wanted: str, shown: str, stranger: TestClient) -> None:
    answer = stranger.get(f"http://127.0.0.1{wanted}", headers=PAGE, follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, shown)


@pytest.mark.parametrize(
    ("method", "path", "accept"),
    [
        ("GET", "/search", "*/*"),
        ("GET", "/v1/search?q=oil", "text/html"),
        ("GET", "/mcp", "text/html"),
    ],
)
def test_a_program_is_told_that_it_has_to_say_who_it_is(
    method: str, path: str, accept: str, stranger: TestClient
) -> None:
    answer = stranger.request(method, path, headers={"Accept": accept}, follow_redirects=False)

    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")


def test_what_is_not_permitted_is_not_asked_for_again(client_as: ClientAs) -> None:
    answer = client_as("administrator").get("/search", headers=PAGE, follow_redirects=False)

    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path", ["/static/../v1/search?q=oil", "/static/%2e%2e/v1/keys", "/healthz/", "/sign-in/x"]
)
def test_nothing_slips_in_beside_what_is_open(path: str, stranger: TestClient) -> None:
    answer = stranger.get(path, follow_redirects=False)

    assert answer.status_code in {401, 404}


def test_nothing_here_speaks_websocket(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect) as closed, client.websocket_connect("/v1/search"):
        pass

    assert closed.value.code == 1008
