"""Errors as clients of this door read them: ``{"error": {"message", "type", "param", "code"}}``."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.problems import Problem

_CODES: Mapping[str, str] = {"sign_in_needed": "invalid_api_key", "too_much": "rate_limit_exceeded"}
_WRONG: Mapping[str, str] = {"missing": "missing_required_parameter", "json_invalid": "invalid_json"}
_OURS = frozenset({"unsupported_parameter", "unsupported_value"})


class Fault(BaseModel):
    """What went wrong; ``param`` names the field of the request, ``code`` is stable."""

    message: str
    type: str
    param: str | None = None
    code: str | None = None


class FaultBody(BaseModel):
    """The body of every error of this door."""

    error: Fault


class UnknownModel(Exception):
    """A model is asked for by a name that this door does not know."""


class FaultRoute(APIRoute):
    """A route that tells of a request it cannot take as OpenAI does: which field, and why."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, with the faults of a request translated."""
        handler = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await handler(request)
            except RequestValidationError as error:
                return answer_with(_wrong(error), HTTPStatus.BAD_REQUEST)
            except UnknownModel as error:
                return answer_with(_unknown(str(error)), HTTPStatus.NOT_FOUND)

        return handle


def answer_with(fault: Fault, status: HTTPStatus, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """A fault as a response."""
    return JSONResponse(FaultBody(error=fault).model_dump(), status, headers)


def status_of(problem: Problem) -> HTTPStatus:
    """OpenAI has one status for whatever a request says wrongly."""
    wrong = problem.status == HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.BAD_REQUEST if wrong else HTTPStatus(problem.status)


def fault_of(problem: Problem) -> Fault:
    """A problem, in the words of this door."""
    status = status_of(problem)
    kind = problem.type.rpartition(":")[2].replace("-", "_")
    return Fault(
        message=f"{problem.detail}. {problem.remedy}" if problem.remedy else problem.detail,
        type=_type(status),
        code=None if kind == "blank" else _CODES.get(kind, kind),
    )


def _type(status: HTTPStatus) -> str:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return "rate_limit_error"
    return "server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request_error"


def _unknown(name: str) -> Fault:
    return Fault(
        message=f"The model {name!r} does not exist; see /v1/models.",
        type="invalid_request_error",
        param="model",
        code="model_not_found",
    )


def _wrong(error: RequestValidationError) -> Fault:
    """The first fault of a request: clients show one message."""
    first = error.errors()[0]
    kind, said = first["type"], first["msg"]
    param = first.get("ctx", {}).get("param") or _field(first["loc"])
    if kind == "json_invalid":
        param, said = None, f"The body is no JSON: {first['ctx']['error']}."
    return Fault(
        message=f"{param}: {said}" if param else said,
        type="invalid_request_error",
        param=param,
        code=kind if kind in _OURS else _WRONG.get(kind, "invalid_value"),
    )


def _field(place: tuple[str | int, ...]) -> str | None:
    """The place of a fault as OpenAI writes it: ``messages[0].content``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place[1:])
    return "".join(steps).lstrip(".") or None
