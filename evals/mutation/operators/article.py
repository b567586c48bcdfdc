"""Another article: in the words, or as the source that is cited for the same quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evals.mutation.editing import Edit, described, in_text_and_quote
from evals.mutation.neighbours import elsewhere
from evals.mutation.statement_under_test import Altered, StatementUnderTest

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
_ARTICLE = re.compile(r"\b(?:Articles?|Art\.|articles?) (?P<number>\d+)(?P<letter>[a-z]?)\b")
_ANNEX = re.compile(r"\b(?:Annex|Chapter) (?P<number>[IVX]+)\b")
_ACT = re.compile(r"\b(?P<year>(?:19|20)\d{2})/(?P<number>\d+)\b")
_OUTCOME = re.compile(r"\b(?:GOVERN|MAP|MEASURE|MANAGE) (?P<number>\d)\.\d")


def other_article(statement: StatementUnderTest) -> Iterator[Altered]:
    """Each reference to an article, an annex or an act; then the right quote under a wrong article."""
    yield from in_text_and_quote(article_edits)(statement)
    draft = statement.draft
    for number, cited in enumerate(draft.citations):
        for other in elsewhere(statement, cited):
            citations = list(draft.citations)
            citations[number] = replace(cited, source=str(other.id))
            told = described(cited.source, str(other.id))
            yield Altered("source", replace(draft, citations=tuple(citations)), told)


def article_edits(text: str) -> Iterator[Edit]:
    """For each reference the one that follows it."""
    for found in _ARTICLE.finditer(text):
        yield Edit(found.start("number"), found.end("letter"), not_named(int(found["number"]), text))
    for found in _ANNEX.finditer(text):
        if found["number"] in _ROMAN[:-1]:
            yield Edit(*found.span("number"), _ROMAN[_ROMAN.index(found["number"]) + 1])
    for found in _ACT.finditer(text):
        yield Edit(*found.span("number"), str(int(found["number"]) + 1))
    for found in _OUTCOME.finditer(text):
        yield Edit(*found.span("number"), str(int(found["number"]) % 4 + 1))


def not_named(number: int, text: str) -> str:
    """The next number that the text does not name anyway ("Articles 14 and 15")."""
    named = set(re.findall(r"\d+", text))
    return next(str(other) for other in range(number + 1, number + 99) if str(other) not in named)
