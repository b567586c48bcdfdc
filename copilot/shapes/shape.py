"""What every shape has in common, and the shapes of a period and of a number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from copilot.law import Period


class Shape(BaseModel):
    """What is sent and never read; its fields are read off what was found, by name."""

    model_config = ConfigDict(
        from_attributes=True, validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )


class Days(Shape):
    """The days from ``from`` up to, not including, ``until``; open-ended where ``until`` is none."""

    start: Annotated[date, Field(serialization_alias="from")]
    until: date | None = None

    @classmethod
    def of(cls, period: Period) -> Days:
        """A period as it is sent."""
        return cls(start=period.start, until=period.until)


def _in_full(number: Decimal) -> str:
    return f"{number:f}"


Number = Annotated[Decimal, PlainSerializer(_in_full, return_type=str)]
"""A number, sent as text in full: no digit is lost, and none is rounded."""

Words = Annotated[str, BeforeValidator(str)]
"""What a finding says of itself in words."""
