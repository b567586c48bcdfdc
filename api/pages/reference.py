"""The reference of the API for people, made from the document that programs read. It needs no script."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import ReaderDep, TodayDep
from api.document import document_of
from api.pages.listing import listing_of
from api.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/docs", response_class=HTMLResponse)
def reference_page(request: Request, caller: ReaderDep, today: TodayDep) -> HTMLResponse:
    """Show every operation and every shape of the API."""
    return render(
        request,
        "reference.html",
        caller=caller,
        as_of=today,
        listing=listing_of(document_of(request.app)),
    )
