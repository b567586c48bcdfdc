"""How facts are told: what is read as yes, as no, as unknown and as a day, and what a form says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_UNKNOWN = ("unknown", "")
_WRITTEN: dict[object, bool | None] = {
    **dict.fromkeys((True, "yes", "true"), True),
    **dict.fromkeys((False, "no", "false"), False),
    **dict.fromkeys((None, *_UNKNOWN), None),
}
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _answer(written: object) -> bool | None:
    key = written.strip().lower() if isinstance(written, str) else written
    if isinstance(key, str | bool | None) and key in _WRITTEN:
        return _WRITTEN[key]
    raise ValueError("write yes, no or unknown")


def _day(written: object) -> date:
    """A number is no day, though a computer can take it for seconds since 1970."""
    if isinstance(written, str) and _ISO_DAY.fullmatch(written):
        return date.fromisoformat(written)
    if isinstance(written, date):
        return written
    raise ValueError("write a day like 2026-07-27")


Said = Annotated[
    bool | None,
    BeforeValidator(
        _answer, json_schema_input_type=bool | Literal["yes", "no", "unknown", "true", "false", ""] | None
    ),
]
"""A fact told as yes or no; ``None`` for what nobody told."""

Name = Annotated[str, StringConstraints(max_length=1_000)]
"""What somebody calls what they describe."""

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day as it is written."""


@dataclass(frozen=True, slots=True)
class UnlessUnknown:
    """For a fact that is no yes or no, and may be unknown all the same."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401  # what Pydantic hands over
        return core_schema.no_info_before_validator_function(_unless_unknown, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"type": "string", "enum": list(_UNKNOWN)}]}


UNLESS_UNKNOWN = UnlessUnknown()


def _unless_unknown(written: object) -> object:
    return None if written in _UNKNOWN else written


def told_of(asked: object, about: str) -> dict[object, object]:
    """What the entry of a fact says of itself: to the rules, and to who reads how it is filled in."""
    return {type(asked): asked, "description": about}
