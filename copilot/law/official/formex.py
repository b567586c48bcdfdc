"""Reads an act from the publisher's Formex 4: as first published, with annexes in files of their own, or
consolidated, in one file, where it has no recitals.

Formex says itself what stands in what. Its lines go through ``outline`` all the same, so that the ids
come out as they do for a page of the act. The number of an article is that of its ``IDENTIFIER``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from copilot.errors import CorpusError
from copilot.law.official.formex_markup import FORMULA, read_document
from copilot.law.official.indicator_table import has_indicators, indicator_lines
from copilot.law.official.line import Line, Rank, heading, point, text, title
from copilot.law.official.markup import Element
from copilot.law.official.outline import outline
from copilot.law.official.page import annex, division, lines_of, table_lines
from copilot.law.official.quotation import quotation
from copilot.law.official.unit import Block, OfficialUnit, units_of_act

_ACTS = frozenset({"ACT", "CONS.ACT"})
_ANNEXES = frozenset({"ANNEX", "CONS.ANNEX"})
_LEFT_OUT = frozenset(
    {"BIB.INSTANCE", "FAM.COMP", "FINAL", "GR.CONSID.INIT", "GR.VISA", "INFO.CONSLEG", "INFO.PROD"}
    | {"NO.P", "NO.PARAG", "PREAMBLE.FINAL", "PREAMBLE.INIT", "TI.ART", "TITLE"}
)
_IDENTIFIER = re.compile(r"0*(\d+[A-Z]*)")
_DASH = "—"


def read_formex(files: Mapping[str, bytes], source: str) -> tuple[OfficialUnit, ...]:
    """Read the units of an act from its files, the annexes in the order of their names.

    ``source`` is the file or folder they are from, for errors.
    """
    roots = [read_document(files[name], name) for name in sorted(files)]
    acts = [root for root in roots if root.tag in _ACTS]
    annexes = [root for root in roots if root.tag in _ANNEXES]
    if len(acts) != 1:
        raise CorpusError(
            f"it holds {len(acts) or 'no'} acts, where there should be one",
            remedy="Give it the folder with the files of one act and its annexes, or its one file.",
            file=source,
        )
    lines = (line for root in (*acts, *annexes) for line in _lines(root))
    return units_of_act(outline(lines), source)


def _lines(element: Element) -> Iterator[Line]:
    if element.tag in _LEFT_OUT:
        return
    read = _READERS.get(element.tag)
    yield from read(element) if read else lines_of(element, _lines)


def _recital(element: Element) -> Iterator[Line]:
    for numbered in element.elements:
        number = _child_text(numbered, "NO.P").strip("()")
        yield Line(Rank.ARTICLE, f"Recital {number}", content=outline(lines_of(numbered, _lines)))


def _article(element: Element) -> Iterator[Line]:
    """An article under its identifier, whatever its printed heading says."""
    number = _IDENTIFIER.match(element.attributes.get("IDENTIFIER", ""))
    yield Line(Rank.ARTICLE, f"Article {number[1].lower()}" if number else _child_text(element, "TI.ART"))
    yield from lines_of(element, _lines)


def _title_of_article(element: Element) -> Iterator[Line]:
    yield title(element.text)


def _paragraph(element: Element) -> Iterator[Line]:
    """A numbered paragraph; it may stand, by mistake, in a point of the paragraph before it."""
    yield Line(Rank.PARAGRAPH, _child_text(element, "NO.PARAG"))
    yield from lines_of(element, _lines)


def _item(element: Element) -> Iterator[Line]:
    """A point, or an indent, which Formex leaves without the dash that is printed."""
    if any(child.tag == "NP" for child in element.elements):
        yield from lines_of(element, _lines)
    else:
        yield point(_DASH, outline(lines_of(element, _lines)))


def _numbered(element: Element) -> Iterator[Line]:
    lines = list(lines_of(element, _lines))
    end = next((at for at, line in enumerate(lines) if line.rank is Rank.PARAGRAPH), len(lines))
    yield point(_child_text(element, "NO.P"), outline(lines[:end]))
    yield from lines[end:]


def _text(element: Element) -> Iterator[Line]:
    yield text(element.text)


def _formula(element: Element) -> Iterator[Line]:
    """A formula belongs to the text that introduces it, as a quotation does."""
    yield Line(Rank.QUOTATION, content=(Block(element.text, quoted=True),))


def _quotation(element: Element) -> Iterator[Line]:
    """What an amending act quotes, with the paragraphs and points in it."""
    if quoted := Line(Rank.TEXT, content=outline(lines_of(element, _lines))).spoken:
        yield quotation(list(quoted))


def _division(element: Element) -> Iterator[Line]:
    yield from _headed(element, division)


def _annex(element: Element) -> Iterator[Line]:
    yield from _headed(element, lambda line: annex(line) or title(line))


def _section(element: Element) -> Iterator[Line]:
    yield from _headed(element, heading)


def _table(element: Element) -> Iterator[Line]:
    titles = _titles(element)
    if titles and has_indicators(element):
        yield from indicator_lines(titles[0], " ".join(titles[1:]), element)
    else:
        yield from _headings(element, heading)
        yield from table_lines(element)


def _headed(element: Element, read_heading: Callable[[str], Line]) -> Iterator[Line]:
    yield from _headings(element, read_heading)
    yield from lines_of(element, _lines)


def _headings(element: Element, read_heading: Callable[[str], Line]) -> Iterator[Line]:
    """The lines above an element: the first of them has its number, where it has one."""
    first, *others = _titles(element) or [""]
    if first:
        yield read_heading(first)
    yield from map(title, others)


def _titles(element: Element) -> list[str]:
    blocks = [block for above in element.elements if above.tag == "TITLE" for block in above.elements]
    return [line.text for block in blocks for line in (block.elements or (block,)) if line.text]


def _child_text(element: Element, tag: str) -> str:
    return next((child.text for child in element.elements if child.tag == tag), "")


_READERS: Mapping[str, Callable[[Element], Iterator[Line]]] = {
    "ANNEX": _annex,
    "ARTICLE": _article,
    "CONS.ANNEX": _annex,
    "CONSID": _recital,
    "DIVISION": _division,
    FORMULA: _formula,
    "GR.SEQ": _section,
    "ITEM": _item,
    "NP": _numbered,
    "PARAG": _paragraph,
    "QUOT.S": _quotation,
    "STI.ART": _title_of_article,
    "TXT": _text,
    "table": _table,
}
