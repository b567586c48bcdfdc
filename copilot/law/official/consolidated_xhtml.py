"""Reads the consolidated text of an act from the publisher's XHTML, in its newer and its older dialect.

Newer pages nest points in ``div.grid-list`` and paragraphs in ``div.norm``; older ones are flat and
tell a point by its hanging indent. Both show amendments by ``p.modref``, and repealed text as a rule
of dashes in it, so that leaving ``p.modref`` out leaves the law in force. They carry no recitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from copilot.law.official.line import (
    Line,
    Rank,
    hanging_text,
    heading,
    is_marker,
    paragraph,
    point,
    text,
    title,
)
from copilot.law.official.markup import Element, read_page
from copilot.law.official.outline import outline
from copilot.law.official.page import annex, article, division, enacted, lines_of, table_lines
from copilot.law.official.unit import OfficialUnit, units_of_act

_LEFT_OUT = frozenset({"modref", "footnote", "arrow", "reference", "disclaimer"})
_FINAL_PART = "fnp_"
_BINDING = re.compile(r"This (?:Regulation|Decision) shall be binding in its entirety\b.*")
_HANGING = "text-indent"
_PARAGRAPH_NUMBER = "no-parag"


def read_consolidated_xhtml(data: bytes, file: str) -> tuple[OfficialUnit, ...]:
    """Read a consolidated act as in force on the day of the file."""
    page = read_page(data, file)
    return units_of_act(outline(enacted(lines_of(page, _lines))), file)


def _lines(element: Element) -> Iterator[Line]:
    if element.classes & _LEFT_OUT or element.id.startswith(_FINAL_PART):
        return
    if element.tag == "p":
        yield from _line(element)
    elif element.tag == "table":
        yield from table_lines(element)
    elif "grid-list" in element.classes and element.elements:
        yield from _grid_item(element)
    elif _HANGING in element.attributes.get("style", "") and element.elements:
        yield from _hanging_item(element)
    elif any(_PARAGRAPH_NUMBER in child.classes for child in element.elements):
        yield from _numbered_paragraph(element)
    else:
        yield from lines_of(element, _lines)


def _line(element: Element) -> Iterator[Line]:
    line = element.text
    if not line or _BINDING.fullmatch(line):
        return
    kind = next((name for name in element.classes if name.startswith(("title-", "stitle-"))), "")
    if kind == "title-article-norm":
        yield article(line) or text(line)
    elif kind.startswith("title-annex"):
        yield annex(line) or title(line)
    elif kind.startswith("title-division"):
        yield division(line)
    elif kind.startswith("stitle"):
        yield title(line)
    elif kind:
        yield heading(line)
    elif "list" in element.classes:
        yield hanging_text(line)
    else:
        yield paragraph(line)


def _grid_item(element: Element) -> Iterator[Line]:
    """Read a point of the newer dialect: its marker and its content stand in two columns."""
    marker, *columns = element.elements
    lines = (line for column in columns for line in lines_of(column, _lines))
    if is_marker(marker.text):
        yield point(marker.text, outline(lines))
    else:
        yield from chain(_line(marker), lines)


def _hanging_item(element: Element) -> Iterator[Line]:
    """Read a point of the older dialect: its marker is the first word of its first paragraph."""
    first, *rest = element.elements
    marker, _, words = first.text.partition(" ")
    if is_marker(marker):
        lines = (line for block in rest for line in _lines(block))
        yield point(marker, outline(chain([text(words)] if words else [], lines)))
    else:
        yield from lines_of(element, _lines)


def _numbered_paragraph(element: Element) -> Iterator[Line]:
    number = next(child for child in element.elements if _PARAGRAPH_NUMBER in child.classes)
    rest = tuple(child for child in element.children if child is not number)
    content = outline(lines_of(Element(element.tag, {}, rest), _lines))
    yield Line(Rank.PARAGRAPH, number.text, content=content)
