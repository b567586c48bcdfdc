"""Finds what stands in what on a page that is mostly flat.

A page shows below paragraph 1, not in it, its second subparagraph; and below a heading, not in it, the
points. What a line belongs to follows from the ranks of the lines before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from copilot.law.official.line import Line, Rank
from copilot.law.official.quotation import quotations_joined
from copilot.law.official.unit import Block, Content, Part

_ENDS = {Rank.TEXT: Rank.NUMBERED_POINT, Rank.HANGING_TEXT: Rank.POINT}
_NO_UNITS = (Rank.BOOK, Rank.CHAPTER, Rank.SECTION)


@dataclass(slots=True)
class _Open:
    """A line that may take in those after it."""

    line: Line
    content: list[Block | Part] = field(default_factory=list)

    def closed(self) -> Part:
        marker, title = self.line.marker, self.line.title
        if self.line.rank in _NO_UNITS:
            marker, title = "", " · ".join(filter(None, (marker, title)))
        return Part(marker, tuple(self.content), title)


def outline(lines: Iterable[Line]) -> Content:
    """Give the tree of the lines; a quotation from another act is one block in it."""
    top: list[Block | Part] = []
    stack: list[_Open] = []
    for line in _titled(quotations_joined(lines)):
        _close(stack, top, from_rank=_ENDS.get(line.rank, line.rank))
        if line.rank < Rank.TEXT:
            stack.append(_Open(line, list(line.content)))
        else:
            (stack[-1].content if stack else top).extend(line.content)
    _close(stack, top, from_rank=Rank.ANNEX)
    return tuple(top)


def _close(stack: list[_Open], top: list[Block | Part], *, from_rank: Rank) -> None:
    while stack and stack[-1].line.rank >= from_rank:
        closed = stack.pop().closed()
        (stack[-1].content if stack else top).append(closed)


def _titled(lines: Iterable[Line]) -> Iterator[Line]:
    """Give a heading that is only a number the heading below it as its title."""
    number: Line | None = None
    for line in lines:
        if number and line.rank is Rank.DIVISION and not line.marker:
            yield replace(number, title=line.title)
            number = None
            continue
        if number:
            yield number
        number = line if line.rank <= Rank.PART and not line.title else None
        if number is None:
            yield line
    if number:
        yield number
