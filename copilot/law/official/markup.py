"""A published page as a tree of our own: read safely, without comments, scripts and parser quirks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree, html

from copilot.errors import CorpusError
from copilot.law.official.unit import plain

LARGEST_FILE = 64 * 1024 * 1024
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_END_OF_PAGE = re.compile(rb"</html\s*>", re.IGNORECASE)
_PREFIX = "oj-"
_INLINE = frozenset({"a", "b", "br", "em", "i", "img", "small", "span", "strong", "sub", "sup", "u"})
_NOTE_TARGETS = ("#E", "#nt")
_RAISED = frozenset({"sup", "super", "superscript"})
_NOTE = "\x00"
_NOTE_MARK = re.compile(rf"\s*\(\s*{_NOTE}\s*\)|\s*{_NOTE}")
_REPEALED = re.compile(r"[—–-]{2,}")
_AMENDMENT_ARROWS = re.compile(r"►[A-Z]\d*|◄")
_DOWNLOAD_AGAIN = "Download the file again from the publisher and leave it as it is."


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a page with its text and elements in their order."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Element | str, ...]

    @property
    def id(self) -> str:
        """The ``id``, or nothing."""
        return self.attributes.get("id", "")

    @property
    def classes(self) -> frozenset[str]:
        """The classes; the Official Journal's older and newer names (``oj-ti-art``) are one."""
        return frozenset(name.removeprefix(_PREFIX) for name in self.attributes.get("class", "").split())

    @property
    def inline(self) -> bool:
        """Whether this stands in a line of text, rather than being a block of its own."""
        return self.tag in _INLINE

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements right below."""
        return tuple(child for child in self.children if isinstance(child, Element))

    @property
    def text(self) -> str:
        """All text in it as one plain line, without references to footnotes."""
        return line_of(self.children)


def line_of(pieces: tuple[Element | str, ...]) -> str:
    """Write the pieces of a line as plain text, raised figures as ``10^25``, rules of dashes as nothing."""
    raw = "".join(_raw(piece) for piece in pieces)
    line = plain(_AMENDMENT_ARROWS.sub("", _NOTE_MARK.sub("", raw)))
    return "" if _REPEALED.fullmatch(line) else line


def read_page(data: bytes, file: str) -> Element:
    """Read the page in a file; an error says why it is not one."""
    if len(data) > LARGEST_FILE:
        raise _fault(f"the file has more than {LARGEST_FILE} bytes", file)
    if _ENTITY.search(data):
        raise _fault("the file declares entities, which no published text does", file)
    if not _END_OF_PAGE.search(data[-4096:]):
        raise _fault("the file is not a whole page: its end is missing", file)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return _element(html.document_fromstring(data, parser=parser))
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise _fault(f"the file cannot be read as a page: {error}", file) from error


def _element(node: etree._Element) -> Element:
    children: list[Element | str] = [node.text] if node.text else []
    for child in node:
        if isinstance(child.tag, str):
            children.append(_element(child))
        if child.tail:
            children.append(child.tail)
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    return Element(str(node.tag), attributes, tuple(children))


def _raw(piece: Element | str) -> str:
    if isinstance(piece, str):
        return piece
    if piece.tag in {"script", "style"}:
        return ""
    if piece.attributes.get("href", "").startswith(_NOTE_TARGETS):
        return _NOTE
    inner = "".join(_raw(child) for child in piece.children)
    if piece.tag == "br":
        return " "
    if _RAISED & {piece.tag, *piece.classes} and inner.strip():
        return f"^{inner.strip()}"
    return inner if piece.inline else f" {inner} "


def _fault(message: str, file: str) -> CorpusError:
    return CorpusError(message, remedy=_DOWNLOAD_AGAIN, file=file)
