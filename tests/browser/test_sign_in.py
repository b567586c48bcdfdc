"""Signing in and out in a real browser, which decides what it says of a form's origin and when it sends a cookie."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from api import create_app
from copilot.law import Corpus
from copilot.records.keys import AccessKeys, Opens
from copilot.records.ledger import chosen_ledger
from copilot.settings import Settings
from tests.api.serving import serving
from tests.browser.browsing import PHONE, Visiting, faultless, picture


@pytest.fixture
def settings(indexed: Path, tmp_path: Path) -> Settings:
    """A service of its own, in which somebody has a key."""
    return Settings(data_dir=Path(shutil.copytree(indexed, tmp_path / "data")))


@pytest.fixture
def key(settings: Settings) -> str:
    """The key of an officer."""
    opens = Opens("Ms. Flint", frozenset({"officer"}), frozenset())
    ends = datetime.now(UTC) + timedelta(days=1)
    with chosen_ledger(settings) as ledger:
        return (
            AccessKeys(ledger).create(opens, expires_at=ends, longest=timedelta(days=2), made_by="x").token
        )


@pytest.fixture
def visit(
    browser: Browser, key: str, settings: Settings, browsed: Corpus, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Visiting]:
    """Goes to pages of the service that asks for a key."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: browsed)
    with serving(create_app(settings)) as address:
        visiting = Visiting(browser, address)
        yield visiting
        visiting.leave()


@pytest.mark.parametrize("scripts", [True, False])
def test_who_is_turned_away_signs_in_and_sees_the_page_and_signs_out(
    scripts: bool, visit: Visiting, key: str
) -> None:
    page = visit("/search?q=oil", scripts=scripts)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    page.get_by_label("Your key").fill(key)
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_text("vegetable oil")).to_be_visible()
    expect(page.get_by_text("Signed in as Ms. Flint")).to_be_visible()

    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.goto("/search?q=oil")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_wrong_key_is_said_to_be_and_can_be_corrected(visit: Visiting, key: str) -> None:
    visit.expected = "401"
    page = visit("/sign-in", size=PHONE, scheme="dark")
    page.get_by_label("Your key").fill("cpk_wrong")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("alert")).to_contain_text("this key is not known")
    faultless(page)
    picture(page, "sign-in-wrong")

    page.get_by_label("Your key").fill(key)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Signed in as Ms. Flint")).to_be_visible()
