"""A closed policy is shown to nobody it is not for: not by a page, an answer, a stream, a count or an error."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.access import needs_of
from copilot.permissions import ROLES
from tests.api.conftest import ClientAs, service_of

CLOSED = "policy/watch-list"
TOLD = re.compile(
    "glass thieves|vine street|constable|streets under watch|watch list policy", re.IGNORECASE
)
QUESTION = "Who is told first of glass thieves?"
NAMES = (CLOSED, f"{CLOSED}/1.1", "watch-list", "1", "2")
ASKS = {"q": "glass thieves in Vine Street", "as_of": "2026-11-20", "top": "50"}


def tells(somebody: TestClient, path: str) -> bool:
    """Whether what somebody is shown there tells of the closed policy; their own words are no telling."""
    answer = somebody.get(path, params=ASKS, headers={"Accept": "text/html, */*"})
    return TOLD.search(answer.text.replace(ASKS["q"], "").replace(QUESTION, "")) is not None


def addresses(app: FastAPI) -> Iterator[str]:
    """Each address that is read, with names of the closed policy in place of the parts of its path."""
    for needs in needs_of(app):
        if needs.method == "GET" and needs.permissions:
            yield from sorted({re.sub(r"\{[^}]*\}", name, needs.path) for name in NAMES})


@pytest.fixture
def asked(client: TestClient) -> None:
    """The owner, who sees everything, has asked about it: the question and its answer are in the ledger."""
    question = {"question": QUESTION, "as_of": ASKS["as_of"]}
    assert TOLD.search(client.post("/v1/ask", json=question).text.replace(QUESTION, ""))
    assert service_of(client).ledger().head().sequence == 2


@pytest.mark.parametrize("path", ["/v1/search", "/search", f"/v1/provisions/{CLOSED}/1.1"])
def test_it_is_shown_to_whom_it_is_for(path: str, client_as: ClientAs) -> None:
    """So that what is looked for below is something that would be found."""
    assert tells(client_as("officer", audiences=("control-room",)), path)


@pytest.mark.usefixtures("asked")
def test_it_is_shown_to_nobody_else(app: FastAPI, client_as: ClientAs) -> None:
    """Not even to somebody who may do everything, and sees what is for others."""
    somebody = client_as(*ROLES, audiences=("trading-desk",))

    assert [path for path in addresses(app) if tells(somebody, path)] == []
