"""Another date: a year, a month or a day off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote
from evals.mutation.statement_under_test import Altered, StatementUnderTest
from evals.mutation.wording import DATE, MONTH, MONTHS

_MONTH_OF_YEAR = re.compile(
    rf"(?<!\d )\b({MONTH}) (\d{{4}})\b|\b(?:in|since|by|until) ()((?:19|20)\d{{2}})\b"
)


def other_date(statement: StatementUnderTest) -> Iterator[Altered]:
    """Each date; those of a tool's result are another operator's."""
    if statement.kind != "tool":
        yield from in_text_and_quote(date_edits)(statement)


def date_edits(text: str) -> Iterator[Edit]:
    """For each date one with another year, another month and another day."""
    for found in DATE.finditer(text):
        day, month, year = found[1] or found[6], found[2] or found[5], found[3] or found[4]
        span = (1, 2, 3) if found[1] else (6, 5, 4)
        if year:
            yield Edit(found.start(span[2]), found.end(span[2]), str(int(year) + 1))
        yield Edit(found.start(span[1]), found.end(span[1]), _next_month(month))
        yield Edit(found.start(span[0]), found.end(span[0]), _other_day(day))
    for found in _MONTH_OF_YEAR.finditer(text):
        group = 2 if found[2] else 4
        yield Edit(found.start(group), found.end(group), str(int(found[group]) + 1))


def _next_month(month: str) -> str:
    if month.isdigit():
        return f"{int(month) % 12 + 1:02}"
    return MONTHS[(MONTHS.index(month) + 1) % 12]


def _other_day(day: str) -> str:
    other = int(day) - 1 if int(day) > 27 else int(day) + 1
    return f"{other:02}" if len(day) == 2 and day.startswith("0") else str(other)
