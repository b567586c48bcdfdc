"""Reads an act as first published from the XHTML of the Official Journal, recitals and annexes included.

EUR-Lex and Cellar offer the same page, EUR-Lex with scripts and unclosed tags around it. A point is a
table of two cells, marker and text. The number of an article is that of its ``div``: an amending act
carries whole articles of another act, headings and all, as quotations, which stand in no such ``div``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.law.official.line import Line, Rank, heading, is_marker, paragraph, point, title
from copilot.law.official.markup import Element, read_page
from copilot.law.official.outline import outline
from copilot.law.official.page import annex, division, enacted, lines_of, rows_of, table_lines
from copilot.law.official.quotation import end_of_quotation
from copilot.law.official.unit import OfficialUnit, units_of_act

_ARTICLE_ID = re.compile(r"art_(\d+[a-zA-Z]*)")
_RECITAL_ID = re.compile(r"rct_(\d+[a-zA-Z]*)")
_NO_PROVISION = re.compile(r"HA(?:VE|S) ADOPTED THIS [A-Z ]+:|ELI: \S+|ISSN .+")
_NOTE = "note"
_LEFT_OUT = frozenset({"final", "signatory", "hd-ti", "hd-lg"})
_DATA_TABLE = "table"


def read_oj_xhtml(data: bytes, file: str) -> tuple[OfficialUnit, ...]:
    """Read an act as it was published in the Official Journal."""
    page = read_page(data, file)
    return units_of_act(outline(enacted(lines_of(page, _lines))), file)


def _lines(element: Element) -> Iterator[Line]:
    if element.classes & _LEFT_OUT:
        return
    if _NOTE in element.classes:
        yield from end_of_quotation(element.text)
    elif element.tag == "p":
        yield from _line(element)
    elif element.tag == "table":
        yield from _table(element)
    elif "enumeration-spacing" in element.classes and element.elements:
        yield from _spaced_item(element)
    elif number := _RECITAL_ID.fullmatch(element.id):
        yield from _recital(element, number[1])
    elif number := _ARTICLE_ID.fullmatch(element.id):
        yield from _article(element, number[1])
    else:
        yield from lines_of(element, _lines)


def _line(element: Element) -> Iterator[Line]:
    line, classes = element.text, element.classes
    if not line or _NO_PROVISION.fullmatch(line):
        return
    if "doc-ti" in classes:
        yield annex(line) or title(line)
    elif "ti-section-1" in classes:
        yield division(line)
    elif "sti-art" in classes:
        yield title(line)
    elif any(name.startswith("ti-") for name in classes):
        yield heading(line)
    else:
        yield paragraph(line)


def _article(element: Element, number: str) -> Iterator[Line]:
    """Read an article under the number its ``div`` has, whatever its printed heading says."""
    yield Line(Rank.ARTICLE, f"Article {number.lower()}")
    printed = next((child for child in element.elements if "ti-art" in child.classes), None)
    rest = tuple(child for child in element.children if child is not printed)
    yield from lines_of(Element(element.tag, {}, rest), _lines)


def _recital(element: Element, number: str) -> Iterator[Line]:
    """Read a recital: its number and its text stand in a table like those of a point."""
    lines = list(lines_of(element, _lines))
    content = lines[0].content if len(lines) == 1 else outline(lines)
    yield Line(Rank.ARTICLE, f"Recital {number.lower()}", content=content)


def _spaced_item(element: Element) -> Iterator[Line]:
    """Read a point whose marker and text are two paragraphs, set side by side."""
    marker, *rest = element.elements
    yield point(marker.text, outline(line for block in rest for line in _lines(block)))


def _table(element: Element) -> Iterator[Line]:
    """Read points, where each row is a marker and a text, else a table of data."""
    rows = [[cell for cell in cells if cell.children and cell.text] for cells in rows_of(element)]
    if _DATA_TABLE in element.classes or not all(len(row) == 2 and is_marker(row[0].text) for row in rows):
        yield from table_lines(element)
        return
    for marker, content in rows:
        yield point(marker.text, outline(lines_of(content, _lines)))
