"""Search: a box with a day, and what the law said on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import AsOfDep, ReaderDep, ServiceDep
from api.rendering import render

router = APIRouter(include_in_schema=False)
_TOP = 8


@router.get("/search", response_class=HTMLResponse)
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
    return render(
        request,
        "search.html",
        caller=caller,
        as_of=as_of,
        q=q,
        found=found,
        instruments=service.corpus.instruments,
        not_ready=None if ready else status,
    )
