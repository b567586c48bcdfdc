"""From the tree of a published text to units: the rules of ``docs/corpus-format.md``, for every format.

A parser of a markup says only what stands in what, as ``Block`` and ``Part``. Which id each of them
gets is decided here, so that XHTML, Formex and the digest name the same unit alike::

    units((
        Part("Article 6", title="Rules", content=(
            Part("1.", (Block("Both of these hold:"), Part("(a)", (Block("..."),)))),
        )),
    ))
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from copilot.errors import CorpusError
from copilot.law.labels import segment_of

Content = tuple["Block | Part", ...]

_ARTICLE = "art-"
_REPORT = "Report the file: the importer does not know this way of numbering."
_SPACES = re.compile(r"\s+")
_HYPHENS_AND_INVISIBLE = str.maketrans(
    {"\u2010": "-", "\u2011": "-"} | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_LEFT_BY_MARKUP = re.compile(r" (?=[,;.](?: |$))")
_INDENT = re.compile(r"[—–―•·-]")
_SECTION_LETTER = re.compile(r"[A-Z]|[IVX]+")
_END_OF_SENTENCE = re.compile(r"[;.,]+(?: and| or)?")
_QUOTATION_MARKS = "‘“’”'\""


def plain(text: str) -> str:
    """Write a line with ordinary spaces and hyphens; its quotation marks stay as published."""
    words = _SPACES.sub(" ", text.translate(_HYPHENS_AND_INVISIBLE)).strip()
    return _LEFT_BY_MARKUP.sub("", words)


@dataclass(frozen=True, slots=True)
class OfficialUnit:
    """One unit of a published text; ``path`` holds the segments of its id below the instrument."""

    path: tuple[str, ...]
    title: str
    text: str
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text, already ``plain``; the lines of a table or a quotation are kept apart.

    ``quoted`` text, which an amending act puts into another act, makes no units of its own: it belongs
    to the block that introduces it.
    """

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a marker as printed: ``Article 6``, ``1.``, ``(a)``, or a dash for an indent.

    A part without a marker is a heading (a chapter, a section): no unit, but on the way down to them.
    """

    marker: str
    content: Content = ()
    title: str = ""


def units(content: Iterable[Block | Part]) -> tuple[OfficialUnit, ...]:
    """Number the units of a whole text, in its order."""
    return tuple(_Numbering((), "").units_of(tuple(content), ()))


def units_of_act(content: Iterable[Block | Part], file: str) -> tuple[OfficialUnit, ...]:
    """Number the units of an act; an error says that the file holds none, or two under one id."""
    try:
        found = units(content)
    except ValueError as error:
        raise CorpusError(f"a number cannot be read: {error}", remedy=_REPORT, file=file) from error
    if not any(unit.path[0].startswith(_ARTICLE) for unit in found):
        raise CorpusError(
            "no article was found in the file",
            remedy="Give it the file of one act, as the publisher offers it for download.",
            file=file,
        )
    twice = [path for path, times in Counter(unit.path for unit in found).items() if times > 1]
    if twice:
        raise CorpusError(
            f"two units of the text would be {'/'.join(twice[0])}",
            remedy=_REPORT,
            file=file,
        )
    return found


@dataclass(slots=True)
class _Numbering:
    """Numbers what stands in one unit; ``last_block`` is the subparagraph that introduces a list."""

    path: tuple[str, ...]
    segment: str
    blocks: int = 1
    indents: int = 0
    markers: set[str] = field(default_factory=set)
    last_block: tuple[str, ...] | None = None

    def units_of(self, content: Content, headings: tuple[str, ...]) -> Iterator[OfficialUnit]:
        for _, run in groupby(content, key=_kind):
            items = tuple(run)
            for block in (item for item in items if isinstance(item, Block)):
                self.blocks += 1
                self.last_block = (*self.path, f"sub-{self.blocks}")
                yield OfficialUnit(self.last_block, "", block.text, headings)
            parts = [item for item in items if isinstance(item, Part)]
            if parts and parts[0].marker:
                yield from self._list(parts, headings)
            else:
                for part in parts:
                    yield from self.units_of(part.content, (*headings, part.title))

    def _list(self, parts: Sequence[Part], headings: tuple[str, ...]) -> Iterator[OfficialUnit]:
        """A list; its points hang under the subparagraph before it where their markers are taken."""
        segments = [self._segment(part) for part in parts]
        taken = not self.markers.isdisjoint(segments)
        home = self.last_block if taken and self.last_block else self.path
        self.markers.update(segments)
        for part, segment in zip(parts, segments, strict=True):
            beside = home[:-1] if segment.startswith(f"{self.segment}.") else home
            yield from _unit(part, (*beside, segment), headings)

    def _segment(self, part: Part) -> str:
        if _INDENT.fullmatch(part.marker):
            self.indents += 1
            return f"i{self.indents}"
        marker = part.marker.strip(_QUOTATION_MARKS).rstrip(".")
        if part.title and _SECTION_LETTER.fullmatch(marker):
            return segment_of(f"Section {marker}")
        return segment_of(marker)


def _unit(part: Part, path: tuple[str, ...], headings: tuple[str, ...]) -> Iterator[OfficialUnit]:
    """A part and what stands in it; its first block of text is its own, and an empty one is repealed."""
    if not part.title and not part.content:
        return
    content = _sentences(part.content)
    own = next((item for item in content if isinstance(item, Block)), None)
    yield OfficialUnit(path, part.title, own.text if own else "", headings)
    below = (*headings, f"{part.marker.rstrip('.')} · {part.title}") if part.title else headings
    rest = tuple(item for item in content if item is not own)
    yield from _Numbering(path, path[-1]).units_of(rest, below)


def _sentences(content: Content) -> Content:
    """Quotations and a punctuation mark left over after one, put back behind the text before them."""
    joined: list[Block | Part] = []
    for item in content:
        before = joined[-1] if joined else None
        if isinstance(item, Block) and isinstance(before, Block):
            if item.quoted:
                joined[-1] = replace(before, text=f"{before.text}\n{item.text}")
                continue
            if _END_OF_SENTENCE.fullmatch(item.text):
                joined[-1] = replace(before, text=before.text + item.text)
                continue
        joined.append(item)
    return tuple(joined)


def _kind(item: Block | Part) -> str:
    if isinstance(item, Block):
        return "block"
    if not item.marker:
        return "heading"
    return "section" if item.title else "list"
