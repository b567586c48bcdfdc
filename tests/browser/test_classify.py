"""Classify, as an officer walks through it: in words, fact by fact, to the verdict and the days of the duties."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.browsing import DESKTOP, NARROWEST, PHONE, ZOOMED, Scheme, Visiting, faultless, picture
from tests.browser.classifying import CREDIT, answer, confirm, describe, fact


def test_a_description_is_confirmed_and_the_verdict_and_the_days_follow(visit: Visiting) -> None:
    page = visit("/classify?as_of=2026-11-20")
    describe(page)
    verdict = page.get_by_role("region", name="No tier is certain yet")
    expect(verdict).to_contain_text("Read at its gravest: high-risk")
    credit = fact(page, CREDIT)
    expect(credit.get_by_text("proposed", exact=True)).to_be_visible()
    expect(credit.locator("mark")).to_have_text(
        "scores the creditworthiness of natural persons applying for consumer loans"
    )

    confirm(page, CREDIT)
    expect(credit.get_by_text("confirmed", exact=True)).to_be_visible()
    expect(page.locator("#facts-told")).to_contain_text("essential services: creditworthiness")

    answer(page, CREDIT, "No")
    expect(credit.get_by_text("corrected", exact=True)).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Classified again. No tier is certain yet.")

    answer(page, CREDIT, "Not known")
    expect(credit.get_by_text("set aside", exact=True)).to_be_visible()

    page.get_by_label("Name of the system").fill("Scorer")
    expect(page.get_by_role("heading", name="Since 2 February 2025")).to_be_hidden()
    while not fact(page, "purely personal and non-professional").count():
        with page.expect_navigation():
            page.get_by_role("button", name="More questions").click()
    answer(page, "purely personal and non-professional", "No")
    expect(page.get_by_role("heading", name="Since 2 February 2025")).to_be_visible()
    expect(page.get_by_role("heading", name="AI literacy")).to_be_visible()
    page.get_by_label("Whose duties").select_option("Importer")
    expect(page.get_by_text("and none by this role")).to_be_visible()


def test_what_changes_leaves_the_keyboard_where_it_is(visit: Visiting) -> None:
    page = visit("/classify")
    describe(page)
    no = fact(page, CREDIT).get_by_label("No", exact=True)
    fact(page, CREDIT).get_by_label("Yes", exact=True).focus()

    with page.expect_response("**/classify/again"):
        page.keyboard.press("ArrowRight")
    expect(fact(page, CREDIT).get_by_text("corrected", exact=True)).to_be_visible()

    expect(no).to_be_focused()
    page.keyboard.press("Tab")
    expect(fact(page, CREDIT).get_by_label("I have checked this")).to_be_focused()


def test_what_was_folded_open_stays_open(visit: Visiting) -> None:
    page = visit("/classify")
    describe(page)
    page.get_by_text("High-risk uses").click()
    expect(page.get_by_text("Is it meant for polygraphs of law enforcement?")).to_be_visible()

    answer(page, CREDIT, "No")

    expect(page.get_by_role("status")).to_contain_text("Classified again")
    expect(page.get_by_text("Is it meant for polygraphs of law enforcement?")).to_be_visible()


def test_answers_that_cannot_both_be_lead_to_their_questions(visit: Visiting) -> None:
    page = visit("/classify")
    describe(page, "It identifies people in the street by facial recognition.")
    confirm(page, "Does it identify persons without their active involvement")

    answer(page, "Does it work on biometric data", "No")

    expect(page.get_by_role("alert")).to_contain_text("both cannot be")
    expect(page.get_by_role("heading", name="Not classified")).to_be_visible()
    faultless(page)
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.locator(":focus")).to_have_attribute("type", "radio")

    answer(page, "Does it work on biometric data", "Yes")
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.get_by_role("heading", name="Not classified")).to_be_hidden()


def test_the_days_and_the_case_are_saved(visit: Visiting, tmp_path: Path) -> None:
    page = visit("/classify")
    describe(page)

    for button, name in (("Save the days for a calendar", "duties.ics"), ("Save as JSON", "duties.json")):
        with page.expect_download() as saved:
            page.get_by_role("button", name=button).click()
        assert saved.value.suggested_filename == name


def test_it_works_without_a_script(visit: Visiting) -> None:
    page = visit("/classify", scripts=False)
    describe(page)

    fact(page, CREDIT).get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Classify again").click()

    expect(fact(page, CREDIT).get_by_text("corrected", exact=True)).to_be_visible()
    expect(fact(page, CREDIT).get_by_label("No", exact=True)).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_size_in_light_and_dark(scheme: Scheme, visit: Visiting) -> None:
    faultless(visit("/classify", scheme=scheme))
    for name, size in {
        "desktop": DESKTOP,
        "phone": PHONE,
        "narrowest": NARROWEST,
        "zoomed": ZOOMED,
    }.items():
        page = visit("/classify", size=size, scheme=scheme)
        describe(page)
        if size is DESKTOP:
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        faultless(page)
        picture(page, f"classify-{name}-{scheme}", whole=True)


def test_on_paper_stand_the_verdict_the_steps_and_the_duties(visit: Visiting) -> None:
    page = visit("/classify")
    describe(page)

    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="Why: every step")).to_be_visible()
    expect(page.get_by_text("Is it meant for polygraphs of law enforcement?")).to_be_visible()
    expect(page.get_by_role("button", name="Save as JSON")).to_be_hidden()
    expect(page.get_by_role("heading", name="The facts")).to_be_hidden()
