"""The words leaned on, found in the text they are from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from copilot.grounding import citable_text, find_quote
from copilot.law import Provision


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; ``marked`` where it is leaned on."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Leaned:
    """A wording and the sentences on its dates, in pieces; ``found`` says whether the words stand in them."""

    wording: tuple[Piece, ...]
    dates: tuple[Piece, ...]
    found: bool


def plainly(text: str) -> tuple[Piece, ...]:
    """A text none of which is marked."""
    return (Piece(text),) if text else ()


def marked_in(text: str, quote: str) -> tuple[Piece, ...]:
    """A text with a quote marked, where it stands in it."""
    found = find_quote(quote, text) if quote else None
    return tuple(_pieces(text, found.places if found else (), 0, len(text)))


def leaned_on(quote: str, wording: Provision, *, as_of: date) -> Leaned:
    """Where a quote stands in what may be quoted of a wording: its words, and from when it binds whom."""
    text = citable_text(wording, as_of=as_of)
    found = find_quote(quote, text) if quote else None
    places = found.places if found else ()
    ends = len(wording.text or wording.title)
    dates = tuple(_pieces(text, places, ends, len(text)))
    return Leaned(
        tuple(_pieces(text, places, 0, ends)),
        dates if any(piece.marked for piece in dates) else (),
        found is not None,
    )


def _pieces(text: str, places: tuple[tuple[int, int], ...], start: int, end: int) -> Iterator[Piece]:
    """What stands between two places of a text, cut where the marked words begin and end."""
    at = start
    for first, last in places:
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if at < first:
            yield Piece(text[at:first])
        yield Piece(text[first:last], marked=True)
        at = last
    if at < end:
        yield Piece(text[at:end])
