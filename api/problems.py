"""Errors as RFC 9457 problems: what happened, what to do next, and a stable type to tell them apart."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from copilot.errors import (
    AccessDenied,
    CopilotError,
    EmbeddingUnavailable,
    EntryUnavailable,
    IndexUnavailable,
    ModelUnavailable,
    NotInForce,
    RecordsUnavailable,
    SignInNeeded,
    ToolInputError,
    TooMuch,
    UnknownProvision,
    UnusableQuestion,
)

MEDIA_TYPE = "application/problem+json"
_STATUS: dict[type[CopilotError], HTTPStatus] = {
    UnknownProvision: HTTPStatus.NOT_FOUND,
    NotInForce: HTTPStatus.NOT_FOUND,
    EntryUnavailable: HTTPStatus.NOT_FOUND,
    UnusableQuestion: HTTPStatus.UNPROCESSABLE_ENTITY,
    ToolInputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    SignInNeeded: HTTPStatus.UNAUTHORIZED,
    AccessDenied: HTTPStatus.FORBIDDEN,
    TooMuch: HTTPStatus.TOO_MANY_REQUESTS,
    IndexUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    EmbeddingUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    RecordsUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}


class Problem(BaseModel):
    """The body of every error."""

    type: str
    title: str
    status: int
    detail: str
    remedy: str | None = None


def install(app: FastAPI) -> None:
    """Answer every error of the routes with a problem."""
    app.add_exception_handler(CopilotError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _plain)


def response(problem: Problem) -> JSONResponse:
    """A problem as a response."""
    return JSONResponse(problem.model_dump(exclude_none=True), problem.status, media_type=MEDIA_TYPE)


def problem_of(error: CopilotError) -> Problem:
    """An error of ours as a problem."""
    kind = type(error)
    statuses = (_STATUS[base] for base in kind.__mro__ if base in _STATUS)
    status = next(statuses, HTTPStatus.INTERNAL_SERVER_ERROR)
    return Problem(
        type=f"urn:regulatory-copilot:{_kebab(kind.__name__)}",
        title=status.phrase,
        status=status,
        detail=str(error),
        remedy=error.remedy,
    )


async def _known(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CopilotError)  # noqa: S101  # the handler is installed for no other
    answer = response(problem_of(error))
    if isinstance(error, SignInNeeded):
        answer.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooMuch) and error.retry_after is not None:
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # the handler is installed for no other
    faults = (f"{'.'.join(str(step) for step in fault['loc'])}: {fault['msg']}" for fault in error.errors())
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return response(
        Problem(
            type="urn:regulatory-copilot:invalid-request",
            title=status.phrase,
            status=status,
            detail="; ".join(faults),
            remedy="See /docs for what this address takes.",
        )
    )


async def _plain(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  # the handler is installed for no other
    status = HTTPStatus(error.status_code)
    problem = Problem(type="about:blank", title=status.phrase, status=status, detail=str(error.detail))
    return response(problem)


def _kebab(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
