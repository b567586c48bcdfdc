"""What the XHTML dialects of the publisher share: headings, tables, and text between the tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import dropwhile

from copilot.law.official.line import Line, Rank, heading, paragraph, title
from copilot.law.official.markup import Element, line_of
from copilot.law.official.unit import Block

_ARTICLE = re.compile(r"Article\s+(\d+[a-z]*)", re.IGNORECASE)
_ANNEX = re.compile(r"ANNEX(?:\s+([IVXLC]+|\d+))?", re.IGNORECASE)
_DIVISION = re.compile(r"(TITLE|PART|CHAPTER|SECTION)\s+\S+", re.IGNORECASE)
_DIVISION_RANKS = {"title": Rank.BOOK, "part": Rank.BOOK, "chapter": Rank.CHAPTER, "section": Rank.SECTION}
_NO_TEXT = frozenset({"head", "script", "style", "hr"})
_CELLS = frozenset({"td", "th"})
_ROW_GROUPS = frozenset({"tbody", "thead", "tfoot"})

BlockReader = Callable[[Element], Iterable[Line]]


def lines_of(container: Element, read_block: BlockReader) -> Iterator[Line]:
    """Read a container: text that stands loose in it, and what each block in it gives."""
    loose: list[Element | str] = []
    for child in container.children:
        if isinstance(child, str) or child.inline:
            loose.append(child)
            continue
        yield from _loose(loose)
        loose = []
        if child.tag not in _NO_TEXT:
            yield from read_block(child)
    yield from _loose(loose)


def article(line: str) -> Line | None:
    """Read the heading ``Article 4a``."""
    match = _ARTICLE.fullmatch(line)
    return Line(Rank.ARTICLE, f"Article {match[1].lower()}") if match else None


def annex(line: str) -> Line | None:
    """Read the heading ``ANNEX III``; one that is the only annex has no number and counts as the first."""
    match = _ANNEX.fullmatch(line)
    return Line(Rank.ANNEX, f"Annex {(match[1] or 'I').upper()}") if match else None


def division(line: str) -> Line:
    """Read the heading of a chapter or section, or the title below it."""
    match = _DIVISION.fullmatch(line)
    if match is None:
        return title(line)
    word, _, number = line.partition(" ")
    return Line(_DIVISION_RANKS[word.lower()], f"{word.capitalize()} {number}")


def enacted(lines: Iterable[Line]) -> Iterator[Line]:
    """Drop the head of the page: what stands above the first recital, chapter or article."""
    return dropwhile(lambda line: line.rank > Rank.ARTICLE, lines)


def rows_of(table: Element) -> Iterator[tuple[Element, ...]]:
    """Give the cells of each row of a table, not of tables inside it."""
    for child in table.elements:
        if child.tag in _ROW_GROUPS:
            yield from rows_of(child)
        elif child.tag == "tr":
            yield tuple(cell for cell in child.elements if cell.tag in _CELLS)


def table_lines(table: Element) -> Iterator[Line]:
    """Read a table of data: one block, a line for each row; a row may be the heading of a section."""
    rows: list[str] = []
    for cells in rows_of(table):
        texts = [cell.text for cell in cells]
        opened = heading(" ".join(filter(None, texts))) if sum(map(bool, texts)) == 1 else None
        if opened is not None and opened.rank is Rank.PART:
            yield from _table_block(rows)
            rows = []
            yield opened
        elif any(texts):
            rows.append(" | ".join(texts))
    yield from _table_block(rows)


def _loose(pieces: list[Element | str]) -> Iterator[Line]:
    if line := line_of(tuple(pieces)):
        yield paragraph(line)


def _table_block(rows: list[str]) -> Iterator[Line]:
    if rows:
        yield Line(Rank.TEXT, content=(Block("\n".join(rows)),))
