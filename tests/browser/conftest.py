"""A real browser on a real server: Chromium by Playwright, uvicorn over the small corpus on loopback.

A walk takes ``visit`` and says where it goes and how it looks at it::

    def test_the_policies_are_listed(visit: Visiting) -> None:
        page = visit("/policies", size=PHONE, scheme="dark")
        expect(page.get_by_role("heading", name="Policies")).to_be_visible()

Whatever a page writes to its console as an error, refuses for its content security policy, or asks of another
host fails the walk at its end. ``faultless`` runs axe and looks for content wider than the window; ``picture``
keeps a screenshot in ``build/screenshots``.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from api import create_app
from copilot.law import Corpus
from copilot.law.provision import Placed
from copilot.settings import Settings
from tests.api.serving import serving
from tests.browser.browsing import Visiting, chromium

_PUBLISHED = {
    "lantern-act/art-2": "It is forbidden to burn any oil other than oil pressed from plants.",
    "lantern-act/art-1/1": "Each and every lantern is to be lit by its street keeper when the sun goes down.",
}
"""Two provisions in the publisher's words, so that both layers can be looked at."""


@pytest.fixture(scope="package")
def browsed(small_corpus: Corpus) -> Corpus:
    """The small corpus, and the official text of two of its provisions."""
    official = (
        replace(wording, text=_PUBLISHED[str(wording.id)], layer="official")
        for wording in small_corpus.wordings()
        if str(wording.id) in _PUBLISHED
    )
    texts = (*small_corpus.wordings(), *official)
    return Corpus(
        small_corpus.instruments.values(), [Placed(text, "made for the walks", 1) for text in texts]
    )


@pytest.fixture(scope="package")
def data_folder(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the index, for one service to write to."""
    return Path(shutil.copytree(indexed, tmp_path_factory.mktemp("served") / "data"))


@pytest.fixture(scope="module")
def address(browsed: Corpus, data_folder: Path) -> Iterator[str]:
    """The address of the service over the small corpus; the walks share it and what they leave in it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.service.load_corpus", lambda policies, installed: browsed)
        with serving(create_app(Settings(data_dir=data_folder))) as address:
            yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the walks of a file; each has a context of its own. Without one, they are left out but in CI.

    Playwright keeps an event loop running as long as it is open, beside which nothing else could run one.
    """
    found = chromium()
    if found is None and "CI" not in os.environ:
        pytest.skip("no browser: apt-get install chromium")
    assert found, "no browser: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=[
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-sandbox",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visiting]:
    """Goes to a page of the service, and holds it to what every page has to keep."""
    visiting = Visiting(browser, address)
    yield visiting
    visiting.leave()
