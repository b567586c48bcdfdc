"""Changing the policies: upload, replace, retire. Each form works without a script, and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api import policies, problems
from api.access import Caller, may
from api.dependencies import ServiceDep, TodayDep
from api.pages.policies import current
from api.pages.policy_form import NO_FILE, Filled, FilledDep, Wrong
from api.rendering import render
from api.routes.policies import PolicyUpload
from api.shapes.policy import PolicyBody
from copilot.errors import CopilotError, CorpusError, NotPermitted, PolicyConflict, UnknownPolicy

router = APIRouter(include_in_schema=False, prefix="/policies")
AuthorDep = Annotated[Caller, may("upload-policies")]
ApproverDep = Annotated[Caller, may("retire-policies")]


@router.get("/-/new", response_class=HTMLResponse)
def new_page(request: Request, caller: AuthorDep, today: TodayDep) -> HTMLResponse:
    """Ask for a new policy."""
    return _form(request, caller, today, {})


@router.post("")
def upload(
    request: Request, filled: FilledDep, caller: AuthorDep, service: ServiceDep, today: TodayDep
) -> Response:
    """Keep a new policy, or say what is wrong with it."""

    def keep(told: PolicyUpload) -> str:
        return policies.upload(service, told.read(), caller.actor)

    policy_id, wrong, status = _kept(filled, keep)
    if wrong:
        return _form(request, caller, today, filled.fields, wrong=wrong, status=status)
    return _to(policy_id, "uploaded")


@router.get("/{policy_id}/replace", response_class=HTMLResponse)
def replace_page(
    request: Request, policy_id: str, caller: AuthorDep, service: ServiceDep, today: TodayDep
) -> HTMLResponse:
    """Ask for the next version of a policy."""
    policy = policies.policy_seen(service, policy_id, caller.actor, today=today)
    return _form(request, caller, today, {"title": policy.title, "owner": policy.owner}, policy=policy)


@router.post("/{policy_id}/replace")
def replace(
    request: Request,
    policy_id: str,
    filled: FilledDep,
    caller: AuthorDep,
    service: ServiceDep,
    today: TodayDep,
) -> Response:
    """Keep the next version, or say what is wrong with it."""
    policy = policies.policy_seen(service, policy_id, caller.actor, today=today)
    base, *audience = policy_id.split(".")

    def keep(told: PolicyUpload) -> str:
        policies.replace(service, policy_id, told.read(id=base, audience=audience), caller.actor)
        return policy_id

    _, wrong, status = _kept(filled, keep)
    if wrong:
        return _form(request, caller, today, filled.fields, policy=policy, wrong=wrong, status=status)
    return _to(policy_id, "replaced")


@router.get("/{policy_id}/retire", response_class=HTMLResponse)
def retire_page(
    request: Request, policy_id: str, caller: ApproverDep, service: ServiceDep, today: TodayDep
) -> HTMLResponse:
    """Ask from which day a policy is no longer in force."""
    policy = policies.policy_seen(service, policy_id, caller.actor, today=today)
    return _retiring(request, caller, policy, today, on=today.isoformat())


@router.post("/{policy_id}/retire")
def retire(
    request: Request,
    policy_id: str,
    caller: ApproverDep,
    service: ServiceDep,
    today: TodayDep,
    on: Annotated[str, Form()] = "",
    sure: Annotated[bool, Form()] = False,
) -> Response:
    """End a policy from a day on, once it is said twice."""
    policy = policies.policy_seen(service, policy_id, caller.actor, today=today)
    try:
        day = date.fromisoformat(on)
    except ValueError:
        wrong = Wrong("on", f"“{on}” is not a day", "Write it like 2026-07-27.")
        return _retiring(request, caller, policy, today, on=on, wrong=wrong, sure=sure)
    if not sure:
        wrong = Wrong("sure", "it was not confirmed", "Tick the box if you mean to retire it.")
        return _retiring(request, caller, policy, today, on=on, wrong=wrong)
    try:
        policies.retire(service, policy_id, day, caller.actor)
    except PolicyConflict as error:
        wrong = Wrong("on", str(error), error.remedy)
        return _retiring(request, caller, policy, today, on=on, wrong=wrong, sure=sure)
    return _to(policy_id, "retired")


def _kept(filled: Filled, keep: Callable[[PolicyUpload], str]) -> tuple[str, Wrong | None, int]:
    """The id under which a policy is kept; or what is wrong with the form."""
    told = filled.upload
    if told is None:
        return "", NO_FILE, HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        return keep(told), None, HTTPStatus.SEE_OTHER
    except UnknownPolicy:
        raise
    except (CorpusError, PolicyConflict, NotPermitted) as error:
        return "", filled.wrong(error), _status(error)


def _status(error: CopilotError) -> int:
    return problems.problem_of(error).status


def _to(policy_id: str, done: str) -> RedirectResponse:
    return RedirectResponse(f"/policies/{policy_id}?done={done}", HTTPStatus.SEE_OTHER)


def _form(
    request: Request,
    caller: Caller,
    today: date,
    fields: Mapping[str, str],
    *,
    policy: PolicyBody | None = None,
    wrong: Wrong | None = None,
    status: int = HTTPStatus.OK,
) -> HTMLResponse:
    return render(
        request,
        "policies/upload.html",
        caller=caller,
        as_of=today,
        status=status,
        fields=fields,
        policy=policy,
        wrong=wrong,
    )


def _retiring(
    request: Request,
    caller: Caller,
    policy: PolicyBody,
    today: date,
    *,
    on: str,
    wrong: Wrong | None = None,
    sure: bool = False,
) -> HTMLResponse:
    return render(
        request,
        "policies/retire.html",
        caller=caller,
        as_of=today,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        policy=policy,
        version=current(policy, today),
        on=on,
        sure=sure,
        wrong=wrong,
    )
