"""A figure or a date that the tool did not give."""

from __future__ import annotations

from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote
from evals.mutation.operators.day import date_edits
from evals.mutation.operators.number import number_edits
from evals.mutation.statement_under_test import Altered, StatementUnderTest


def not_the_tools(statement: StatementUnderTest) -> Iterator[Altered]:
    """Each figure and each date of a statement that cites a tool."""
    if any(citation.source.startswith("tool:") for citation in statement.draft.citations):
        yield from in_text_and_quote(_edits)(statement)


def _edits(text: str) -> Iterator[Edit]:
    yield from number_edits(text)
    yield from date_edits(text)
