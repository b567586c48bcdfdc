"""Audit, as an auditor walks through it: list, entry, replay, verify, export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import BROKEN
from tests.browser.browsing import DESKTOP, NARROWEST, PHONE, ZOOMED, Scheme, Visiting, faultless, picture


def asked(page: Page) -> int:
    """Ask a question; the number of the entry that answers it."""
    response = page.request.post("/v1/ask", data={"question": BROKEN, "as_of": "2026-11-20"})
    number: int = response.json()["record"]
    return number


def test_an_answer_is_found_and_replayed(visit: Visiting) -> None:
    page = visit("/audit")
    number = asked(page)
    page.reload()

    page.get_by_role("link", name=f"Entry {number}", exact=True).click()
    expect(page.get_by_role("heading", name=f"Entry {number}: answer")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("within 3 days")
    page.get_by_text("Texts it leaned on").click()
    expect(page.get_by_text("A keeper shall report a broken lantern within 3 days.").last).to_be_visible()

    page.get_by_role("button", name="Replay this answer").click()

    expect(page.get_by_role("status")).to_contain_text("The same:")
    expect(page.get_by_text("came out as they were recorded").last).to_be_visible()
    faultless(page)


def test_a_source_of_an_answer_is_a_link_to_its_wording(visit: Visiting) -> None:
    page = visit("/audit")
    page.goto(f"/audit/entries/{asked(page)}")

    page.get_by_role("region", name="Statements").get_by_role("link").first.click()

    expect(page.locator("mark").first).to_be_visible()


def test_the_ledger_is_verified_against_its_head(visit: Visiting, tmp_path: Path) -> None:
    page = visit("/audit")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download the head").click()
    head = tmp_path / "head.json"
    saved.value.save_as(head)

    page.get_by_label("A head kept elsewhere").set_input_files(head)
    page.get_by_role("button", name="Verify the ledger").click()

    expect(page.get_by_role("status")).to_have_text("Whole: all of it is as it was written")
    expect(page.get_by_text("Its end was held against the head you gave.")).to_be_visible()
    faultless(page)


def test_a_period_is_exported_as_lines(visit: Visiting, tmp_path: Path) -> None:
    page = visit("/audit")
    asked(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / "audit.jsonl"
    saved.value.save_as(file)

    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert lines[-1]["entries"] == sum("entry" in line for line in lines)


def test_entries_are_filtered(visit: Visiting) -> None:
    page = visit("/audit")
    asked(page)

    page.get_by_label("Kind").select_option("question")
    page.get_by_role("button", name="Show").click()

    expect(page.get_by_role("cell", name="question", exact=True).first).to_be_visible()
    expect(page.get_by_role("cell", name="answer", exact=True)).to_have_count(0)


def test_it_works_without_a_script(visit: Visiting) -> None:
    page = visit("/audit", scripts=False)
    number = asked(page)

    page.get_by_role("button", name="Verify the ledger").click()
    expect(page.get_by_text("Whole: all of it is as it was written")).to_be_visible()
    page.goto(f"/audit/entries/{number}")
    page.get_by_role("button", name="Replay this answer").click()
    expect(page.get_by_text("The same:")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_readable_at_every_size_in_light_and_dark(scheme: Scheme, visit: Visiting) -> None:
    number = asked(visit("/audit"))
    for name, size in {
        "desktop": DESKTOP,
        "phone": PHONE,
        "narrowest": NARROWEST,
        "zoomed": ZOOMED,
    }.items():
        page = visit("/audit", size=size, scheme=scheme)
        faultless(page)
        picture(page, f"audit-{name}-{scheme}")
        page.goto(f"/audit/entries/{number}")
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        faultless(page)
        picture(page, f"audit-answer-{name}-{scheme}", whole=True)
