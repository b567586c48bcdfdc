"""One written form for one value: what is hashed today is the same, byte for byte, in ten years.

Form 1 is JSON in ASCII with sorted names and without spaces. A decimal number is written as text, a day and
a time as ISO 8601 (times in UTC, to the microsecond), a set in the order of its text, a dataclass by its
fields. Numbers with a fraction come only from arguments that were JSON before; Python writes the shortest
text that reads back as the same number.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

from pydantic import JsonValue

from copilot.law import ProvisionId

FORM = 1


def canonical(value: object) -> str:
    """The one text of a value."""
    return json.dumps(plain(value), sort_keys=True, separators=(",", ":"), allow_nan=False)


def plain(value: object) -> JsonValue:
    """A value as JSON knows it."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, ProvisionId | Decimal):
        return str(value)
    if isinstance(value, datetime):
        return time_as_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(held) for name, held in value.items()}
    if isinstance(value, frozenset):
        return sorted((plain(held) for held in value), key=str)
    if isinstance(value, list | tuple):
        return [plain(held) for held in value]
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"a {type(value).__name__} has no canonical form")


def hash_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def time_as_text(moment: datetime) -> str:
    """A moment in UTC: ``2026-11-20T08:30:00.000000Z``; the order of such texts is that of time."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is no moment")
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def time_from_text(text: str) -> datetime:
    """The moment such a text says."""
    return datetime.fromisoformat(text)
