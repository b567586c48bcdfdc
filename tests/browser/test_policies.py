"""Policies, as an author and an approver walk through them, each signed in with a key of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser, Page, expect

from api import create_app
from copilot.law import Corpus
from copilot.permissions import Role
from copilot.records.keys import AccessKeys, Opens
from copilot.records.ledger import chosen_ledger
from copilot.settings import Settings
from tests.api.serving import serving
from tests.browser.browsing import (
    DESKTOP,
    NARROWEST,
    PHONE,
    ZOOMED,
    Scheme,
    Size,
    Visiting,
    faultless,
    picture,
)

GIFTS = "# Gifts\n## 1 Limits\n1.1 No gift above EUR 50 from a lamp maker.\n1.2 No cash.\n"
SignedIn: TypeAlias = Callable[..., Page]


@pytest.fixture(scope="module")
def served(
    browsed: Corpus, indexed: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Settings]]:
    """A service of these walks alone: what they upload is in nobody else's way."""
    folder = Path(shutil.copytree(indexed, tmp_path_factory.mktemp("policies") / "data"))
    settings = Settings(data_dir=folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.service.load_corpus", lambda policies, installed: browsed)
        with serving(create_app(settings)) as address:
            yield address, settings


@pytest.fixture
def visit(browser: Browser, served: tuple[str, Settings]) -> Iterator[Visiting]:
    """Goes to a page of this service."""
    visiting = Visiting(browser, served[0])
    yield visiting
    visiting.leave()


@pytest.fixture
def signed_in(visit: Visiting, served: tuple[str, Settings]) -> SignedIn:
    """Somebody of these roles, at a page."""

    def signed_in(
        path: str,
        *roles: Role,
        size: Size = DESKTOP,
        scheme: Scheme = "light",
        scripts: bool = True,
    ) -> Page:
        opens = Opens("Ms. Flint", frozenset(roles), frozenset({"*"}))
        ends = datetime.now(UTC) + timedelta(days=1)
        with chosen_ledger(served[1]) as ledger:
            made = AccessKeys(ledger).create(
                opens, expires_at=ends, longest=timedelta(days=2), made_by="the test"
            )
        page = visit(f"/sign-in?next={path}", size=size, scheme=scheme, scripts=scripts)
        page.get_by_label("Your key").fill(made.token)
        page.get_by_role("button", name="Sign in").click()
        return page

    return signed_in


def fill(page: Page, text: str = GIFTS, **head: str) -> None:
    """Fill in the form of a policy, and send it."""
    fields = {"Short name": "gifts", "Title": "Gifts", "Version": "1.0", "Owner": "Compliance"}
    for label, value in ({**fields, "In force from": "2024-01-01"} | head).items():
        if page.get_by_label(label, exact=True).count():
            page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("File").set_input_files(
        {"name": "gifts.md", "mimeType": "text/markdown", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Upload").click()


def test_a_policy_is_uploaded_listed_replaced_and_retired(signed_in: SignedIn) -> None:
    page = signed_in("/policies", "author", "approver")
    page.get_by_role("link", name="Upload a policy").click()
    fill(page)
    expect(page.get_by_role("heading", name="Gifts")).to_be_visible()
    expect(page.get_by_text("It is uploaded.")).to_be_visible()
    expect(page.locator("#search-state")).to_have_text("searchable", timeout=60_000)
    page.reload()
    page.get_by_role("link", name="§ 1.1 No gift above EUR 50").click()
    expect(page.get_by_text("from a lamp maker")).to_be_visible()

    page.goto("/policies")
    page.get_by_role("link", name="Gifts").click()
    page.get_by_role("link", name="Upload the next version").click()
    fill(page, Version="2.0", **{"In force from": "2026-01-01"})
    expect(page.get_by_text("to 31 December 2025")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="gifts.md").first.click()
    assert saved.value.suggested_filename == "gifts.md"

    page.get_by_role("link", name="Retire it").click()
    page.get_by_label("No longer in force from").fill("2026-06-01")
    page.get_by_label("From that day on nobody").check()
    page.get_by_role("button", name="Retire Gifts").click()
    expect(page.get_by_text("It is retired from that day on.")).to_be_visible()
    page.get_by_role("navigation", name="Trail").get_by_role("link").click()
    expect(page.get_by_role("row", name="Gifts").get_by_text("ended")).to_be_visible()


def test_what_is_wrong_with_a_file_is_shown_at_its_line(signed_in: SignedIn, visit: Visiting) -> None:
    visit.expected = "422"
    page = signed_in("/policies/-/new", "author")

    fill(page, "# Meals\n## 1 Limits\n1.1 No meal.\n1.1 No drink.\n", **{"Short name": "meals"})

    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Section 1.1 stands after section 1.1")
    expect(alert.get_by_text("1.1 No drink.")).to_be_visible()
    faultless(page)
    picture(page, "policies-wrong")
    alert.get_by_role("link").click()
    expect(page.get_by_label("File")).to_be_focused()


def test_nothing_is_retired_that_was_not_confirmed(signed_in: SignedIn, visit: Visiting) -> None:
    visit.expected = "422"
    page = signed_in("/policies/-/new", "author", "approver")
    fill(page, **{"Short name": "cash"})
    page.get_by_role("link", name="Retire it").click()

    page.get_by_role("button", name="Retire Gifts").click()

    expect(page.get_by_role("alert")).to_contain_text("It was not confirmed")
    faultless(page)


def test_it_works_without_a_script(signed_in: SignedIn) -> None:
    page = signed_in("/policies/-/new", "author", scripts=False)

    fill(page, **{"Short name": "plain"})

    expect(page.get_by_text("It is uploaded.")).to_be_visible()


def test_who_only_reads_is_offered_nothing_else(signed_in: SignedIn) -> None:
    page = signed_in("/policies", "officer")

    expect(page.get_by_role("link", name="Lamp care policy")).to_be_visible()
    expect(page.get_by_role("link", name="Upload a policy")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_size_in_light_and_dark(scheme: Scheme, signed_in: SignedIn) -> None:
    for name, size in {
        "desktop": DESKTOP,
        "phone": PHONE,
        "narrowest": NARROWEST,
        "zoomed": ZOOMED,
    }.items():
        page = signed_in("/policies", "author", "approver", size=size, scheme=scheme)
        faultless(page)
        picture(page, f"policies-{name}-{scheme}", whole=True)
        for path in ("/policies/lamp-care", "/policies/-/new"):
            page.goto(path)
            faultless(page)
        picture(page, f"policies-new-{name}-{scheme}", whole=True)
