"""Cuts a text into sentences without stumbling over "Art. 26(6)", "pt. 5(b)", "No 575/2013" or list numbers.

``nupunkt`` knows the abbreviations of legal text; it takes "2." for a sentence of its own, so that the
numbers of a list are put aside first. It is loaded at the first sentence, not with the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_LIST_NUMBER = re.compile(
    r"(?:^|(?<=\n)|(?<=[.;:!?] )(?<!para\. )(?<!Art\. )(?<!art\. )(?<!pt\. )(?<![Nn]o\. ))["
    r" \t]*(?:[-*•–]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})\)|\d{1,3}\.)[ \t]+(?=\S)"
)
_END = re.compile(r"(?<=[.!?;])\s*\n\s*|\n\s*\n\s*|\n(?=\s*(?:[-*•]|\(?\w{1,3}[.)])\s)")
_NUMERAL_ENDS = re.compile(r"(?<=\b[IVX])\.\s+(?=[A-Z][a-z]{3,})|(?<=[IVX][IVX])\.\s+(?=[A-Z][a-z]{3,})")


class Sentence(NamedTuple):
    """One sentence and its place in the text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def sentences_in(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text in its order, without the numbers of its lists."""
    return tuple(_sentences(text))


def without_list_number(text: str) -> str:
    """A sentence without the number or the dash it has in a list: "(a) ...", "2. ...", "- ..."."""
    match = _LIST_NUMBER.match(text)
    return text[match.end() :] if match else text


def _sentences(text: str) -> Iterator[Sentence]:
    unnumbered = _LIST_NUMBER.sub(lambda match: " " * len(match[0]), text)
    for line_start, line_end in _lines(text):
        line = unnumbered[line_start:line_end]
        for start, end in _cut(line):
            words = line[start:end]
            if stripped := words.strip():
                first = line_start + start + len(words) - len(words.lstrip())
                yield Sentence(text[first : first + len(stripped)], first, first + len(stripped))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for match in _END.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _cut(line: str) -> Iterator[tuple[int, int]]:
    import nupunkt

    for start, end in nupunkt.sent_spans(line):
        ends = [start + match.end() for match in _NUMERAL_ENDS.finditer(line[start:end])]
        yield from pairwise((start, *ends, end))
