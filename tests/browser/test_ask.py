"""Ask, as an officer walks through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from api import create_app
from copilot.law import Corpus
from copilot.settings import Settings
from tests.api.serving import serving
from tests.browser.asking import BROKEN, WEATHER, ask
from tests.browser.browsing import PHONE, Visiting, faultless, picture

WHOLE = "What does Art. 1(2) Lantern Act say?"


def test_before_anything_is_asked_it_says_what_it_holds_and_how_to_begin(visit: Visiting) -> None:
    page = visit("/")

    expect(page.get_by_text("No sign-in is needed on this machine.")).to_be_visible()
    expect(page.get_by_text("in force, as amended in 2025")).to_be_visible()
    page.get_by_role("link", name="What does Article 4 AI Act say?").click()

    expect(page.get_by_label("Your question")).to_have_value("What does Article 4 AI Act say?")
    expect(page.get_by_label("As of")).to_have_value("2026-07-01")
    expect(page.get_by_text("1 July 2026", exact=True)).to_be_visible()
    faultless(page)
    picture(page, "ask-first-run")


def test_an_answer_comes_in_and_is_found_again_by_its_address(visit: Visiting) -> None:
    page = visit("/")
    turn = ask(page, BROKEN)
    said = turn.locator("[data-statements]").inner_text()
    below = turn.locator("[data-ending]").inner_text()

    assert "within 3 days" in said
    expect(page.get_by_label("Follow-up question")).to_be_focused()
    page.reload()

    again = page.locator("[data-turn]")
    expect(again.get_by_role("heading", name=BROKEN)).to_be_visible()
    assert again.locator("[data-statements]").inner_text() == said
    assert again.locator("[data-ending]").inner_text() == below


def test_a_citation_opens_beside_with_the_words_marked_and_gives_the_focus_back(visit: Visiting) -> None:
    page = visit("/")
    turn = ask(page, BROKEN)
    page.keyboard.press("Escape")
    note = turn.get_by_role("link", name="Note 1")

    note.focus()
    note.press("Enter")

    panel = page.get_by_role("complementary", name="Art. 1(2) Lantern Act")
    expect(panel.get_by_role("heading", name="Art. 1(2) Lantern Act")).to_be_focused()
    expect(panel.locator("mark")).to_have_text("A keeper shall report a broken lantern within 3 days")
    expect(panel.get_by_text("Our restatement, as of")).to_be_visible()
    faultless(page)
    picture(page, "ask-beside")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(note).to_be_focused()


def test_the_first_source_opens_by_itself_until_somebody_closes_it(visit: Visiting) -> None:
    page = visit("/")
    ask(page, BROKEN)
    panel = page.get_by_role("complementary")

    expect(panel.locator("mark")).to_be_visible()
    expect(page.get_by_label("Follow-up question")).to_be_focused()
    panel.get_by_role("button", name="Close").click()
    ask(page, "Which oil may be burnt?")

    expect(panel).to_be_hidden()


def test_the_wording_of_another_day_is_a_link_away(visit: Visiting) -> None:
    page = visit("/")
    ask(page, BROKEN)
    panel = page.get_by_role("complementary")

    panel.get_by_role("link", name="1 January 2020 to 30 June 2025").click()

    expect(panel.get_by_text("within 14 days")).to_be_visible()
    expect(panel.get_by_text("Today it reads otherwise.")).to_be_visible()
    expect(panel.get_by_text("The words leaned on do not stand in this wording.")).to_be_visible()
    panel.get_by_role("link", name="Read today’s wording").click()
    expect(panel.locator("mark")).to_contain_text("within 3 days")


def test_another_day_offers_to_ask_again(visit: Visiting) -> None:
    page = visit("/")
    ask(page, BROKEN)
    again = page.get_by_role("button", name="Ask again as of 1 January 2025")
    expect(again).to_be_hidden()

    page.get_by_label("As of").fill("2025-01-01")
    again.click()

    second = page.locator("[data-turn]").nth(1)
    expect(second.get_by_text("within 14 days", exact=False).first).to_be_visible()
    expect(second.locator("time")).to_have_text("1 January 2025")
    expect(again).to_be_hidden()


def test_a_result_of_a_rule_shows_how_it_was_worked_out(visit: Visiting) -> None:
    page = visit("/")
    turn = ask(page, WHOLE)

    turn.get_by_role("link", name="Note 2").click()

    panel = page.get_by_role("complementary", name="Dates of application")
    expect(panel.locator("mark").first).to_contain_text("applies from 1 January 2026 to a deployer")
    expect(panel.get_by_role("heading", name="How it was worked out")).to_be_visible()
    faultless(page)


def test_a_refusal_says_what_would_settle_it(visit: Visiting) -> None:
    page = visit("/")
    turn = ask(page, WEATHER)

    expect(turn.get_by_role("heading", name="No answer from what is held")).to_be_visible()
    expect(turn.get_by_text("What would settle it:")).to_be_visible()
    turn.get_by_role("link", name="Art. 2 Lantern Act").click()
    expect(page.get_by_role("complementary", name="Art. 2 Lantern Act")).to_be_visible()
    faultless(page)
    picture(page, "ask-refusal")


def test_feedback_is_thanked_for_and_kept(visit: Visiting) -> None:
    page = visit("/")
    turn = ask(page, BROKEN)

    turn.get_by_text("Say more").click()
    turn.get_by_label("What helped").fill("The exact day helped.")
    turn.get_by_role("button", name="Yes").click()

    expect(turn.get_by_text("Thank you: your words are kept with the answer.")).to_be_visible()
    expect(turn.get_by_role("button", name="Yes")).to_have_attribute("aria-pressed", "true")
    kept = page.request.get("/v1/feedback").json()["feedback"][0]
    assert (kept["helpful"], kept["words"]) == (True, "The exact day helped.")


def test_an_earlier_conversation_is_gone_on_with(visit: Visiting) -> None:
    ask(visit("/"), "Which oil may be burnt?")
    page = visit("/")

    page.get_by_role("link", name="Which oil may be burnt?").first.click()
    ask(page, BROKEN)

    expect(page.locator("[data-turn] h2")).to_have_text(["Which oil may be burnt?", BROKEN])


def test_without_scripts_the_form_answers_and_the_notes_lead_to_pages(visit: Visiting) -> None:
    page = visit("/", scripts=False)
    page.get_by_label("Your question").fill(BROKEN)
    page.get_by_label("As of").fill("2025-01-01")
    page.get_by_role("button", name="Ask", exact=True).click()

    expect(page.get_by_role("heading", name=BROKEN)).to_be_visible()
    expect(page.locator("[data-statements]")).to_contain_text("within 14 days")
    page.get_by_role("button", name="No").click()
    expect(page.get_by_text("Thank you: it is kept with this answer.")).to_be_visible()
    page.get_by_role("link", name="Note 1").click()
    expect(page.get_by_role("heading", name="Art. 1(2) Lantern Act", level=1)).to_be_visible()
    expect(page.locator("mark")).to_have_text("A keeper shall report a broken lantern within 14 days")


def test_on_a_phone_the_provision_is_a_sheet_over_the_page(visit: Visiting) -> None:
    page = visit("/", size=PHONE)
    turn = ask(page, BROKEN)
    expect(page.get_by_role("dialog")).to_be_hidden()

    turn.get_by_role("link", name="Note 1").click()

    sheet = page.get_by_role("dialog", name="Art. 1(2) Lantern Act")
    expect(sheet.locator("mark")).to_be_visible()
    faultless(page)
    picture(page, "ask-sheet-phone")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(turn.get_by_role("link", name="Note 1")).to_be_focused()


def test_it_says_why_nothing_can_be_asked_yet(
    browser: Browser, browsed: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: browsed)
    with serving(create_app(Settings(data_dir=tmp_path))) as address:
        visiting = Visiting(browser, address)
        visiting.expected = "503"
        page = visiting("/")

        expect(page.get_by_role("alert")).to_contain_text("there is no index yet")
        expect(page.get_by_role("alert")).to_contain_text("copilot index build")
        page.get_by_label("question").fill(BROKEN)
        page.get_by_role("button", name="Ask", exact=True).click()
        expect(page.locator("[data-problem]")).to_contain_text("copilot index build")
        faultless(page)
        visiting.leave()
