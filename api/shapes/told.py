"""What a caller tells a rule: a day, a moment, an amount, each in one way of writing only."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from copilot.rules.telling import Day

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_AMOUNT = r"^[0-9]{1,18}(\.[0-9]{1,6})?$"


def _moment(written: object) -> datetime:
    if isinstance(written, str) and _MOMENT.fullmatch(written):
        return datetime.fromisoformat(written.upper())
    raise ValueError("write a moment with its zone, like 2026-03-28T22:30:00+01:00")


def _amount(written: object) -> Decimal:
    if isinstance(written, str) and re.fullmatch(_AMOUNT, written):
        return Decimal(written)
    raise ValueError('write an amount as text, in full, like "500000000" or "12.50"')


def _each_once(written: object) -> object:
    if isinstance(written, list) and len({str(one) for one in written}) < len(written):
        raise ValueError("name each of them once")
    return written


EACH_ONCE = BeforeValidator(_each_once)
"""For a set, which is written as a list."""

Moment = Annotated[
    datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
"""A moment with its zone."""

Amount = Annotated[
    Decimal, BeforeValidator(_amount), WithJsonSchema({"type": "string", "pattern": _AMOUNT})
]
"""An amount of money: text, so that no digit is lost on the way."""


class ToldBody(BaseModel):
    """What a rule is told, and the day it is asked about."""

    model_config = ConfigDict(extra="forbid", strict=True)

    as_of: Day | None = Field(default=None, description="The day asked about; today if left out.")
