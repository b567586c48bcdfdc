"""Signing in with a key, for which a browser then keeps a session; and signing out."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api import problems
from api.access import COOKIE, SESSION_LASTS, Call, Caller, holder_of
from api.dependencies import ServiceDep, TodayDep
from api.rendering import render
from api.service import Service
from copilot.errors import AccessDenied

router = APIRouter(include_in_schema=False)
_HERE = "/sign-in"
_LOCAL = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*")
"""A path on this service. Browsers read a backslash as a slash, leave out line breaks, and take // for another host."""


@router.get(_HERE)
def sign_in_page(
    request: Request, service: ServiceDep, today: TodayDep, wanted: Annotated[str, Query(alias="next")] = ""
) -> HTMLResponse:
    """Ask for a key; or say who is signed in, and to what."""
    caller = _signed_in(service, Call.of(request.scope))
    return render(request, "sign_in.html", caller=caller, as_of=today, wanted=_local(wanted), fault=None)


@router.post(_HERE)
def sign_in(
    request: Request,
    service: ServiceDep,
    today: TodayDep,
    key: Annotated[str, Form()] = "",
    wanted: Annotated[str, Form(alias="next")] = "",
) -> Response:
    """Open a session for who holds the key, and show the page that was wanted."""
    try:
        made = service.access.sign_in(key.strip(), Call.of(request.scope))
    except AccessDenied as error:
        status = problems.problem_of(error).status
        told = {"wanted": _local(wanted), "fault": error}
        return render(request, "sign_in.html", caller=None, as_of=today, status=status, **told)
    may_ask = holder_of(made.key, "session").may("ask")
    response = RedirectResponse(_local(wanted) or ("/" if may_ask else _HERE), HTTPStatus.SEE_OTHER)
    response.set_cookie(
        COOKIE,
        made.token,
        max_age=int(SESSION_LASTS.total_seconds()),
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response


@router.post("/sign-out")
def sign_out(request: Request, service: ServiceDep) -> RedirectResponse:
    """End the session, here and in the browser."""
    service.access.sign_out(Call.of(request.scope))
    response = RedirectResponse(_HERE, HTTPStatus.SEE_OTHER)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def _signed_in(service: Service, call: Call) -> Caller | None:
    try:
        return service.access.caller(call)
    except AccessDenied:
        return None


def _local(wanted: str) -> str:
    """A page of ours that is wanted; nothing where it would lead elsewhere."""
    return wanted if _LOCAL.fullmatch(wanted) else ""
