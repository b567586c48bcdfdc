"""Audit: what was asked and answered, checked against its seals, replayed, and handed on to a supervisor."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import ValidationError

from api import audit
from api.access import Caller
from api.dependencies import AuditorDep, ServiceDep, TodayDep
from api.pages.audit_filter import KINDS, Filter, read_filter
from api.pages.recorded import recorded
from api.rendering import render
from api.routes import audit as routes
from api.service import Service
from api.shapes.audit import EntriesBody, HeadBody, ReportBody

router = APIRouter(include_in_schema=False, prefix="/audit")
Number = Annotated[int, Path(ge=1, lt=2**63)]
Text = Annotated[str, Query(max_length=300)]
_AT_ONCE = 50


@router.get("", response_class=HTMLResponse)
def audit_page(
    request: Request,
    caller: AuditorDep,
    service: ServiceDep,
    today: TodayDep,
    kind: Text = "",
    who: Text = "",
    since: Text = "",
    until: Text = "",
    before: Annotated[int | None, Query(ge=1, lt=2**63)] = None,
) -> HTMLResponse:
    """List the latest entries, and offer to verify the ledger and to export from it."""
    wanted = read_filter(kind, who, since, until)
    return _list(request, caller, service, today, wanted, before=before)


@router.post("/verify", response_class=HTMLResponse)
def verify(
    request: Request,
    caller: AuditorDep,
    service: ServiceDep,
    today: TodayDep,
    head: UploadFile | None = None,
    fragment: bool = False,
) -> HTMLResponse:
    """Hold the ledger against its seals, and against a head that was kept elsewhere; say what was found."""
    content = b"" if head is None else head.file.read()
    try:
        kept = HeadBody.model_validate_json(content) if content else None
    except ValidationError:
        said = "This file is no head of a ledger. Choose the file that “Download the head” gave."
        return _list(request, caller, service, today, read_filter(), head_fault=said)
    report = routes.verify_ledger(caller, service, routes.VerifyBody(head=kept))
    if fragment:
        told = {"report": report, "with_head": kept is not None}
        return render(
            request, "audit/report.html", caller=caller, as_of=today, status=HTTPStatus.OK, **told
        )
    return _list(request, caller, service, today, read_filter(), report=report, with_head=kept is not None)


@router.get("/head")
def head_file(_caller: AuditorDep, service: ServiceDep) -> Response:
    """The last seal as a file, to be kept where the ledger is not."""
    head = audit.head_now(service)
    name = f"head-{head.ledger[:8]}-{head.sequence}.json"
    return Response(
        head.model_dump_json(),
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


@router.get("/export")
def export(
    request: Request,
    caller: AuditorDep,
    service: ServiceDep,
    today: TodayDep,
    since: Text = "",
    until: Text = "",
) -> Response:
    """Send the entries of a period, where both days can be read: the API makes the file."""
    wanted = read_filter(since=since, until=until)
    if wanted.faults:
        return _list(request, caller, service, today, read_filter(), export=wanted)
    return RedirectResponse(f"/v1/audit/export?{wanted.query}", HTTPStatus.SEE_OTHER)


@router.get("/entries/{number}", response_class=HTMLResponse)
def entry_page(
    request: Request, number: Number, caller: AuditorDep, service: ServiceDep, today: TodayDep
) -> HTMLResponse:
    """Show one entry with all it holds."""
    told = {"of": recorded(service, caller.actor, number), "replayed": None}
    return render(request, "audit/entry.html", caller=caller, as_of=today, status=HTTPStatus.OK, **told)


@router.post("/entries/{number}/replay", response_class=HTMLResponse)
def replay(
    request: Request,
    number: Number,
    caller: AuditorDep,
    service: ServiceDep,
    today: TodayDep,
    fragment: bool = False,
) -> HTMLResponse:
    """Rebuild an answer from the ledger, check it again, and say statement by statement what came of it."""
    again = audit.replayed_seen(service, caller.actor, number)
    if fragment:
        return render(request, "audit/replayed.html", caller=caller, as_of=again.as_of, replayed=again)
    of = recorded(service, caller.actor, number)
    return render(request, "audit/entry.html", caller=caller, as_of=today, of=of, replayed=again)


def _list(
    request: Request,
    caller: Caller,
    service: Service,
    today: date,
    wanted: Filter,
    *,
    before: int | None = None,
    report: ReportBody | None = None,
    with_head: bool = False,
    head_fault: str = "",
    export: Filter | None = None,
) -> HTMLResponse:
    found = _found(service, caller, wanted, before)
    faulty = wanted.faults or head_fault or (export and export.faults)
    return render(
        request,
        "audit.html",
        caller=caller,
        as_of=today,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if faulty else HTTPStatus.OK,
        found=found,
        asked={entry.number: entry.about for entry in found.entries if entry.kind == "question"},
        refused=_refused(service, found),
        kinds=KINDS,
        wanted=wanted,
        before=before,
        report=report,
        with_head=with_head,
        head_fault=head_fault,
        export=export,
    )


def _found(service: Service, caller: Caller, wanted: Filter, before: int | None) -> EntriesBody:
    if wanted.faults:
        return EntriesBody(entries=[], next=None)
    return audit.entries_seen(
        service,
        caller.actor,
        before=before,
        limit=_AT_ONCE,
        kind=wanted.kind,
        who=wanted.who or None,
        since=wanted.since,
        until=wanted.until,
    )


def _refused(service: Service, found: EntriesBody) -> frozenset[int]:
    """The answers among what is listed that are refusals."""
    ledger = service.ledger()
    answers = [one.number for one in found.entries if one.kind == "answer" and one.state == "shown"]
    return frozenset(number for number in answers if ledger.entry(number).said.get("refusal") is not None)
