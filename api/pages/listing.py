"""The document of the API as a person reads it: operations by topic, then the shapes they take and answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeAlias

Schema: TypeAlias = Mapping[str, Any]

_SHAPES = "#/components/schemas/"
_WORDS = {"string": "text", "boolean": "true or false", "integer": "whole number", "null": "null"}
_FORMATS = {"date": "day", "date-time": "moment with its zone", "uuid": "UUID", "binary": "file"}
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of what a field holds; ``shape`` where they name one."""

    words: str
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a shape."""

    name: str
    place: str
    needed: bool
    holds: tuple[Piece, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What an operation answers under one status."""

    status: str
    phrase: str
    media: tuple[str, ...]
    holds: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: what it is for, takes and answers; ``example`` is a body that can be sent as it stands."""

    name: str
    method: str
    path: str
    summary: str
    about: str
    parameters: tuple[Field, ...]
    takes: tuple[Answer, ...]
    example: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Operations on one topic."""

    name: str
    about: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class ShapeEntry:
    """What is sent under one name."""

    name: str
    about: str
    holds: tuple[Piece, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The whole document."""

    about: str
    topics: tuple[Topic, ...]
    shapes: tuple[ShapeEntry, ...]


def listing_of(document: Schema) -> Listing:
    """The document in the order of its topics; shapes by name."""
    schemas: Mapping[str, Schema] = document["components"]["schemas"]
    every = [
        (tag, _operation(path, method, operation, schemas))
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for tag in operation.get("tags", ("other",))[:1]
    ]
    about = {tag["name"]: tag["description"] for tag in document["tags"]}
    named = dict.fromkeys((*about, *(tag for tag, _ in every)))
    topics = (
        Topic(name, about.get(name, ""), tuple(one for tag, one in every if tag == name)) for name in named
    )
    return Listing(
        about=document["info"]["description"],
        topics=tuple(topic for topic in topics if topic.operations),
        shapes=tuple(_shape(name, schemas[name]) for name in sorted(schemas)),
    )


def _operation(path: str, method: str, operation: Schema, schemas: Mapping[str, Schema]) -> Operation:
    body = operation.get("requestBody", {}).get("content", {})
    return Operation(
        name=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        about=operation.get("description", ""),
        parameters=tuple(_parameter(one) for one in operation.get("parameters", ())),
        takes=tuple(
            Answer("", "", (media,), tuple(_holds(content.get("schema", {}))))
            for media, content in body.items()
        ),
        example=_example(body.get(_JSON, {}), schemas),
        answers=tuple(_answer(status, told) for status, told in sorted(operation["responses"].items())),
    )


def _parameter(told: Schema) -> Field:
    return Field(
        told["name"],
        told["in"],
        bool(told.get("required")),
        tuple(_holds(told["schema"])),
        _about(told) or _about(told["schema"]),
    )


def _answer(status: str, told: Schema) -> Answer:
    contents = told.get("content", {})
    holds = next((_holds(content["schema"]) for content in contents.values() if content.get("schema")), ())
    return Answer(status, HTTPStatus(int(status)).phrase, tuple(contents), tuple(holds))


def _shape(name: str, schema: Schema) -> ShapeEntry:
    needed = schema.get("required", ())
    fields = (
        Field(field, "", field in needed, tuple(_holds(told)), _about(told))
        for field, told in schema.get("properties", {}).items()
    )
    holds = () if "properties" in schema else tuple(_holds(schema))
    return ShapeEntry(name, _about(schema), holds, tuple(fields))


def _example(content: Schema, schemas: Mapping[str, Schema]) -> str:
    schema = content.get("schema", {})
    schema = schema.get("anyOf", (schema,))[0]
    whole = schemas.get(schema.get("$ref", "").removeprefix(_SHAPES), schema)
    examples = whole.get("examples", ())
    return json.dumps(examples[0], indent=2, ensure_ascii=False) if examples else ""


def _about(told: Schema) -> str:
    text: str = told.get("description", "")
    return " ".join(text.replace("`", "").split())


def _holds(schema: Schema) -> Iterator[Piece]:
    """What a field holds, in words: ``text or null``, ``list of Step``."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_SHAPES)
        yield Piece(name, name)
    elif ways := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
        yield from _joined(dict.fromkeys(tuple(_holds(way)) for way in ways))
    elif "enum" in schema or "const" in schema:
        said = ", ".join(
            json.dumps(one, ensure_ascii=False) for one in schema.get("enum", [schema.get("const")])
        )
        yield Piece(said if "const" in schema else f"one of {said}")
    elif schema.get("type") == "array":
        yield Piece("list of ")
        yield from _holds(schema.get("items", {}))
    else:
        yield Piece(_plainly(schema))


def _joined(ways: Iterable[tuple[Piece, ...]]) -> Iterator[Piece]:
    for place, way in enumerate(ways):
        if place:
            yield Piece(" or ")
        yield from way


def _plainly(schema: Schema) -> str:
    kind = str(schema.get("type", "anything"))
    return _FORMATS.get(schema.get("format", "")) or _WORDS.get(kind, kind)
