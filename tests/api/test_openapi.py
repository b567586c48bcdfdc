"""The document of the API: complete, told to people, and every example in it is answered as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs, calling
from tests.api.shipped import Shipped

WITH_OWN_ERRORS = "openai"
OF_THIS_TEXT = {"search", "law", "rules"}
"""Topics whose examples name what ships; others name an answer, a key or a policy that is not there."""


@pytest.fixture(scope="module")
def somebody(shipped: Shipped) -> Iterator[TestClient]:
    """Somebody who may do everything."""
    with calling(shipped.app, **shipped.headers) as client:
        yield client


@pytest.fixture(scope="module")
def document(somebody: TestClient) -> dict[str, Any]:
    """What the API says of itself."""
    found: dict[str, Any] = somebody.get("/openapi.json").json()
    return found


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, ways in document["paths"].items():
        for method, operation in ways.items():
            yield method.upper(), path, operation


def test_every_operation_has_a_name_of_its_own_a_topic_and_a_sentence(document: dict[str, Any]) -> None:
    operations = [operation for _, _, operation in _operations(document)]
    topics = {tag["name"] for tag in document["tags"]}

    names = [operation["operationId"] for operation in operations]
    assert len(set(names)) == len(names)
    for operation in operations:
        assert operation["tags"][0] in topics, operation["operationId"]
        assert " " in operation["summary"], operation["operationId"]


def test_every_error_is_said_to_be_a_problem(document: dict[str, Any]) -> None:
    for method, path, operation in _operations(document):
        if WITH_OWN_ERRORS in operation["tags"] or "security" not in operation:
            continue
        errors = {status: told for status, told in operation["responses"].items() if status >= "400"}
        assert {"401", "403", "422", "429", "503"} <= errors.keys(), (method, path)
        if "requestBody" in operation:
            assert {"400", "413", "415"} <= errors.keys(), (method, path)
        for status, told in errors.items():
            assert "application/problem+json" in told["content"], (method, path, status)


def test_nothing_is_left_to_guess_how_to_call(document: dict[str, Any]) -> None:
    missing = [
        f"{method} {path}: {name}"
        for method, path, operation in _operations(document)
        for name in _without_example(operation, document)
    ]

    assert not missing, "\n".join(missing)


def test_every_example_is_answered_as_the_document_says(
    document: dict[str, Any], somebody: TestClient
) -> None:
    schema = schemathesis.openapi.from_dict(document)

    for method, path, operation in _operations(document):
        parameters = {told["name"]: told for told in operation.get("parameters", ())}
        examples = {name: _example(told["schema"]) for name, told in parameters.items()}
        there = {name: value for name, value in examples.items() if parameters[name]["in"] == "path"}
        asked = {
            name: value for name, value in examples.items() if parameters[name]["in"] == "query" and value
        }
        for body in _bodies(operation, document) or [None]:
            answer = somebody.request(method, path.format(**there), params=asked, json=body)

            assert str(answer.status_code) in operation["responses"], (method, path, answer.text)
            schema[path][method].validate_response(answer)
            if operation["tags"][0] in OF_THIS_TEXT:
                assert answer.status_code == 200, (method, path, answer.text)


def test_the_document_is_for_those_who_may_read_the_law(client_as: ClientAs) -> None:
    assert client_as("officer").get("/openapi.json").status_code == 200
    assert client_as("administrator").get("/openapi.json").status_code == 403


def _without_example(operation: dict[str, Any], document: dict[str, Any]) -> Iterator[str]:
    for told in operation.get("parameters", ()):
        if told.get("required") and _example(told["schema"]) is None:
            yield told["name"]
    if "application/json" in operation.get("requestBody", {}).get("content", {}) and not _bodies(
        operation, document
    ):
        yield "body"


def _example(schema: dict[str, Any]) -> Any:
    return next(iter(schema.get("examples", ())), None)


def _bodies(operation: dict[str, Any], document: dict[str, Any]) -> list[Any]:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = content.get("schema", {})
    schema = schema.get("anyOf", [schema])[0]
    named = document["components"]["schemas"].get(schema.get("$ref", "").rpartition("/")[2], schema)
    return list(named.get("examples", ()))
