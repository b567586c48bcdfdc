"""Errors as RFC 9457 problems: what happened, what to do next, and a stable type to tell them apart."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute, iter_route_contexts
from pydantic import BaseModel, BeforeValidator
from starlette.exceptions import HTTPException

from copilot.errors import (
    AccessDenied,
    AnotherRequest,
    CopilotError,
    EmbeddingUnavailable,
    EntryUnavailable,
    IndexUnavailable,
    ModelUnavailable,
    NoRoom,
    NotInForce,
    PolicyConflict,
    PolicyTooLarge,
    RecordsUnavailable,
    SignInNeeded,
    SignInUnavailable,
    StillRunning,
    TooLarge,
    ToolInputError,
    TooMuch,
    UnknownKey,
    UnknownPlace,
    UnknownPolicy,
    UnknownProvision,
    UnusableKey,
    UnusablePolicy,
    UnusableQuestion,
)

MEDIA_TYPE = "application/problem+json"
_JSON = "application/json"
_FAULTS, _EXCERPT = 10, 200
"""So many faults of a request are told, so long: a large request gets no larger answer."""
_STATUS: dict[type[CopilotError], HTTPStatus] = {
    UnknownProvision: HTTPStatus.NOT_FOUND,
    NotInForce: HTTPStatus.NOT_FOUND,
    EntryUnavailable: HTTPStatus.NOT_FOUND,
    UnknownPolicy: HTTPStatus.NOT_FOUND,
    PolicyConflict: HTTPStatus.CONFLICT,
    UnusablePolicy: HTTPStatus.UNPROCESSABLE_ENTITY,
    PolicyTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnusableQuestion: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnknownPlace: HTTPStatus.UNPROCESSABLE_ENTITY,
    StillRunning: HTTPStatus.CONFLICT,
    AnotherRequest: HTTPStatus.UNPROCESSABLE_ENTITY,
    ToolInputError: HTTPStatus.UNPROCESSABLE_ENTITY,
    SignInNeeded: HTTPStatus.UNAUTHORIZED,
    AccessDenied: HTTPStatus.FORBIDDEN,
    SignInUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    UnknownKey: HTTPStatus.NOT_FOUND,
    UnusableKey: HTTPStatus.UNPROCESSABLE_ENTITY,
    TooMuch: HTTPStatus.TOO_MANY_REQUESTS,
    TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    NoRoom: HTTPStatus.SERVICE_UNAVAILABLE,
    IndexUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    EmbeddingUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    ModelUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    RecordsUnavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}


def _sendable(text: object) -> object:
    """Half a character, which JSON can hold, cannot be sent back."""
    return text.encode(errors="replace").decode() if isinstance(text, str) else text


Text = Annotated[str, BeforeValidator(_sendable)]


class Problem(BaseModel):
    """The body of every error."""

    type: str
    title: str
    status: int
    detail: Text
    remedy: Text | None = None
    instance: str | None = None


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


def answer_to(error: CopilotError) -> JSONResponse:
    """An error of ours as a response, with the headers that belong to it."""
    answer = response(problem_of(error))
    if isinstance(error, SignInNeeded):
        answer.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooMuch) and error.retry_after is not None:
        answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def unexpected_problem(request: str) -> Problem:
    """What is said of an error that nobody thought of: the id under which the log has it, and nothing else."""
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return Problem(
        type="urn:regulatory-copilot:unexpected",
        title=status.phrase,
        status=status,
        detail="Something went wrong here, and not with what was asked.",
        remedy="Tell who runs the service; the log has it under this id.",
        instance=f"urn:uuid:{request}",
    )


def unexpected(request: str) -> JSONResponse:
    """The same as a response."""
    return response(unexpected_problem(request))


async def _known(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CopilotError)  # noqa: S101  # the handler is installed for no other
    return answer_to(error)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # the handler is installed for no other
    if wanted := _other_media_type(request, error):
        return _of_another_media_type(wanted)
    faults = [
        f"{'.'.join(str(step) for step in fault['loc'])[:_EXCERPT]}: {fault['msg'][:_EXCERPT]}"
        for fault in error.errors()[:_FAULTS]
    ]
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


def _other_media_type(request: Request, error: RequestValidationError) -> str | None:
    """The media type that an address takes, where something of another was sent; none where that is not the fault."""
    taken = getattr(request.scope.get("route"), "body_field", None)
    if not error.body or taken is None or all(fault["loc"][0] != "body" for fault in error.errors()):
        return None
    wanted: str = taken.field_info.media_type
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = sent.startswith("application/") and sent.endswith("+json")
    return None if sent == wanted or (is_json and wanted == _JSON) else wanted


def _of_another_media_type(wanted: str) -> JSONResponse:
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    return response(
        Problem(
            type="urn:regulatory-copilot:unsupported-media-type",
            title=status.phrase,
            status=status,
            detail="what was sent is of a media type that is not taken here",
            remedy=f"Send it with Content-Type: {wanted}",
        )
    )


async def _plain(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  # the handler is installed for no other
    status = HTTPStatus(error.status_code)
    problem = Problem(type="about:blank", title=status.phrase, status=status, detail=str(error.detail))
    answer = response(problem)
    answer.headers.update(error.headers or {})
    if status == HTTPStatus.METHOD_NOT_ALLOWED:
        answer.headers["Allow"] = ", ".join(sorted(_methods_at(request)))
    return answer


def _methods_at(request: Request) -> set[str]:
    """The methods that an address takes: of all its routes, not of the first that was met."""
    routes = iter_route_contexts(request.app.routes)
    here = [route for route in routes if isinstance(route.original_route, APIRoute)]
    return {
        method
        for route in here
        if route.path_regex.match(request.scope["path"])
        for method in route.methods or ()
    }


def _kebab(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")
