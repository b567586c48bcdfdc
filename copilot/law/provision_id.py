"""The name of one provision: an instrument, then the way down to the unit meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from copilot.errors import UnknownProvision

_SEGMENT = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_GROUPED = ("policy",)


@dataclass(frozen=True, order=True, slots=True)
class ProvisionId:
    """One provision, independent of date and layer.

    ``eu-ai-act/art-26/6``, ``eu-ai-act/anx-3/5/b``, ``policy/personal-dealing/3.2``. The digest and
    the official text of a provision share the id; so do its wordings before and after an amendment.
    An id without segments names the whole instrument.
    """

    instrument: str
    segments: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> ProvisionId:
        """Read the written form; raise ``UnknownProvision`` where it has none."""
        parts = text.split("/")
        if not all(_SEGMENT.fullmatch(part) for part in parts):
            raise UnknownProvision(
                f"{text!r} is not the id of a provision",
                remedy="Write it like eu-ai-act/art-26/6, or look it up with: copilot law list",
            )
        width = 2 if parts[0] in _GROUPED and len(parts) > 1 else 1
        return cls("/".join(parts[:width]), tuple(parts[width:]))

    def __str__(self) -> str:
        return "/".join((self.instrument, *self.segments))

    @property
    def parent(self) -> ProvisionId | None:
        """The unit this one belongs to; none for a whole instrument."""
        return ProvisionId(self.instrument, self.segments[:-1]) if self.segments else None

    def child(self, segment: str) -> ProvisionId:
        """The unit one step further down."""
        return ProvisionId(self.instrument, (*self.segments, segment))

    def within(self, other: ProvisionId) -> bool:
        """Whether this is ``other`` or a part of it."""
        depth = len(other.segments)
        return self.instrument == other.instrument and self.segments[:depth] == other.segments

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Models hold an id and write it as its text."""
        from_text = core_schema.no_info_after_validator_function(
            _parse_for_pydantic, core_schema.str_schema()
        )
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.to_string_ser_schema(),
        )


def _parse_for_pydantic(text: str) -> ProvisionId:
    try:
        return ProvisionId.parse(text)
    except UnknownProvision as error:
        raise ValueError(str(error)) from error
