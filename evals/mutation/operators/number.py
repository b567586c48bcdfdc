"""Another number: 15 days become 30, six months become nine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote, seed
from evals.mutation.statement_under_test import Altered, StatementUnderTest
from evals.mutation.wording import NUMBER_WORDS, figures, number_words, value_of, written_like

_WORDS = [word for word in NUMBER_WORDS if word != "one"]


def other_number(statement: StatementUnderTest) -> Iterator[Altered]:
    """Each figure, in digits or in words; those of a tool's result are another operator's."""
    if statement.kind != "tool":
        yield from in_text_and_quote(number_edits)(statement)


def number_edits(text: str) -> Iterator[Edit]:
    """For each figure another one, drawn by the words around it."""
    for found in figures(text):
        yield Edit(found.start(), found.end(), _other_digits(found[0]))
    for found in number_words(text):
        others = [word for word in _WORDS if word != found[0]]
        yield Edit(found.start(), found.end(), others[seed(found[0]) % len(others)])


def _other_digits(digits: str) -> str:
    value = value_of(digits)
    if value is None:
        return re.sub(r"^\d+", lambda whole: str(int(whole[0]) + 1), digits)
    others = [value + 1, value * 2, value * 10, value - 1 if value > 1 else value + 3]
    return written_like(others[seed(digits) % len(others)], digits)
