"""Signing in with a key, being signed in, and signing out."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.api.conftest import beside, key_for, service_of

OURS = {"Origin": "http://127.0.0.1"}
PAGE = {"Accept": "text/html"}


@pytest.fixture
def key(client: TestClient) -> str:
    """The key of an officer who sees nobody's closed policies."""
    return key_for(client, "officer", audiences=())


@pytest.fixture
def browser(client: TestClient, app: FastAPI) -> TestClient:
    """A browser in which nobody is signed in; like any, it says of which origin a form is."""
    browser = beside(client, app, **PAGE, **OURS)
    browser.follow_redirects = False
    return browser


def sign_in(browser: TestClient, key: str, wanted: str = "") -> str:
    """Where signing in leads."""
    answer = browser.post("/sign-in", data={"key": key, "next": wanted})
    assert answer.status_code == 303
    return answer.headers["location"]


def test_whoever_signs_in_is_shown_the_page_they_wanted(key: str, browser: TestClient) -> None:
    turned_away = browser.get("/search?q=oil")
    form = browser.get(turned_away.headers["location"])
    assert 'value="/search?q=oil"' in form.text

    assert sign_in(browser, key, "/search?q=oil") == "/search?q=oil"

    assert "vegetable oil" in browser.get("/search?q=oil").text


def test_the_cookie_is_for_this_site_alone_and_for_no_script(key: str, browser: TestClient) -> None:
    answer = browser.post("/sign-in", data={"key": f" {key}\n"})

    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/", "Max-Age=43200"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert key.rpartition("_")[2] not in cookie


def test_over_tls_the_cookie_is_sent_over_tls_alone(key: str, browser: TestClient) -> None:
    answer = browser.post("https://127.0.0.1/sign-in", data={"key": key})

    assert "; Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("wrong", ["", "cpk_nonsense", "cpk_0000000000000000_" + "0" * 64, "<script>"])
def test_a_wrong_key_is_asked_for_again(wrong: str, key: str, browser: TestClient) -> None:
    answer = browser.post("/sign-in", data={"key": wrong, "next": "/search"})

    assert (answer.status_code, "set-cookie" in answer.headers) == (401, False)
    assert "this key is not known" in answer.text
    assert 'value="/search"' in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "search",
        "/ /evil.example",
        "/search\r\nSet-Cookie: a=b",
    ],
)
def test_no_page_elsewhere_is_shown_after_it(wanted: str, key: str, browser: TestClient) -> None:
    assert "evil" not in browser.get("/sign-in", params={"next": wanted}).text.replace("&#", "")

    assert sign_in(browser, key, wanted) == "/"


def test_who_may_not_ask_is_shown_what_they_may(client: TestClient, browser: TestClient) -> None:
    assert sign_in(browser, key_for(client, "auditor", holder="Mr. Wick")) == "/sign-in"

    page = browser.get("/sign-in").text
    assert "You are Mr. Wick, with the role of auditor" in page
    assert 'href="/audit"' in page


def test_who_has_no_page_is_told_so(client: TestClient, browser: TestClient) -> None:
    sign_in(browser, key_for(client, "administrator"))

    assert "No page is open to this role" in browser.get("/sign-in").text


def test_signing_out_ends_the_session_everywhere(
    client: TestClient, key: str, browser: TestClient, app: FastAPI
) -> None:
    sign_in(browser, key)
    session = browser.cookies["copilot_session"]
    assert browser.get("/search").status_code == 200

    answer = browser.post("/sign-out")

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert not browser.cookies
    thief = beside(client, app, Cookie=f"copilot_session={session}")
    assert thief.get("/search").status_code == 401


def test_a_session_ends_when_its_key_is_revoked(client: TestClient, key: str, browser: TestClient) -> None:
    key_for(client, "administrator")
    sign_in(browser, key)

    service_of(client).access.keys().revoke(key.split("_")[1], by="the test")

    assert browser.get("/search").headers["location"] == "/sign-in?next=/search"


def test_a_session_is_no_key(key: str, browser: TestClient) -> None:
    sign_in(browser, key)
    session = browser.cookies["copilot_session"]
    browser.cookies.clear()

    answer = browser.get("/v1/search?q=oil", headers={"Authorization": f"Bearer {session}"})

    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 422),
        ({"Origin": "http://127.0.0.1"}, 422),
    ],
)
def test_no_other_site_asks_in_the_name_of_who_is_signed_in(
    headers: dict[str, str], status: int, client: TestClient, key: str, browser: TestClient, app: FastAPI
) -> None:
    sign_in(browser, key)
    victim = beside(client, app, Cookie=f"copilot_session={browser.cookies['copilot_session']}", **headers)

    assert victim.post("/v1/ask", json={}).status_code == status


def test_a_change_that_says_nothing_of_its_origin_is_refused_with_a_cookie(
    client: TestClient, key: str, browser: TestClient, app: FastAPI
) -> None:
    sign_in(browser, key)
    victim = beside(client, app, Cookie=f"copilot_session={browser.cookies['copilot_session']}")

    assert victim.post("/v1/ask", json={}).status_code == 403
    assert victim.post("/sign-out").status_code == 403
    assert victim.get("/v1/search?q=oil").status_code == 200


def test_no_other_site_signs_somebody_in(key: str, browser: TestClient) -> None:
    """Else they would ask, unaware, in the name of somebody else, who could read it."""
    answer = browser.post("/sign-in", data={"key": key}, headers={"Origin": "https://evil.example"})

    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


def test_keys_cannot_be_tried_without_end(browser: TestClient) -> None:
    answers = [browser.post("/sign-in", data={"key": "cpk_guess"}).status_code for _ in range(21)]

    assert answers == [401] * 20 + [429]


def test_the_owner_of_the_machine_is_told_that_no_login_is_needed(client: TestClient) -> None:
    assert "No login is needed" in client.get("/sign-in").text
