"""Search: a box with a day, and what the law said on it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import AsOfDep, ReaderDep, ServiceDep, TodayDep
from api.pages.holdings import holdings
from api.rendering import render
from copilot.retrieval import Found

router = APIRouter(include_in_schema=False)
_TOP = 10
_LOOKED_THROUGH = 100
"""How many are looked at for those of one act."""


@router.get("/search", response_class=HTMLResponse)
def search_page(
    request: Request,
    as_of: AsOfDep,
    today: TodayDep,
    caller: ReaderDep,
    service: ServiceDep,
    q: Annotated[str, Query(max_length=2_000)] = "",
    act: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Show the search box, and the provisions found where something is asked; ``act`` keeps those of one act."""
    status = service.index_status()
    ready = status.state == "ready"
    acts = service.corpus.open_to(caller.actor).instruments
    found: tuple[Found, ...] = ()
    if q and ready:
        top = _LOOKED_THROUGH if act else _TOP
        found = service.searcher().search(q, as_of=as_of, actor=caller.actor, top=top)
    of_act = [hit for hit in found if act in ("", hit.provision.instrument)]
    return render(
        request,
        "search.html",
        caller=caller,
        as_of=as_of,
        today=today,
        q=q,
        act=act,
        found=of_act[:_TOP],
        acts=acts,
        groups=holdings(acts.values()),
        not_ready=None if ready else status,
    )
