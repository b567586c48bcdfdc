"""Classifying on the page, for walks that need a case there."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

SCORER = (
    "We use a model that scores the creditworthiness of natural persons applying for consumer loans at our bank. "
    "It was bought from a vendor and is used by our credit officers in Germany. It profiles applicants. "
    "It does not read emotions."
)
CREDIT = "Is it meant to evaluate the creditworthiness"


def describe(page: Page, description: str = SCORER) -> None:
    """Have a description read."""
    page.get_by_label("Describe the system").fill(description)
    with page.expect_navigation():  # until its scripts listen
        page.get_by_role("button", name="Read").click()
    expect(page.get_by_role("heading", name="The facts")).to_be_visible()


def fact(page: Page, question: str) -> Locator:
    """The group of choices under a question."""
    return page.get_by_role("group", name=question)


def answer(page: Page, question: str, choice: str) -> None:
    """Answer a question, and wait until it is classified again."""
    with page.expect_response("**/classify/again"):
        fact(page, question).get_by_label(choice, exact=True).click()


def confirm(page: Page, question: str) -> None:
    """Say that a proposed fact was checked, and wait until it is classified again."""
    with page.expect_response("**/classify/again"):
        fact(page, question).get_by_label("I have checked this").check()
