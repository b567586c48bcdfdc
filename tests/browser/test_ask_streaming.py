"""Ask, while an answer comes in: with a model that says what a walk has it say, or nothing more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from api import create_app
from copilot.law import Corpus
from copilot.settings import Settings
from tests.agent.model_server import Call, ModelServer, Turn, model_listening
from tests.api.serving import serving
from tests.browser.asking import BROKEN
from tests.browser.browsing import Visiting, faultless, picture

SEARCHES = Turn(calls=(Call("search_law", {"query": "report a broken lantern"}),))
DUTY = {"of": "lantern-act/art-1/2", "words": "A keeper shall report a broken lantern within 3 days"}
TRUE = json.dumps({"say": "A keeper shall report a broken lantern within 3 days.", "cites": [DUTY]})
FALSE = json.dumps({"say": "A keeper shall report a broken lantern within 9 days.", "cites": [DUTY]})
STALLS = Turn(stalls=True)


@pytest.fixture
def model() -> Iterator[ModelServer]:
    """A model behind a real HTTP server."""
    with model_listening() as server:
        yield server


@pytest.fixture
def walk(
    browser: Browser,
    browsed: Corpus,
    data_folder: Path,
    model: ModelServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Visiting]:
    """The service that asks this model."""
    monkeypatch.setattr("api.service.load_corpus", lambda policies, installed: browsed)
    settings = Settings.model_validate(
        {
            "data_dir": data_folder,
            "database_url": f"sqlite:///{tmp_path / 'ledger.db'}",
            "ledger_key_file": tmp_path / "ledger.key",
            "model": "lantern",
            "model_url": model.address,
            "model_retries": 0,
            "model_fallback": False,
            "model_timeout": 600,
        }
    )
    with serving(create_app(settings)) as address:
        visiting = Visiting(browser, address)
        yield visiting
        model.closing.set()
        visiting.leave()


def begin(page: Page) -> Locator:
    """Ask, and wait for nothing."""
    page.get_by_label("As of").fill("2026-11-20")
    page.get_by_label("question").fill(BROKEN)
    page.get_by_role("button", name="Ask", exact=True).click()
    return page.locator("[data-turn]")


def test_a_sentence_is_shown_as_soon_as_it_holds(model: ModelServer, walk: Visiting) -> None:
    model.says(SEARCHES, Turn(text=f"{TRUE}\n{FALSE}"), STALLS)

    turn = begin(page := walk("/"))

    expect(turn.get_by_text("within 3 days.")).to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(turn.get_by_role("status").first).not_to_be_empty()
    expect(turn.get_by_text("9 days")).to_have_count(0)
    faultless(page)
    picture(page, "ask-streaming")


def test_what_takes_too_long_is_stopped(model: ModelServer, walk: Visiting) -> None:
    model.says(STALLS)
    turn = begin(page := walk("/"))

    page.get_by_role("button", name="Stop").click()

    expect(turn.get_by_role("status").first).to_contain_text("You stopped reading here.")
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    expect(page.get_by_label("question")).to_be_focused()


def test_what_did_not_hold_is_counted_and_not_shown(model: ModelServer, walk: Visiting) -> None:
    model.says(SEARCHES, Turn(text=f"{TRUE}\n{FALSE}"), Turn(text=FALSE))

    turn = begin(walk("/"))

    expect(
        turn.get_by_text("One more sentence is left out: it did not hold against what it cites.")
    ).to_be_visible()
    expect(turn.get_by_text("within 3 days.")).to_be_visible()
    expect(turn.get_by_text("9 days")).to_have_count(0)


def test_a_model_that_cannot_be_had_is_said_with_what_to_do(model: ModelServer, walk: Visiting) -> None:
    walk.expected = "503"
    model.says(Turn(status=500))

    turn = begin(page := walk("/"))

    expect(turn.get_by_role("alert")).to_be_visible()
    expect(turn.get_by_role("alert")).to_contain_text("It could not be answered: the model 'lantern'")
    expect(turn.get_by_role("alert")).to_contain_text("try again later")
    expect(page.get_by_label("question")).to_have_value(BROKEN)
    faultless(page)
    picture(page, "ask-problem")
