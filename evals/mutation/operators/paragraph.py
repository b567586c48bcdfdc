"""Another paragraph or point: in the words, or as the source that is cited for the same quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evals.mutation.editing import Edit, described, in_text_and_quote
from evals.mutation.neighbours import siblings
from evals.mutation.operators.article import not_named
from evals.mutation.statement_under_test import Altered, StatementUnderTest

_PARAGRAPH = re.compile(
    r"\b[Pp]aragraphs? (?P<part>\d+)[a-z]?\b|\b(?:Articles?|Art\.) \d+[a-z]?\((?P<inner>\d+)[a-z]?\)"
)
_POINT = re.compile(r"\bpoints? \(?(?P<point>[a-y]|\d+)\)?(?!\w)|\)\((?P<inner>[a-h])\)")
_ORDINAL = re.compile(r"\b(?P<which>first|second|third) subparagraph\b")
_NEXT = {"first": "second", "second": "third", "third": "first"}


def other_paragraph(statement: StatementUnderTest) -> Iterator[Altered]:
    """Each reference to a paragraph or a point; then the right quote under a wrong paragraph."""
    yield from in_text_and_quote(paragraph_edits)(statement)
    draft = statement.draft
    for number, cited in enumerate(draft.citations):
        for other in siblings(statement, cited):
            citations = list(draft.citations)
            citations[number] = replace(cited, source=str(other.id))
            told = described(cited.source, str(other.id))
            yield Altered("source", replace(draft, citations=tuple(citations)), told)


def paragraph_edits(text: str) -> Iterator[Edit]:
    """For each reference the paragraph or the point that follows it."""
    for found in _PARAGRAPH.finditer(text):
        group = "part" if found["part"] else "inner"
        yield Edit(*found.span(group), not_named(int(found[group]), text))
    for found in _POINT.finditer(text):
        group = "point" if found["point"] else "inner"
        point = found[group]
        yield Edit(
            *found.span(group), not_named(int(point), text) if point.isdigit() else chr(ord(point) + 1)
        )
    for found in _ORDINAL.finditer(text):
        yield Edit(*found.span("which"), _NEXT[found["which"]])
