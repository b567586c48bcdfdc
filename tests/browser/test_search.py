"""Search, as an officer walks through it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.browsing import DESKTOP, NARROWEST, PHONE, ZOOMED, Scheme, Visiting, faultless, picture


def test_what_is_found_says_whose_words_they_are_and_from_when(visit: Visiting) -> None:
    page = visit("/search")
    page.get_by_label("What are you looking for?").fill("report a broken lantern")
    page.get_by_label("As of").fill("2025-01-01")
    page.get_by_label("As of").press("Enter")

    hit = page.locator(".hit").first
    expect(hit).to_contain_text("within 14 days")
    expect(hit).to_contain_text("our restatement")
    expect(hit).to_contain_text("1 January 2020 to 30 June 2025")
    expect(hit).to_contain_text("since 1 January 2021: everyone")
    expect(hit).to_contain_text("same words")
    hit.get_by_role("link", name="Art. 1(2) Lantern Act").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Art. 1(2) Lantern Act")
    expect(page.get_by_label("As of")).to_have_value("2025-01-01")


def test_one_act_alone_is_searched(visit: Visiting) -> None:
    page = visit("/search?q=lamp")
    page.get_by_label("In", exact=True).select_option("Lamp care policy")
    page.get_by_role("button", name="Search").click()

    hits = page.locator(".hit h3")
    expect(hits).not_to_have_count(0)
    assert all("Lamp care policy" in text for text in hits.all_inner_texts())
    expect(page.get_by_text("the firm’s policy").first).to_be_visible()


def test_where_nothing_is_found_it_says_how_to_go_on(visit: Visiting) -> None:
    page = visit("/search?q=inspectors&act=lantern-act&as_of=2019-01-01")

    expect(page.get_by_text("Nothing of Lantern Act is near to this.")).to_be_visible()
    page.get_by_role("link", name="Search everything held").click()
    expect(page.get_by_text("Nothing that was law on 1 January 2019 is near to this.")).to_be_visible()
    faultless(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_size_in_light_and_dark(scheme: Scheme, visit: Visiting) -> None:
    for name, size in {
        "desktop": DESKTOP,
        "phone": PHONE,
        "narrowest": NARROWEST,
        "zoomed": ZOOMED,
    }.items():
        page = visit("/search?q=report+a+broken+lantern", size=size, scheme=scheme)
        faultless(page)
        picture(page, f"search-{name}-{scheme}")
    faultless(visit("/search", scheme=scheme))
