"""Who calls: proven by a key, by a session, or by sitting at the machine; and what proves nothing."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api import create_app
from copilot.settings import Settings
from tests.api.conftest import ClientAs, beside, calling, key_for, service_of

LAW = "/v1/search?q=oil"


def problem(client: TestClient, address: str = LAW) -> tuple[int, str]:
    answer = client.get(address)
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].removeprefix("urn:regulatory-copilot:")


def test_the_owner_of_the_machine_needs_no_key_until_somebody_has_one(
    client: TestClient, client_as: ClientAs
) -> None:
    assert client.get(LAW).status_code == 200

    officer = client_as("officer")

    assert problem(client) == (401, "sign-in-needed")
    assert client.get(LAW).headers["www-authenticate"] == "Bearer"
    assert officer.get(LAW).status_code == 200


def test_the_owner_needs_none_again_when_the_last_key_is_revoked(
    client: TestClient, client_as: ClientAs
) -> None:
    client_as("officer")
    keys = service_of(client).access.keys()

    for key in keys.all():
        keys.revoke(key.id, by="the test")

    assert client.get(LAW).status_code == 200


def test_a_caller_may_what_their_role_grants_and_no_more(client_as: ClientAs) -> None:
    administrator = client_as("administrator")

    assert administrator.get("/v1/keys").status_code == 200
    assert problem(administrator) == (403, "not-permitted")


def test_scopes_narrow_what_a_role_grants(client_as: ClientAs) -> None:
    reader = client_as("officer", "administrator", scopes=("read-law",))

    assert reader.get(LAW).status_code == 200
    assert problem(reader, "/v1/keys") == (403, "not-permitted")


def test_a_key_that_is_revoked_is_so_at_once(client: TestClient, client_as: ClientAs) -> None:
    officer = client_as("officer")
    client_as("auditor")
    assert officer.get(LAW).status_code == 200
    keys = service_of(client).access.keys()

    keys.revoke(next(key.id for key in keys.all() if key.opens.roles == {"officer"}), by="the test")

    assert problem(officer) == (401, "sign-in-needed")


@pytest.mark.parametrize(
    "header",
    [
        "Bearer cpk_0000000000000000_" + "0" * 64,
        "Bearer cpk_nonsense",
        "Bearer sk-somebody-elses",
        "Bearer cps_0000000000000000_" + "0" * 64,
        "Bearer ",
        "Basic b2ZmaWNlcjpzZXNhbWU=",
        "cpk_without_a_scheme",
    ],
)
def test_what_proves_nothing_is_refused(
    header: str, client: TestClient, client_as: ClientAs, app: FastAPI
) -> None:
    client_as("officer")
    somebody = beside(client, app, Authorization=header)

    assert problem(somebody) == (401, "sign-in-needed")


def test_a_wrong_key_is_refused_also_where_none_is_needed(client: TestClient, app: FastAPI) -> None:
    somebody = beside(client, app, Authorization="Bearer cpk_0000000000000000_" + "0" * 64)

    assert problem(somebody) == (401, "sign-in-needed")


def test_where_no_login_is_set_up_the_key_of_another_service_is_no_matter(
    client: TestClient, app: FastAPI
) -> None:
    """Programs that speak the OpenAI protocol send one always, and cannot be told not to."""
    somebody = beside(client, app, Authorization="Bearer sk-unused")

    assert somebody.get(LAW).status_code == 200


def test_two_keys_at_once_are_none(client: TestClient) -> None:
    key = key_for(client, "officer")

    answer = client.get(
        LAW, headers=[("Authorization", f"Bearer {key}"), ("Authorization", "Bearer cpk_other")]
    )

    assert answer.status_code == 401


def test_on_another_address_a_login_is_needed_from_the_start(app: FastAPI, settings: Settings) -> None:
    reachable = create_app(settings.model_copy(update={"host": "0.0.0.0"}))
    with calling(reachable) as client:
        assert problem(client) == (401, "sign-in-needed")
        assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[::1"]
)
def test_the_owner_asks_by_a_name_that_leads_nowhere_else(host: str, client: TestClient) -> None:
    """A page elsewhere whose name was made to lead here asks by that name."""
    assert client.get(LAW, headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:9", "[::1]:8000", "127.8.8.8"])
def test_every_loopback_name_is_the_owners(host: str, client: TestClient) -> None:
    assert client.get(LAW, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via", "X-Real-IP"])
def test_what_a_proxy_passes_on_is_not_the_owners(header: str, client: TestClient) -> None:
    assert client.get(LAW, headers={header: "192.0.2.7"}).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
    ],
)
def test_another_site_changes_nothing_in_the_owners_name(
    headers: dict[str, str], client: TestClient
) -> None:
    wanted = {"holder": "Thief", "roles": ["administrator"], "audiences": ["*"]}

    answer = client.post("/v1/keys", json=wanted, headers=headers)

    assert (answer.status_code, answer.json()["detail"]) == (
        403,
        "another site had the browser send this",
    )


def test_programs_and_our_own_pages_are_not_another_site(client: TestClient) -> None:
    for headers in ({}, {"Origin": "http://127.0.0.1"}, {"Sec-Fetch-Site": "same-origin"}):
        assert client.post("/v1/keys", json={}, headers=headers).status_code == 422


def test_a_flood_of_wrong_keys_is_held_up_and_locks_nobody_out(
    client: TestClient, client_as: ClientAs, app: FastAPI
) -> None:
    officer = client_as("officer")
    thief = beside(client, app, Authorization="Bearer cpk_0000000000000000_" + "0" * 64)

    answers = [thief.get(LAW) for _ in range(21)]

    assert [answer.status_code for answer in answers] == [401] * 20 + [429]
    assert int(answers[-1].headers["retry-after"]) <= 60
    assert officer.get(LAW).status_code == 200


def test_without_the_database_nobody_is_known_and_the_process_lives(
    app: FastAPI, settings: Settings
) -> None:
    nowhere = {"database_url": "postgresql://keeper:sesame@127.0.0.1:9/records"}
    with calling(create_app(Settings.model_validate(settings.model_dump() | nowhere))) as client:
        answer = client.get(LAW)

        assert (answer.status_code, answer.json()["type"]) == (
            503,
            "urn:regulatory-copilot:sign-in-unavailable",
        )
        assert not any(told in answer.text for told in ("127.0.0.1", "PostgreSQL", "keeper", "sesame"))
        assert client.get("/healthz").status_code == 200
