"""Another unit: 15 days become 15 weeks, business days become calendar days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote
from evals.mutation.wording import NUMBER_WORDS

_INSTEAD = {
    "minute": "hour", "hour": "day", "day": "month", "week": "month", "month": "year", "year": "month",
    "business day": "calendar day", "working day": "calendar day", "calendar day": "business day",
    "million": "billion", "tonne": "kilogram", "MW": "kW",
}  # fmt: skip
_MEASURED = re.compile(
    rf"\b(?:\d+|{'|'.join(NUMBER_WORDS)})(?:\s+(?:further|more|additional|million))?\s+"
    rf"(?P<unit>{'|'.join(sorted(_INSTEAD, key=len, reverse=True))})(?P<plural>s?)\b"
)


def unit_edits(text: str) -> Iterator[Edit]:
    """For each measured unit another one of its kind."""
    for found in _MEASURED.finditer(text):
        yield Edit(found.start("unit"), found.end(), _INSTEAD[found["unit"]] + found["plural"])


other_unit = in_text_and_quote(unit_edits)
