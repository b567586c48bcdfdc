"""Policies without a script: the list, and one of them."""

from __future__ import annotations

from datetime import date
from html import unescape

from fastapi.testclient import TestClient

from api.pages.policies import current, in_force
from api.shapes.policy import PolicyBody, VersionBody
from tests.api.conftest import ClientAs

TODAY = date(2026, 11, 20)


def version(name: str, effective: date, until: date | None = None) -> VersionBody:
    return VersionBody(
        version=name,
        title="Gifts",
        effective=effective,
        until=until,
        ended=None,
        searchable=True,
        file=None,
    )


def policy(*versions: VersionBody) -> PolicyBody:
    return PolicyBody(
        id="gifts",
        instrument="policy/gifts",
        title="Gifts",
        owner="Compliance",
        audience=[],
        origin="folder",
        state="in force",
        indexed=True,
        versions=list(versions),
    )


def test_the_list_says_what_is_in_force_for_whom_and_from_where(client: TestClient) -> None:
    page = unescape(client.get("/policies").text)

    assert "2 policies, as of" in page
    assert page.index("Lamp care policy") < page.index("Watch list policy")
    for said in (
        "since 1 January 2024",
        "Head of Lamps",
        "control-room",
        "everybody",
        "folder",
        "searchable",
    ):
        assert said in page


def test_what_is_closed_to_the_caller_is_not_there(client_as: ClientAs) -> None:
    officer = client_as("officer", audiences=())

    assert "Watch list policy" not in officer.get("/policies").text
    assert officer.get("/policies/watch-list").status_code == 404


def test_a_policy_opens_as_provisions(client: TestClient) -> None:
    page = client.get("/policies/lamp-care").text

    assert 'href="/provision/policy/lamp-care/1.1?as_of=' in page
    assert "Head of Lamps" in page
    assert "in the folder of policies" in page


def test_only_who_may_upload_is_shown_the_way_there(client_as: ClientAs) -> None:
    assert "/policies/-/new" in client_as("author").get("/policies").text
    assert "/policies/-/new" not in client_as("officer").get("/policies").text


def test_the_version_in_force_is_named_else_the_next_else_the_last() -> None:
    old = version("1", date(2024, 1, 1), date(2026, 1, 1))
    now = version("2", date(2026, 1, 1))
    next_one = version("3", date(2027, 1, 1))

    assert current(policy(old, now), TODAY) is now
    assert current(policy(old, next_one), TODAY) is next_one
    assert current(policy(old), TODAY) is old


def test_a_version_is_in_force_up_to_the_day_before_it_ends() -> None:
    one = version("1", date(2024, 1, 1), date(2026, 1, 1))

    assert [in_force(one, date(2025, 12, 31)), in_force(one, date(2026, 1, 1))] == [True, False]
