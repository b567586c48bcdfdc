"""Renders the pages, each inside the same frame."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import NamedTuple

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.access import Caller
from api.assets import asset
from copilot.law import Period, ProvisionId, label_of
from copilot.permissions import Permission
from copilot.shapes import Days


class _Place(NamedTuple):
    """A page of the navigation, and what one must be allowed to do to be shown the way there."""

    path: str
    name: str
    needs: Permission
    also: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Whether a path is this page or one below it."""
        below = (self.path if self.path != "/" else "", *self.also)
        return path == self.path or any(path.startswith(f"{place}/") for place in below if place)


_PLACES = (
    _Place("/", "Ask", "ask", ("/conversation", "/answer")),
    _Place("/search", "Search", "read-law", ("/provision",)),
    _Place("/classify", "Classify", "use-rules"),
    _Place("/policies", "Policies", "list-policies"),
    _Place("/audit", "Audit", "read-audit"),
)


def render(
    request: Request,
    template: str,
    *,
    caller: Caller | None,
    as_of: date,
    status: int = 200,
    **told: object,
) -> HTMLResponse:
    """A page for this caller; ``told`` is what its template shows."""
    ways = [place for place in _PLACES if caller is not None and caller.may(place.needs)]
    return _templates.TemplateResponse(
        request,
        template,
        {"caller": caller, "ways": ways, "here": request.url.path, "as_of": as_of, **told},
        status_code=status,
    )


def in_words(day: date) -> str:
    """A day as people write it: ``20 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def days_of(period: Period | Days) -> str:
    """The days of a period as people write them, the last of them included."""
    if period.until is None:
        return f"since {in_words(period.start)}"
    return f"{in_words(period.start)} to {in_words(_day_before(period.until))}"


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


def _dates_in_words(text: str) -> str:
    """A text of ours with its days as people write them."""
    return _ISO_DAY.sub(_as_people_write, text)


def _as_people_write(day: re.Match[str]) -> str:
    try:
        return in_words(date.fromisoformat(day[0]))
    except ValueError:
        return day[0]


def _figure(value: Decimal) -> str:
    """A figure with its thousands apart, and no digit lost."""
    return f"{value:,f}".replace(",", "\N{NO-BREAK SPACE}")


def _label(provision: ProvisionId) -> str:
    return label_of(provision.segments)


_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_templates = Jinja2Templates(directory=str(files("api").joinpath("templates")))
_templates.env.trim_blocks = _templates.env.lstrip_blocks = True
_templates.env.globals["asset"] = asset
_templates.env.filters |= {
    "in_words": in_words,
    "days_of": days_of,
    "day_before": _day_before,
    "dates_in_words": _dates_in_words,
    "figure": _figure,
    "label": _label,
}
