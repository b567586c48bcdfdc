"""Reads dates as people write them; a month or a year alone is a date, too, only less exact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.grounding.figures.figure import Figure

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join((*_MONTHS, *(f"{month[:3]}\\.?" for month in _MONTHS), "sept\\.?"))
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<number>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_DAY}(?:[ ]of)?[ ](?P<month>{_MONTH}),?[ ]{_YEAR}\b",
        rf"\b(?P<month>{_MONTH})[ ]{_DAY},?[ ]{_YEAR}\b",
        rf"(?<![\w.]){_DAY}[./](?P<number>0?[1-9]|1[0-2])[./]{_YEAR}\b",
        rf"\b(?P<month>{_MONTH})[ ]{_YEAR}\b",
        rf"\b{_DAY}(?:[ ]of)?[ ](?P<month>{_MONTH})(?=$|\W)",
        rf"(?<![\w.,/-]){_YEAR}(?![\w/]|[.,]\d|-\d)",
    )
)


def dates_in(text: str) -> Iterator[Figure]:
    """The dates of a text in small letters, ``2026-08-02``, ``2026-08``, ``2026`` or ``--08-02``."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            yield Figure("date", _canonical(match), match[0], *match.span())


def _canonical(match: re.Match[str]) -> str:
    found = match.groupdict()
    year, day = found.get("year") or "-", found.get("day")
    if written := found.get("month"):
        month = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(written[:3]))
    else:
        month = int(found.get("number") or 0)
    parts = (year, f"{month:02}" if month else "", f"{int(day):02}" if day else "")
    return "-".join(part for part in parts if part)
