"""Classify: a system is described, its facts are confirmed, and what the Act makes of it is shown as it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from api.access import Caller
from api.dependencies import AsOfDep, RuleUserDep, ServiceDep
from api.pages.classification.calendar import calendar_of
from api.pages.classification.case import Case, Follows, read_case
from api.pages.classification.case_file import CaseFile
from api.pages.classification.entries import LAWS, in_words, name_of, with_names
from api.pages.classification.icalendar import MEDIA_TYPE, icalendar
from api.pages.classification.sheet import ASKED_AT_ONCE, Sheet, read_sheet
from api.pages.classification.trace import chapters_of
from api.pages.classification.verdict import summary_of, tiers_of
from api.pages.classification.words import CALLS, CERTAINTIES, CHANGES, bearer
from api.rendering import render

router = APIRouter(include_in_schema=False, prefix="/classify")
_WORDS = {
    "bearer": bearer,
    "name_of": name_of,
    "with_names": with_names,
    "in_answer": in_words,
    "tiers_of": tiers_of,
    "laws": LAWS,
    "calls": CALLS,
    "certainties": CERTAINTIES,
    "changes": CHANGES,
    "asked_at_once": ASKED_AT_ONCE,
}


async def _sheet(request: Request, today: AsOfDep) -> Sheet:
    async with request.form() as form:
        fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    return read_sheet(fields, today)


SheetDep = Annotated[Sheet, Depends(_sheet)]


@router.get("", response_class=HTMLResponse)
def begin(request: Request, as_of: AsOfDep, caller: RuleUserDep) -> HTMLResponse:
    """Ask for a description."""
    return render(request, "classify.html", caller=caller, as_of=as_of, sheet=Sheet(as_of), case=None)


@router.post("", response_class=HTMLResponse)
def classify(request: Request, sheet: SheetDep, caller: RuleUserDep, service: ServiceDep) -> HTMLResponse:
    """Show what is proposed, what is asked, and what follows; what was asked before and answered is folded away."""
    return _page(request, read_case(replace(sheet, asked=()), service.nearest()), caller)


@router.post("/again", response_class=HTMLResponse)
def classify_again(
    request: Request, sheet: SheetDep, caller: RuleUserDep, service: ServiceDep
) -> HTMLResponse:
    """The same for the page itself, which puts it in the place of what it shows."""
    case = read_case(sheet, service.nearest())
    return render(
        request, "classify/again.html", caller=caller, as_of=sheet.as_of, status=200, **_shown(case)
    )


@router.post("/duties.ics")
def calendar_file(request: Request, sheet: SheetDep, caller: RuleUserDep, service: ServiceDep) -> Response:
    """The days from which duties bind, for a calendar; the page with what is wrong where there is none."""
    case = read_case(sheet, service.nearest())
    if case.follows is None:
        return _page(request, case, caller)
    calendar = calendar_of(case.follows.duties, sheet.role)
    return _file(icalendar(calendar, sheet.name, sheet.as_of), MEDIA_TYPE, "duties.ics")


@router.post("/duties.json")
def case_file(request: Request, sheet: SheetDep, caller: RuleUserDep, service: ServiceDep) -> Response:
    """All that is owed and why, for a program or a file; the page with what is wrong where there is none."""
    case = read_case(sheet, service.nearest())
    if case.follows is None:
        return _page(request, case, caller)
    content = CaseFile.of_case(case, case.follows).model_dump_json(indent=2)
    return _file(content, "application/json", "duties.json")


def _page(request: Request, case: Case, caller: Caller) -> HTMLResponse:
    status = 422 if case.faults else 200
    return render(
        request, "classify.html", caller=caller, as_of=case.sheet.as_of, status=status, **_shown(case)
    )


def _file(content: str, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


def _shown(case: Case) -> dict[str, object]:
    told: dict[str, object] = {"sheet": case.sheet, "case": case, **_WORDS}
    if case.follows is not None:
        told |= _following(case.follows, case)
    return told


def _following(follows: Follows, case: Case) -> dict[str, object]:
    found = follows.classification
    proposed = frozenset(one.asked.entry for one in case.unconfirmed)
    return {
        "found": found,
        "called": follows.called,
        "summary": summary_of(found),
        "confirmed_summary": summary_of(follows.confirmed),
        "tiers": tiers_of(found.findings),
        "reliefs": tiers_of(found.reliefs),
        "chapters": chapters_of(found.steps, proposed),
        "calendar": calendar_of(follows.duties, case.sheet.role),
    }
