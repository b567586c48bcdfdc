from __future__ import annotations

import pytest

from api.access import Call


def call(*headers: tuple[str, str], client: str = "192.0.2.7") -> Call:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers]
    return Call.of(
        {"type": "http", "method": "GET", "headers": raw, "client": (client, 1), "server": ("::1", 1)}
    )


@pytest.mark.parametrize(
    ("client", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("somewhere", "somewhere"),
    ],
)
def test_failures_of_one_network_count_together(client: str, counted_as: str) -> None:
    assert call(client=client).client == counted_as


def test_a_request_may_say_nothing_of_where_it_comes_from() -> None:
    nowhere = Call.of({"type": "http", "method": "GET", "headers": []})

    assert (nowhere.client, nowhere.server, nowhere.bearer, nowhere.session) == ("unknown", "", None, None)


def test_a_session_is_found_among_other_cookies() -> None:
    assert call(("Cookie", "lamp=1; copilot_session=cps_1"), ("Cookie", "oil=2")).session == "cps_1"
    assert call(("Cookie", "copilot_session=")).session is None
    assert call(("Cookie", "copilot_sessions=cps_1; =; ;;")).session is None


@pytest.mark.parametrize(("accept", "wants"), [("text/html,*/*", True), ("*/*", False), ("", False)])
def test_a_browser_says_that_it_wants_a_page(accept: str, wants: bool) -> None:
    assert call(("Accept", accept)).wants_a_page == wants
