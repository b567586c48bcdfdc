"""Which provisions and acts a text names, and the text without them, so that their numbers are no figures.

What ``copilot.law.references`` can resolve is known by its id. The rest (articles of acts that are not held,
chapters, sections) is known by its words, ``("article", "27")``: it has to stand in the source as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from copilot.errors import UnknownProvision
from copilot.grounding.plain import plain
from copilot.law import ProvisionId
from copilot.law.labels import roman
from copilot.law.references import InstrumentNames, parse
from copilot.law.references.tokens import tokenize

Numbered = tuple[str, str]
"""A unit by its words: ``("article", "4 1 a")`` for Article 4(1)(a)."""

_ID = re.compile(r"(?<![\w/])[a-z][a-z0-9-]*(?:/[a-z0-9]+(?:[.-][a-z0-9]+)*)+")
_HEADS = {
    "article": "articles?|arts?",
    "annex": "annex(?:es)?",
    "recital": "recitals?",
    "chapter": "chapters?",
    "section": "sections?|secs?|§§?",
    "paragraph": "paragraphs?|paras?|pars?",
    "point": "points?|pts?|subpoints?",
    "title": "titles?",
    "part": "parts?",
    "table": "tables?",
    "appendix": "appendix|appendices",
}
_MARKER = r"(?:\d{1,4}(?:\.\d{1,3})*[a-z]{0,2}(?![^\W_])|[ivx]+\b|\([a-z0-9]{1,4}\)|[a-d]\b(?![ ][a-z]))"
_JOINT = r"(?:,[ ]?(?:and|or)?|[ ](?:and|or|to|&)|[ ]?-)[ ]?"
_COUNTED = r"(?![ -]?(?:%|per|days?|weeks?|months?|years?|hours?|working|business|million|eur|percent))"
_NUMBERED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _HEADS.items())})\.?[ ]?"
    rf"(?P<numbers>{_MARKER}{_COUNTED}(?:[ ]?\([a-z0-9]{{1,4}}\))*"
    rf"(?:{_JOINT}{_MARKER}{_COUNTED}(?:\([a-z0-9]{{1,4}}\))*)*)"
)
_ONE_PATH = re.compile(r"[a-z0-9.]+(?:\([a-z0-9]+\))*|(?:\([a-z0-9]+\))+")
_BRACKETS = re.compile(r"[()]+")
_ORDINAL = re.compile(r"\b(?:first|second|third|fourth|fifth|last) (?=subparagraph|sentence|indent)")
_KIND_OF = {"art": "article", "anx": "annex", "rec": "recital", "sec": "section"}


@dataclass(frozen=True, slots=True)
class Named:
    """One provision a text names, and the words that do."""

    id: ProvisionId
    written: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names.

    ``acts`` are the instruments, ``numbered`` what is known by its words: of all the text in
    ``all_numbered``, else only of what could not be resolved. ``written`` are the numbers by which units are
    named, as often as they stand there, both ends of a range among them. ``rest`` is the text without any of
    it, in small letters.
    """

    provisions: tuple[Named, ...]
    acts: frozenset[str]
    numbered: frozenset[Numbered]
    all_numbered: frozenset[Numbered]
    written: tuple[str, ...]
    rest: str


@lru_cache(maxsize=4096)
def _mentions(text: str, names_of: _SameNames, within: ProvisionId | None) -> Mentions:
    names = names_of.names
    written = plain(text).text
    provisions = [Named(unit, words) for unit, words, _ in _ids(written, names)]
    blanks = [place for _, _, place in _ids(written, names)]
    for found in parse(written, names, within=within):
        if found.id.segments:
            provisions.append(Named(found.id, found.text))
        blanks.append((found.start, found.end))
    acts = set()
    for instrument, place in _acts(written, names):
        acts.add(instrument)
        blanks.append(place)
    rest = _blanked(written, blanks)
    numbered = frozenset(_numbered(rest.lower()))
    for match in _NUMBERED.finditer(rest.lower()):
        rest = _blanked(rest, [match.span()])
    return Mentions(
        tuple(provisions),
        frozenset(acts | {named.id.instrument for named in provisions}),
        numbered,
        frozenset(_numbered(written.lower())),
        tuple(_numbers(written.lower())),
        plain(rest).folded,
    )


def mentions_in(text: str, names: InstrumentNames, *, within: ProvisionId | None) -> Mentions:
    """What a text names, read from the provision in which it stands or which it cites."""
    return _mentions(text, _SameNames(names), within)


def numbered_as(unit: ProvisionId) -> Iterator[Numbered]:
    """By which words the steps of an id may be named: ``art-26/6`` as article 26(6) and paragraph 6."""
    below = " ".join(segment for segment in unit.segments[1:] if "-" not in segment)
    for depth, segment in enumerate(unit.segments):
        kind, _, number = segment.partition("-")
        if kind == "anx" and number.isdigit():
            yield "annex", roman(int(number)).lower()
        elif number:
            yield _KIND_OF.get(kind, kind), f"{number} {below}".strip() if not depth else number
        elif segment[0].isdigit():
            yield from ((kind, segment) for kind in ("paragraph", "section", "point"))
        elif depth:
            yield "point", segment


def is_numbered_in(numbered: Numbered, known: frozenset[Numbered]) -> bool:
    """Whether a unit is among those known by their words, or contains one."""
    kind, path = numbered
    return any(kind == other and (way == path or way.startswith(f"{path} ")) for other, way in known)


class _SameNames:
    """The names by identity, so that what was read with them can be kept: they hold mappings."""

    def __init__(self, names: InstrumentNames) -> None:
        self.names = names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameNames) and other.names is self.names

    def __hash__(self) -> int:
        return id(self.names)


def _ids(text: str, names: InstrumentNames) -> Iterator[tuple[ProvisionId, str, tuple[int, int]]]:
    """Provisions named by their id."""
    for match in _ID.finditer(text):
        try:
            unit = ProvisionId.parse(match[0])
        except UnknownProvision:
            continue
        if unit.instrument in names.kinds and unit.segments:
            yield unit, match[0], match.span()


def _acts(text: str, names: InstrumentNames) -> Iterator[tuple[str, tuple[int, int]]]:
    """Instruments named, wherever they stand."""
    tokens = tokenize(text)
    at = 0
    while at < len(tokens) - 1:
        name = names.find(tokens, at)
        last = at + (len(name.keys) if name else 1) - 1
        if name and name.stands_alone_as(text[tokens[at].start : tokens[last].end]):
            yield name.instrument, (tokens[at].start, tokens[last].end)
        at = last + 1


def _numbered(text: str) -> Iterator[Numbered]:
    for match in _NUMBERED.finditer(text):
        kind = next(kind for kind in _HEADS if match[kind])
        for path in _ONE_PATH.findall(match["numbers"]):
            if path not in ("and", "or", "to"):
                yield kind, _BRACKETS.sub(" ", path).strip()


def _numbers(text: str) -> Iterator[str]:
    for _, path in _numbered(text):
        yield from path.split()
    yield from (match[0] for match in _ORDINAL.finditer(text))


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    letters = list(text)
    for start, end in places:
        letters[start:end] = " " * (end - start)
    return "".join(letters)
