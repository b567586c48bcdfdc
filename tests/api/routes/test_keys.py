"""Keys over HTTP: an administrator makes, lists and revokes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs, beside, service_of


def wanted(**other: object) -> dict[str, Any]:
    ends = datetime.now(UTC) + timedelta(days=30)
    key = {"holder": "Ms. Flint", "roles": ["officer"], "audiences": [], "expires_at": ends.isoformat()}
    return key | other


def test_a_key_is_made_used_listed_and_revoked(
    client: TestClient, client_as: ClientAs, app: FastAPI
) -> None:
    administrator = client_as("administrator", holder="Mr. Wick")

    answer = administrator.post("/v1/keys", json=wanted(audiences=["control-room"], scopes=["read-law"]))
    made = answer.json()

    assert answer.status_code == 201
    assert (made["key"]["made_by"], made["key"]["audiences"]) == ("Mr. Wick", ["control-room"])
    officer = beside(client, app, Authorization=f"Bearer {made['token']}")
    assert officer.get("/v1/search?q=glass thieves").json()["results"]
    listed = administrator.get("/v1/keys")
    assert listed.json()["keys"][0] == made["key"]
    assert made["token"].rpartition("_")[2] not in listed.text

    revoked = administrator.delete(f"/v1/keys/{made['key']['id']}").json()

    assert revoked["revoked_by"] == "Mr. Wick"
    assert officer.get("/v1/search?q=oil").status_code == 401


def test_what_was_done_with_keys_stands_in_the_ledger(client: TestClient, client_as: ClientAs) -> None:
    administrator = client_as("administrator")
    made = administrator.post("/v1/keys", json=wanted()).json()
    administrator.delete(f"/v1/keys/{made['key']['id']}")

    entries = list(service_of(client).ledger().entries())[-2:]

    assert [(entry.kind, entry.said["action"]) for entry in entries] == [
        ("access", "created"),
        ("access", "revoked"),
    ]
    assert {entry.said["access_key"] for entry in entries} == {made["key"]["id"]}
    assert made["token"].rpartition("_")[2] not in str(entries)


@pytest.mark.parametrize(
    "fault",
    [
        {"holder": ""},
        {"holder": "a\nb"},
        {"roles": []},
        {"roles": ["emperor"]},
        {"scopes": []},
        {"scopes": ["manage-keys"]},
        {"scopes": ["everything"]},
        {"audiences": [""]},
        {"expires_at": "2020-01-01T00:00:00Z"},
        {"expires_at": "2099-01-01T00:00:00Z"},
        {"expires_at": "2027-01-01T00:00:00"},
        {"expires_at": None},
        {"secret": "mine"},
    ],
)
def test_a_key_that_cannot_be_is_not_made(fault: dict[str, object], client: TestClient) -> None:
    answer = client.post("/v1/keys", json=wanted(**fault))

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert client.get("/v1/keys").json() == {"keys": []}


@pytest.mark.parametrize(
    ("scopes", "status"),
    [(None, 403), (["read-metrics"], 403), (["manage-keys", "read-metrics"], 403), (["manage-keys"], 201)],
)
def test_a_key_with_scopes_makes_none_that_opens_more(
    scopes: list[str] | None, status: int, client_as: ClientAs
) -> None:
    keeper = client_as("administrator", scopes=("manage-keys",))

    answer = keeper.post("/v1/keys", json=wanted(roles=["administrator"], scopes=scopes))

    assert answer.status_code == status


def test_there_is_no_such_key_to_revoke(client: TestClient) -> None:
    answer = client.delete("/v1/keys/nobodys")

    assert (answer.status_code, answer.json()["type"]) == (404, "urn:regulatory-copilot:unknown-key")


def test_who_shows_nothing_or_may_not_makes_no_key(client_as: ClientAs, client: TestClient) -> None:
    for somebody in (client_as("officer", "auditor"), client):
        assert somebody.post("/v1/keys", json=wanted()).status_code in {401, 403}
        assert somebody.delete("/v1/keys/1").status_code in {401, 403}
