"""Renders the pages, each inside the same frame."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import NamedTuple

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.access import Caller
from copilot.permissions import Permission

_templates = Jinja2Templates(directory=str(files("api").joinpath("templates")))


class _Place(NamedTuple):
    """A page of the navigation, and what one must be allowed to do to be shown the way there."""

    path: str
    name: str
    needs: Permission


_PLACES = (
    _Place("/", "Ask", "ask"),
    _Place("/search", "Search", "read-law"),
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
