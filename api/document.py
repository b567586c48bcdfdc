"""What the API takes and answers, as one OpenAPI document: with every error that an address can answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from http import HTTPStatus
from typing import Any, TypeAlias

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.problems import MEDIA_TYPE, Problem

Document: TypeAlias = dict[str, Any]
"""OpenAPI as it is written: JSON."""

DESCRIPTION = (
    "Every answer is given as of a day: `as_of`, which is today where it is left out. Errors are problems of RFC 9457; "
    "`remedy` says what to do next. Lists come a page at a time: send `next` as `after`. Amounts are text, so that no "
    "digit is lost; moments have a zone."
)
TAGS: list[dict[str, Any]] = [
    {"name": "answers", "description": "Questions, and answers whose every sentence was checked."},
    {"name": "conversations", "description": "Questions that go on from one another."},
    {"name": "feedback", "description": "What people think of an answer."},
    {"name": "law", "description": "The texts, as worded on a day."},
    {"name": "search", "description": "Finding provisions."},
    {
        "name": "rules",
        "description": "Verdicts and figures, with every question that was asked on the way.",
    },
    {"name": "policies", "description": "The firm's own policies."},
    {"name": "audit", "description": "What was answered, to whom, and from what."},
    {"name": "keys", "description": "Who may call."},
    {"name": "openai", "description": "The same answers, for clients of OpenAI's API."},
    {"name": "health", "description": "Whether the service lives, and whether it can answer."},
]
_OWN_ERRORS = "openai"
_GUARDED = (
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_WITH_BODY = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)
_REPEATABLE = "Idempotency-Key"
_OF_FASTAPI = ("HTTPValidationError", "ValidationError")


@lru_cache(maxsize=1)
def document_of(app: FastAPI) -> Document:
    """The document of an application: made once, since routes do not change."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=DESCRIPTION,
        routes=app.routes,
        tags=TAGS,
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in _OF_FASTAPI:
        schemas.pop(name, None)
    schemas["Problem"] = Problem.model_json_schema()
    for operation in operations(document):
        _summarize(operation)
        _state_problems(operation)
    return document


def operation_id(route: APIRoute) -> str:
    """What programs call an operation by: ``law-provision``."""
    return "-".join(str(part).replace("_", "-") for part in (*route.tags[:1], route.name))


def operations(document: Document) -> Iterator[Document]:
    """Every operation of a document."""
    for path in document["paths"].values():
        yield from path.values()


def _summarize(operation: Document) -> None:
    """Its first sentence says what an operation does; the name of a function says it to nobody."""
    summary, _, rest = operation.pop("description", operation["summary"]).partition("\n\n")
    operation["summary"] = " ".join(summary.split()).rstrip(".")
    if rest:
        operation["description"] = rest


def _state_problems(operation: Document) -> None:
    """Say which problems an operation answers; one that has errors of its own says so itself."""
    responses = operation["responses"]
    if _is_of_fastapi(responses.get("422")):
        del responses["422"]
    if _OWN_ERRORS in operation.get("tags", ()):
        return
    for status in _statuses(operation):
        responses.setdefault(str(status.value), {})
    for status, told in responses.items():
        if int(status) >= HTTPStatus.BAD_REQUEST:
            responses[status] = _problem(HTTPStatus(int(status))) | told


def _statuses(operation: Document) -> Iterator[HTTPStatus]:
    """The errors that follow from what an operation takes."""
    if "security" in operation:
        yield from _GUARDED
    if "requestBody" in operation:
        yield from _WITH_BODY
    if any(told["name"] == _REPEATABLE for told in operation.get("parameters", ())):
        yield HTTPStatus.CONFLICT


def _is_of_fastapi(response: Document | None) -> bool:
    return response is not None and "HTTPValidationError" in str(response)


def _problem(status: HTTPStatus) -> Document:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": status.phrase, "content": {MEDIA_TYPE: {"schema": schema}}}
