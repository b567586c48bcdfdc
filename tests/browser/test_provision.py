"""Provision, as an officer walks through it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.browsing import DESKTOP, NARROWEST, PHONE, ZOOMED, Scheme, Visiting, faultless, picture

DUTY = "/provision/lantern-act/art-1/2"


def test_another_period_shows_another_wording(visit: Visiting) -> None:
    page = visit(f"{DUTY}?as_of=2026-11-20")
    words = page.get_by_role("region", name="Our restatement")
    expect(words).to_contain_text("within 3 days")
    expect(page.get_by_text("It has read so since 1 July 2025")).to_be_visible()

    page.get_by_role("link", name="1 January 2020 to 30 June 2025").click()

    expect(words).to_contain_text("within 14 days")
    expect(page.get_by_label("As of")).to_have_value("2020-01-01")
    expect(page.get_by_text("Today it reads otherwise.")).to_be_visible()


def test_a_day_is_chosen(visit: Visiting) -> None:
    page = visit(DUTY)

    page.get_by_label("As of").fill("2025-06-30")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_role("region", name="Our restatement")).to_contain_text("within 14 days")


def test_a_day_without_a_wording_leads_to_those_that_have_one(visit: Visiting) -> None:
    visit.expected = "404"
    page = visit("/provision/lantern-act/art-3")
    page.get_by_label("As of").fill("2025-01-01")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_text("It had no wording on 1 January 2025.")).to_be_visible()
    faultless(page)
    page.get_by_role("link", name="since 1 July 2025").click()
    expect(page.get_by_role("region", name="Our restatement")).to_contain_text("Inspectors may enter")


def test_both_layers_stand_beside_one_another_where_both_are_held(visit: Visiting) -> None:
    page = visit("/provision/lantern-act/art-2")

    ours = page.get_by_text("Only vegetable oil may be burnt.")
    theirs = page.get_by_text("It is forbidden to burn any oil")
    expect(ours).to_be_visible()
    left, right = ours.bounding_box(), theirs.bounding_box()
    assert left is not None
    assert right is not None
    assert (left["y"], left["x"] < right["x"]) == (right["y"], True)


def test_what_refers_to_it_is_a_link_away(visit: Visiting) -> None:
    page = visit(DUTY)

    page.get_by_role("region", name="Referred to by").get_by_role("link").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("§ 1.2 Lamp care policy")
    expect(page.get_by_role("region", name="The firm’s policy")).to_contain_text(
        "A broken lamp is reported"
    )


def test_what_is_not_held_says_what_to_do(visit: Visiting) -> None:
    visit.expected = "404"
    page = visit("/provision/lantern-act/art-900")

    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    expect(page.get_by_text("lantern-act holds no art-900")).to_be_visible()
    faultless(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_size_in_light_and_dark(scheme: Scheme, visit: Visiting) -> None:
    for name, size in {
        "desktop": DESKTOP,
        "phone": PHONE,
        "narrowest": NARROWEST,
        "zoomed": ZOOMED,
    }.items():
        page = visit("/provision/lantern-act/art-1", size=size, scheme=scheme)
        faultless(page)
        picture(page, f"provision-{name}-{scheme}")
