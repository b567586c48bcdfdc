"""The page: a search box with a day, and what the law said on it."""

from __future__ import annotations

from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.dependencies import AsOfDep, ReaderDep, ServiceDep

router = APIRouter(include_in_schema=False)
_templates = Jinja2Templates(directory=str(files("api").joinpath("pages")))
_TOP = 8


@router.get("/", response_class=HTMLResponse)
def search_page(
    request: Request,
    as_of: AsOfDep,
    caller: ReaderDep,
    service: ServiceDep,
    q: Annotated[str, Query(max_length=2_000)] = "",
) -> HTMLResponse:
    """Show the search box, and the provisions found where something is asked."""
    status = service.index_status()
    ready = status.state == "ready"
    found = service.searcher().search(q, as_of=as_of, actor=caller.actor, top=_TOP) if q and ready else ()
    return _templates.TemplateResponse(
        request,
        "search.html",
        {
            "q": q,
            "as_of": as_of,
            "found": found,
            "instruments": service.corpus.instruments,
            "not_ready": None if ready else status,
        },
    )
