"""One entry of the ledger, as it is kept; and one before it is sealed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Literal, cast

from pydantic import JsonValue

from copilot.records.ledger.canonical import time_from_text

Kind = Literal["question", "answer", "policy", "redacted", "archived", "key-changed", "access"]
PolicyAction = Literal["uploaded", "replaced", "retired"]


@dataclass(frozen=True, slots=True)
class Field:
    """A part of an entry that can be redacted: the chain holds only its salted hash, so it can go without a trace.

    ``value`` is JSON. Without the salt, which goes with it, nobody can try out what the value may have been.
    """

    name: str
    salt: str
    value: str

    @property
    def commitment(self) -> str:
        """What the entry says of it: SHA-256 over the salt and then the value."""
        return sha256(f"{self.salt}{self.value}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What an entry is to say; ``texts`` are kept beside it by their hash, once for all entries.

    ``answers`` is the number of the question that it answers.
    """

    kind: Kind
    content: str
    fields: tuple[Field, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    answers: int | None = None


@dataclass(frozen=True)
class Entry:
    """An entry as it is kept. ``mac`` seals it: over its place, time, kind and content, and over ``previous``.

    ``key`` names the key it was sealed with, ``fields`` are those of its parts that were not redacted.
    """

    sequence: int
    at: str
    kind: str
    key: str
    previous: str
    content: str
    mac: str
    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def written_at(self) -> datetime:
        """When it was written, by the clock of the machine that wrote it."""
        return time_from_text(self.at)

    @cached_property
    def said(self) -> Mapping[str, JsonValue]:
        """The content, read. Only of an entry whose seal holds is it sure to be what was written."""
        return cast("Mapping[str, JsonValue]", json.loads(self.content))

    @property
    def commitments(self) -> Mapping[str, str]:
        """The salted hash of each part that can be redacted."""
        return cast("Mapping[str, str]", self.said.get("redactable", {}))

    @property
    def redacted(self) -> tuple[str, ...]:
        """The parts that are gone."""
        return tuple(name for name in self.commitments if name not in self.fields)
