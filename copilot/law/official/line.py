"""What a published page shows, one thing after another, before it is known what stands in what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from copilot.law.official.unit import Block, Content, Part

_NUMBER = r"\d+[a-z]{0,2}(?:\.\d+)*"
_MARKER = re.compile(
    rf"""[‘“"]?(?: \([0-9a-zA-Z]{{1,5}}\)   # (a), (14a), and ‘(g) where a quotation begins
                | [0-9a-zA-Z]{{1,5}}\)      # a)
                | {_NUMBER}\.?              # 3.1.
                | [a-zA-Z]{{1,4}}\.         # iv.
                | [—–•·-] )                 # an indent""",
    re.VERBOSE,
)
_NUMBERED = re.compile(rf"{_NUMBER}\.")
_PARAGRAPH = re.compile(rf"({_NUMBER}\.)\s(.+)")
_NAMED_HEADING = re.compile(r"((?:section|part|table)\s+[0-9A-Z]+)\b[\s.:—–-]*(.*)", re.IGNORECASE)
_MARKED_HEADING = re.compile(r"(\d+[a-z]?(?:\.\d+)*|[A-Z]|[IVX]+|[a-z])\.\s+(.+)")


class Rank(IntEnum):
    """How high a line stands on its page: it ends the open lines of its own rank and of those below.

    ``BOOK`` is a title or part of an act; ``DIVISION`` a heading without number, or one like ``a.``.
    """

    ANNEX = 0
    BOOK = 1
    CHAPTER = 2
    SECTION = 3
    ARTICLE = 4
    PART = 5
    LETTER = 6
    NUMBER = 7
    DIVISION = 8
    PARAGRAPH = 9
    NUMBERED_POINT = 10
    POINT = 11
    TEXT = 12
    HANGING_TEXT = 13
    QUOTATION = 14
    END_OF_QUOTATION = 15


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, a paragraph, a point with what stands in it, or a block of text."""

    rank: Rank
    marker: str = ""
    title: str = ""
    content: Content = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """The text as it would be read aloud, markers and all."""
        head = " ".join(filter(None, (self.marker, self.title)))
        return tuple(_spoken((Part(head, self.content),) if head else self.content))


def text(line: str) -> Line:
    """Make a block of text."""
    return Line(Rank.TEXT, content=(Block(line),))


def hanging_text(line: str) -> Line:
    """Make a block of text that hangs below a numbered point and belongs to it."""
    return Line(Rank.HANGING_TEXT, content=(Block(line),))


def paragraph(line: str) -> Line:
    """Make a numbered paragraph of a text that begins with a number, else a block of text."""
    if match := _PARAGRAPH.fullmatch(line):
        return Line(Rank.PARAGRAPH, match[1], content=(Block(match[2]),))
    return text(line)


def point(marker: str, content: Content) -> Line:
    """Make a point of a list: ``3.1.`` stands above ``(a)``, even where a page shows them alike."""
    rank = Rank.NUMBERED_POINT if _NUMBERED.fullmatch(marker) else Rank.POINT
    return Line(rank, marker, content=content)


def title(line: str) -> Line:
    """Make a heading without a number: the title of the number above it, if that has none yet."""
    return Line(Rank.DIVISION, title=line)


def heading(line: str) -> Line:
    """Make a heading inside an annex: a unit where it has a number or letter of its own."""
    if match := _NAMED_HEADING.fullmatch(line):
        return Line(Rank.PART, match[1].capitalize(), match[2])
    if match := _MARKED_HEADING.fullmatch(line):
        marker = match[1]
        rank = Rank.NUMBER if marker[0].isdigit() else Rank.LETTER if marker.isupper() else Rank.DIVISION
        return Line(rank, marker, match[2])
    return title(line)


def is_marker(words: str) -> bool:
    """Whether this is the marker of a point: ``(a)``, ``1.``, ``3.1.``, a dash."""
    return _MARKER.fullmatch(words) is not None


def _spoken(content: Iterable[Block | Part]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Block):
            yield from item.text.split("\n")
        else:
            first, *rest = tuple(_spoken(item.content)) or ("",)
            yield " ".join(filter(None, (item.marker, item.title, first)))
            yield from rest
