"""What is not made of parameters asks who calls, and for each thing that is wanted."""

from __future__ import annotations

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from api.access import caller_of, require
from copilot.errors import SignInNeeded
from tests.api.conftest import ClientAs


@pytest.fixture(autouse=True)
def _lamps(app: FastAPI) -> None:
    """A route that says nothing of what it needs, and asks for it."""

    @app.get("/lamps")
    def lamps(request: Request) -> str:
        caller = caller_of(request.scope)
        require(caller, "use-rules")
        return caller.actor.name


def test_it_knows_its_caller(client: TestClient, client_as: ClientAs) -> None:
    assert client.get("/lamps").json() == "local"
    assert client_as("officer", holder="Ms. Flint").get("/lamps").json() == "Ms. Flint"


def test_it_does_nothing_for_who_lacks_a_permission(client_as: ClientAs) -> None:
    answer = client_as("officer", scopes=("read-law",)).get("/lamps")

    assert (answer.status_code, answer.json()["detail"]) == (403, "Ms. Flint may not use-rules")


def test_without_the_door_nobody_is_known() -> None:
    with pytest.raises(SignInNeeded):
        caller_of({"type": "http"})
