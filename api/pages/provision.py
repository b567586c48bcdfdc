"""Provision: one unit of law as it read on a day, how it read on others, and what stands around it."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.dependencies import AsOfDep, ReaderDep, ServiceDep, TodayDep
from api.pages.comparison import comparison_of
from api.pages.history import history_of
from api.pages.reading import Leaning, reading_of
from api.rendering import render
from copilot.errors import NotInForce
from copilot.law import Layer, ProvisionId, label_of

router = APIRouter(include_in_schema=False)
_LONGEST_QUOTE = 6_000


@router.get("/provision/{provision_id:path}", response_class=HTMLResponse)
def provision_page(
    request: Request,
    provision_id: str,
    as_of: AsOfDep,
    today: TodayDep,
    caller: ReaderDep,
    service: ServiceDep,
    quote: Annotated[str, Query(max_length=_LONGEST_QUOTE)] = "",
    layer: Layer = "digest",
    compare: date | None = None,
    fragment: bool = False,
) -> HTMLResponse:
    """Show a provision as of a day, with the words leaned on marked, or what changed against another day.

    ``fragment`` is what a panel holds.
    """
    unit = ProvisionId.parse(provision_id)
    leaning = Leaning(quote, layer) if quote else None
    seen = service.corpus.open_to(caller.actor)
    try:
        reading = reading_of(
            service.corpus, unit, as_of=as_of, actor=caller.actor, today=today, leaning=leaning
        )
    except NotInForce as error:
        return render(
            request,
            "provision/absent-panel.html" if fragment else "provision/absent.html",
            caller=caller,
            as_of=as_of,
            status=HTTPStatus.NOT_FOUND,
            unit=unit,
            label=label_of(unit.segments),
            act=seen.instruments[unit.instrument],
            error=error,
            history=history_of(seen, unit, layer="digest", as_of=as_of, today=today),
            leaning=leaning,
        )
    return render(
        request,
        "provision/panel.html" if fragment else "provision/page.html",
        caller=caller,
        as_of=as_of,
        reading=reading,
        body=reading.body,
        unit=unit,
        act=seen.instruments[unit.instrument],
        history=reading.history,
        leaning=leaning,
        comparison=None
        if compare is None
        else comparison_of(seen, unit, layer=reading.body.layer, against=compare, as_of=as_of),
    )
