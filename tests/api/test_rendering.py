from datetime import date

import pytest
from fastapi.testclient import TestClient

from api.rendering import days_of, in_words
from copilot.law import Period
from tests.api.conftest import ClientAs


def test_a_day_is_written_so_that_nobody_takes_it_for_another() -> None:
    assert in_words(date(2026, 7, 1)) == "1 July 2026"


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period(date(2020, 1, 1)), "since 1 January 2020"),
        (Period(date(2020, 1, 1), date(2025, 7, 1)), "1 January 2020 to 30 June 2025"),
    ],
)
def test_a_period_names_its_last_day(period: Period, said: str) -> None:
    assert days_of(period) == said


def test_the_owner_is_led_everywhere_and_has_nothing_to_sign_out_of(client: TestClient) -> None:
    page = client.get("/search").text

    assert '<a href="/audit">Audit</a>' in page
    assert "Sign out" not in page


def test_an_auditor_is_led_to_what_is_open_to_them(client_as: ClientAs) -> None:
    page = client_as("auditor", holder="Mr. Wick").get("/search").text

    assert "Signed in as Mr. Wick" in page
    assert "Sign out" in page
    assert '<a href="/audit">Audit</a>' in page
    assert '<a href="/classify">' not in page


def test_the_page_one_is_on_is_marked_also_below_it(client: TestClient) -> None:
    assert '<a href="/search" aria-current="page">' in client.get("/search").text
    assert '<a href="/search" aria-current="true">' in client.get("/provision/lantern-act/art-2").text
