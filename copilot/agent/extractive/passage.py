"""A paragraph with its points, and the pieces of it that can be said by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from copilot.agent.extractive.source import Source
from copilot.agent.extractive.words import stems

MOST_WORDS_OF_A_LIST = 95
"""A list that is longer is not said in one sentence, but point by point."""

_MOST_CITED = 12
_POINTS_BACK = re.compile(
    r"(?:This|That|These|Those|It|They|Such|In doing so|To (?:this|that) end|For (?:this|that) purpose"
    r"|In (?:that|any|such|these|either|both) (?:an? )?(?:case|cases|event)"
    r"|The (?:same|first subparagraph|obligation|latter|former|report|exemption)"
    r"|Accordingly|Its|Their|If so|However|Neither|Nor|He or she|Even then|Otherwise)\b"
)
_DIVISIONS = ("sec-", "table-", "part-", "appendix-")


@dataclass(frozen=True)
class Piece:
    """Words that can be said by themselves: whole sentences, or what introduces a list with points of it.

    ``quotes`` are the words and the source of each; ``source`` is the unit the piece is cited by.
    """

    source: Source
    quotes: tuple[tuple[Source, str], ...]
    place: int = 0

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(stem for _, words in self.quotes for stem in stems(words))

    @cached_property
    def own_stems(self) -> frozenset[str]:
        """Those of its points alone where it is of a list, without the words that introduce it."""
        return frozenset(stem for _, words in self.quotes[1:] or self.quotes for stem in stems(words))

    @cached_property
    def text(self) -> str:
        """All its words."""
        return " ".join(words for _, words in self.quotes)

    @property
    def is_point(self) -> bool:
        """Whether it is one point of a list, or some."""
        return len(self.quotes) > 1

    @property
    def lead(self) -> tuple[Source, str]:
        """The words that introduce the list it is of, or its own first words."""
        return self.quotes[0]

    @property
    def points_back(self) -> bool:
        """Whether it is only understood after the sentence before it."""
        return not self.is_point and bool(_POINTS_BACK.match(self.quotes[0][1]))

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True)
class Passage:
    """The units of one paragraph that were brought, in the order of the text, and the one that was found."""

    units: tuple[Source, ...]
    hit: Source
    rank: int

    @property
    def top(self) -> Source:
        """The unit that all others stand in, or the first."""
        return min(self.units, key=lambda unit: len(unit.segments))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all that it says."""
        return frozenset(stem for unit in self.units for stem in stems(unit.wording))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What can be said of it, in the order of the text."""
        return tuple(Piece(piece.source, piece.quotes, place) for place, piece in enumerate(self._pieces()))

    def _pieces(self) -> Iterator[Piece]:
        for unit in self.units:
            if self._introducer(unit):
                continue
            for sentence in unit.sentences:
                if sentence.endswith(":"):
                    yield from self._list_of(unit, sentence)
                else:
                    yield Piece(unit, ((unit, sentence),))

    def _list_of(self, unit: Source, lead: str) -> Iterator[Piece]:
        """The list that a unit introduces: in one piece if it is short, else point by point."""
        points = [point for point in self.units if self._introducer(point) is unit]
        if not points:
            return
        whole = Piece(unit, ((unit, lead), *((point, point.wording) for point in points)))
        is_one = whole.length <= MOST_WORDS_OF_A_LIST and len(whole.quotes) <= _MOST_CITED
        if is_one and all(len(point.sentences) == 1 for point in points):
            yield whole
            return
        for point in _outermost(points):
            below = [other for other in points if other is not point and point.holds(other)]
            quotes = ((unit, lead), *((each, each.sentences[0]) for each in (point, *below)))
            yield Piece(point, quotes[:_MOST_CITED])
            yield from (
                Piece(each, ((each, more),)) for each in (point, *below) for more in each.sentences[1:]
            )

    def _introducer(self, unit: Source) -> Source | None:
        """The unit whose words lead to a point: the outermost it stands in, or a subparagraph beside it."""
        if not unit.segments or unit.segments[-1].startswith("sub-"):
            return None
        above = [
            other
            for other in self.units
            if other.leads_on
            and other is not unit
            and (_stands_in(unit, other) or _follows_on(unit, other))
        ]
        return min(
            above, key=lambda other: (not _stands_in(unit, other), len(other.segments)), default=None
        )


def _stands_in(unit: Source, other: Source) -> bool:
    """Whether a unit is a point of another, with no subparagraph between them."""
    between = unit.segments[len(other.segments) :]
    return (
        other.holds(unit) and bool(between) and not any(segment.startswith("sub-") for segment in between)
    )


def _follows_on(unit: Source, other: Source) -> bool:
    """Whether a point reads on from a subparagraph, whose points are numbered as those of the paragraph."""
    above = other.segments[:-1]
    return (
        other.segments[-1].startswith("sub-")
        and unit.act == other.act
        and len(unit.segments) > len(above)
        and unit.segments[: len(above)] == above
    )


def _outermost(points: list[Source]) -> Iterator[Source]:
    """The points that stand in no other."""
    for point in points:
        if not any(other is not point and other.holds(point) for other in points):
            yield point


def passages_of(found: Iterable[Source]) -> tuple[Passage, ...]:
    """The paragraphs that units belong to, in the order in which they were found."""
    grouped: dict[tuple[str, ...], list[Source]] = {}
    for source in found:
        grouped.setdefault(_paragraph(source), []).append(source)
    return tuple(
        Passage(tuple(sorted(units, key=lambda unit: _order(unit.segments))), units[0], rank)
        for rank, units in enumerate(grouped.values())
    )


def _paragraph(source: Source) -> tuple[str, ...]:
    """What a unit is grouped by: the paragraph of an article, the point of an annex, else the whole of it."""
    top, *below = source.segments or ("",)
    if top.startswith("art-"):
        return (
            source.act,
            top,
            *(below[:1] if below and below[0][:1].isdigit() and not _is_definition(source) else ()),
        )
    if top.startswith("anx-"):
        return (source.act, top, *below[: 2 if below and below[0].startswith(_DIVISIONS) else 1])
    return (source.act, top)


def _is_definition(source: Source) -> bool:
    """Whether a number is one of a list of definitions, rather than of a paragraph."""
    return source.wording[:1] in "‘'“" and " mean" in source.wording[:160]


_NUMBER = re.compile(r"(\d+)")


def _order(segments: tuple[str, ...]) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """The order of the text: 2 before 10, (b) before (ba), points before what follows the list."""
    return tuple(
        tuple(
            (1 if segment.startswith("sub-") else 0, int(part) if part.isdigit() else _roman(part), part)
            for part in _NUMBER.split(segment)
            if part
        )
        for segment in segments
    )


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _roman(part: str) -> int:
    return _ROMAN.index(part) + 1 if part in _ROMAN and len(part) > 1 else 0
