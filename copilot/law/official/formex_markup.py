"""A Formex document as the tree of ``markup``: the law in force, without what editors put around it.

A consolidated act keeps the law it repeals, between two processing instructions, and every act has
footnotes in the middle of its sentences; neither is left in the tree. Quotation marks, which Formex
writes as empty elements, are put back; an image, which a text cannot show, leaves ``[formula]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from copilot.errors import CorpusError
from copilot.law.official.markup import LARGEST_FILE, Element

_INLINE = frozenset(
    {"DATE", "DIVIDEND", "DIVISOR", "EXPR", "FRACTION", "FT", "HT", "LINK"}
    | {"REF.DOC", "REF.DOC.ECR", "REF.DOC.OJ"}
)
_TABLE_TAGS = {"TBL": "table", "CORPUS": "tbody", "ROW": "tr", "CELL": "td"}
_QUOTATION_MARKS = frozenset({"QUOT.START", "QUOT.END"})
_NOTE = "NOTE"
_NOTE_MARK = "\x00"
_SPACE_BEFORE_NOTE = re.compile(rf"\s*{_NOTE_MARK}")
FORMULA = "FORMULA"
_FORMATTED = "FT"
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")
_IMAGE = "INCL.ELEMENT"
_OPENS, _CLOSES = "CLG.MDFO", "CLG.MDFC"
_DOWNLOAD_AGAIN = "Download the file again from the publisher and leave it as it is."


def read_document(data: bytes, file: str) -> Element:
    """Read the document in a file, cleaned; an error says why it is none."""
    if len(data) > LARGEST_FILE:
        raise _fault(f"the file has more than {LARGEST_FILE} bytes", file)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
        if root.getroottree().docinfo.internalDTD is not None:
            raise _fault("the file declares a document type, which no published text does", file)
        return _Cleaner().element(root)
    except (etree.LxmlError, OverflowError, RecursionError, ValueError) as error:
        raise _fault(f"the file cannot be read as Formex: {error}", file) from error


@dataclass(slots=True)
class _Cleaner:
    """Copies a document in its order, leaving out what stands between the two ends of a repeal."""

    repeals: set[str] = field(default_factory=set)

    def element(self, node: etree._Element) -> Element:
        attributes = {str(name): str(value) for name, value in node.attrib.items()}
        children = tuple(_joined(self._children(node)))
        return Element(_TABLE_TAGS.get(str(node.tag), str(node.tag)), attributes, children)

    def _children(self, node: etree._Element) -> Iterator[Element | str]:
        yield from self._in_force(node.text)
        for child in node:
            if isinstance(child, etree._ProcessingInstruction):
                self._pass(child)
            elif isinstance(child.tag, str):
                yield from self._child(child)
            yield from self._in_force(child.tail)

    def _child(self, node: etree._Element) -> Iterator[Element | str]:
        if node.tag in _QUOTATION_MARKS:
            yield from self._in_force(chr(int(node.get("CODE", "2019"), 16)))
        elif node.tag == _IMAGE:
            placeholder = f"[{node.get('CONTENT', 'image').lower()}]"
            yield from (Element(FORMULA, {}, (text,)) for text in self._in_force(placeholder))
        elif node.tag == _NOTE:
            yield from self._in_force(_NOTE_MARK)
            self.element(node)  # a repeal may begin or end in it
        elif node.tag == _FORMATTED and node.get("TYPE") == "NUMBER":
            yield from self._in_force(_THOUSANDS.sub(" ", "".join(node.itertext())))
        elif node.tag in _INLINE or node.get("TYPE") == "INLINE":
            yield from self._in_force(_mark_before(node))
            yield from self._children(node)
        else:
            in_force = not self.repeals
            child = self.element(node)
            if in_force or child.children:
                yield child

    def _in_force(self, text: str | None) -> Iterator[str]:
        if text and not self.repeals:
            yield text

    def _pass(self, instruction: etree._ProcessingInstruction) -> None:
        if instruction.target == _OPENS and instruction.get("ACTION") == "DELETED":
            self.repeals.add(instruction.get("IDREF") or "")
        elif instruction.target == _CLOSES:
            self.repeals.discard(instruction.get("ID") or "")


def _mark_before(node: etree._Element) -> str:
    """What a line of text shows for a raised number, and for the line of a fraction."""
    if node.get("TYPE") == "SUP":
        return "^"
    return " ÷ " if node.tag == "DIVISOR" else ""


def _joined(children: Iterable[Element | str]) -> Iterator[Element | str]:
    """Make one of the strings that stand next to each other, without the marks of footnotes."""
    for is_text, run in groupby(children, key=lambda child: isinstance(child, str)):
        if is_text:
            yield _SPACE_BEFORE_NOTE.sub("", "".join(child for child in run if isinstance(child, str)))
        else:
            yield from run


def _fault(message: str, file: str) -> CorpusError:
    return CorpusError(message, remedy=_DOWNLOAD_AGAIN, file=file)
