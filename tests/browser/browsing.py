"""What walks through the pages share: windows to look through, and what no page may do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

Scheme = Literal["light", "dark"]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
_STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_POLICY_BROKEN = """document.addEventListener("securitypolicyviolation",
  broken => console.error(`CSP: ${broken.violatedDirective} ${broken.blockedURI}`))"""
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


_PATIENCE = 60_000
expect.set_options(timeout=_PATIENCE)


class Size(NamedTuple):
    """A window, in CSS pixels; ``zoom`` is how large they are."""

    width: int
    height: int
    zoom: float = 1


DESKTOP = Size(1280, 860)
PHONE = Size(390, 844)
NARROWEST = Size(320, 640)
ZOOMED = Size(640, 430, 2)
"""A desktop window at 200 %: half the room, everything twice as large."""


def chromium() -> str | None:
    """The Chromium of this machine; none where there is none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


class Visiting:
    """Goes to pages, and remembers what they should not have done."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self.address = browser, address
        self._contexts: list[BrowserContext] = []
        self.faults: list[str] = []
        self.expected: str | None = None
        """What a fault may say, where a walk goes to see it: the status of a page that is refused."""

    def __call__(
        self, path: str, size: Size = DESKTOP, scheme: Scheme = "light", *, scripts: bool = True
    ) -> Page:
        """A new window on a page, as a browser without history sees it."""
        context = self._browser.new_context(
            viewport={"width": size.width, "height": size.height},
            device_scale_factor=size.zoom,
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            locale="en-GB",
            base_url=self.address,
        )
        self._contexts.append(context)
        context.add_init_script(_POLICY_BROKEN)
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._asked)
        page.goto(path)
        return page

    def leave(self) -> None:
        """Close all windows; fails where a page did what none may do."""
        for context in self._contexts:
            context.close()
        faults = [fault for fault in self.faults if self.expected is None or self.expected not in fault]
        assert not faults, "\n".join(faults)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if (
            address.scheme not in ("data", "blob")
            and f"{address.scheme}://{address.netloc}" != self.address
        ):
            self.faults.append(f"asked elsewhere: {request.url}")


def faultless(page: Page) -> None:
    """Hold a page against WCAG 2.2 AA as far as axe can tell, and against content wider than the window."""
    results = Axe().run(page, options={"runOnly": _STANDARD, "resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate(_TOO_WIDE) <= 0, "the page is wider than the window"


def picture(page: Page, name: str, *, whole: bool = False) -> None:
    """Keep a screenshot."""
    _PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=_PICTURES / f"{name}.png", full_page=whole)
