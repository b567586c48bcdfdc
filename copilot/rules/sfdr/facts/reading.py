"""Reads an entity or a product from YAML, and writes the form to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from copilot.errors import ToolInputError
from copilot.rules.sfdr.facts.asked import questions_of
from copilot.rules.sfdr.facts.entity import Entity
from copilot.rules.sfdr.facts.product import Product

_Described = TypeVar("_Described", Entity, Product)

_entity = TypeAdapter(Entity)
_product = TypeAdapter(Product)
_SEE_ENTITY = "See every fact and its question: copilot sfdr entity --form"
_SEE_PRODUCT = "See every fact and its question: copilot sfdr product --form"


def read_entity(text: str, file: str) -> Entity:
    """The entity a file describes; ``ToolInputError`` names what cannot be read."""
    return entity_from(_written(text, file, _SEE_ENTITY), file)


def read_product(text: str, file: str) -> Product:
    """The product a file describes; ``ToolInputError`` names what cannot be read."""
    return product_from(_written(text, file, _SEE_PRODUCT), file)


def entity_from(told: Mapping[str, object], source: str) -> Entity:
    """The entity that facts by name describe; ``source`` is named in an error."""
    return _described(_entity, told, source, _SEE_ENTITY)


def product_from(told: Mapping[str, object], source: str) -> Product:
    """The product that facts by name describe; ``source`` is named in an error."""
    return _described(_product, told, source, _SEE_PRODUCT)


def entity_form() -> str:
    """A file with every fact on an entity as unknown, its question and its reason beside it."""
    return "\n".join(_form(Entity()))


def product_form() -> str:
    """A file with every fact on a product as unknown, its question and its reason beside it."""
    return "\n".join(_form(Product()))


def _written(text: str, file: str, see: str) -> Mapping[str, object]:
    try:
        written = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings only
    except yaml.YAMLError as error:
        raise ToolInputError(f"{file} is not YAML: {error}", remedy=see) from error
    if written in (None, ""):
        return {}
    if not isinstance(written, dict):
        raise ToolInputError(f"{file} holds no facts by name", remedy=see)
    return written


def _described(
    adapter: TypeAdapter[_Described], told: Mapping[str, object], source: str, see: str
) -> _Described:
    try:
        return adapter.validate_python(told)
    except ValidationError as error:
        raise ToolInputError(f"{source}: {_fault(error.errors()[0])}", remedy=see) from error


def _fault(error: ErrorDetails) -> str:
    place = ".".join(str(step) for step in error["loc"])
    if error["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"there is no fact {place!r}"
    return f"{place}: {error['msg'].removeprefix('Value error, ')}, not {error['input']!r}"


def _form(described: _Described) -> Iterator[str]:
    yield "# Answer yes, no or unknown; a number or a word where one is asked for."
    yield "name: ''"
    for name, about in questions_of(described).items():
        yield f"# {about.question} {about.matters}"
        yield f"{name}: unknown"
