"""Every route, and every role: what the table says is what happens. A new route is in it by itself."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Annotated

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.applications import Starlette

from api.access import Caller, Needs, may, needs_of, table_of
from api.access.door import is_open
from copilot.permissions import ROLES
from tests.api.conftest import ClientAs, beside

REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


def call(client: TestClient, needs: Needs) -> int:
    """The status of a request to this route, with something in place of each part of its path."""
    path = re.sub(r"\{[^}]*\}", "1", needs.path)
    method = "POST" if needs.method == "ANY" else needs.method
    with client.stream(
        method, path, json={} if method != "GET" else None, follow_redirects=False
    ) as answer:
        return answer.status_code


def test_each_role_may_call_what_the_table_says_and_nothing_else(app: FastAPI, client_as: ClientAs) -> None:
    wrong = []
    for role in ROLES:
        somebody = client_as(role)
        for needs in needs_of(app):
            refused = call(somebody, needs) in REFUSED
            if needs.permissions and refused == needs.opens_to(role):
                wrong.append(f"{role}: {needs.method} {needs.path} is {'closed' if refused else 'open'}")

    assert wrong == []


def test_nobody_calls_anything_without_a_key_but_what_is_open(
    app: FastAPI, client: TestClient, client_as: ClientAs
) -> None:
    client_as("officer")
    stranger = beside(client, app)

    for needs in needs_of(app):
        if not is_open(needs.path):
            assert call(stranger, needs) == HTTPStatus.UNAUTHORIZED, needs
    assert stranger.get("/v1/no-such-route").status_code == HTTPStatus.UNAUTHORIZED


def test_a_route_needs_a_permission_or_is_named_as_open(app: FastAPI) -> None:
    assert [needs for needs in needs_of(app) if bool(needs.permissions) == is_open(needs.path)] == []


def test_a_route_says_what_it_needs_and_what_is_mounted_cannot() -> None:
    app = FastAPI(openapi_url=None)

    @app.get("/lamps")
    def lamps(caller: Annotated[Caller, may("read-law")]) -> None: ...

    @app.post("/lamps")
    def light() -> None: ...

    app.mount("/unguarded", Starlette())

    assert needs_of(app) == [
        Needs("/lamps", "GET", ("read-law",)),
        Needs("/lamps", "POST", ()),
        Needs("/unguarded", "ANY", ()),
    ]
    assert "| `GET /lamps` | read-law | yes | yes | yes | yes | yes | – |" in table_of(app)
