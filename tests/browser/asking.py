"""Asking on the page, for walks that need an answer there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

BROKEN = "How soon must a keeper report a broken lantern?"
WEATHER = "What is the weather in Paris?"


def ask(page: Page, question: str, day: str | None = None) -> Locator:
    """Ask, and wait until the answer is whole; the turn it stands in."""
    turns = page.locator("[data-turn]")
    before = turns.count()
    if day:
        page.get_by_label("As of").fill(day)
    page.get_by_label("question").fill(question)
    page.get_by_label("question").press("Enter")
    turn = turns.nth(before)
    expect(turn.get_by_text("Was this answer helpful?")).to_be_visible()
    return turn
