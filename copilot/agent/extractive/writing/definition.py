"""What a term means: the definition, and what the law does with the term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copilot.agent.extractive.passage import Piece, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.relevance import Ranked, ranked
from copilot.agent.extractive.saying import heading, pieces_said
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.words import covered, stems
from copilot.agent.extractive.writing.dates import dated
from copilot.agent.extractive.writing.general import best_pieces, detailed
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_TERM = r"[‘'“\"]?(?P<term>[^’'”\".;:]{2,80}?)[’'”\"]?(?:,? or [‘'“\"][^’'”\"]+[’'”\"])?"
_MEANS = re.compile(
    rf"^(?:(?:For|In) this Regulation, )?(?:an? |the )?{_TERM}(?:, (?:in|for) this Regulation,)? "
    r"(?:means?|shall mean|comprises?|shall comprise|covers|shall cover|is an?|are)\b",
    re.IGNORECASE,
)
_MOST, _MOST_POINTS = 3, 8
_AS_GOOD = 0.05


def definition(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The definitions of the term asked for, the best first; else what the provisions found say of it."""
    found = [
        (covered(asked.own_words, stems(means["term"])) - 0.1 * len(stems(means["term"])), one)
        for one in ranked(asked, passages_of(seen.found))
        if (means := _defines(one.piece))
    ]
    found = sorted((pair for pair in found if pair[0] > 0.2), key=lambda pair: -round(pair[0], 6))
    if not found:
        yield from detailed(best_pieces(asked, seen))
        yield from dated(asked, seen)
        return
    best = found[0][0]
    yield heading("In short:")
    kept = [one for score, one in found[:_MOST] if score >= best - _AS_GOOD]
    pieces = [piece for one in kept for piece in _with_points(one)]
    yield from pieces_said(list(dict.fromkeys(pieces)))


def _defines(piece: Piece) -> re.Match[str] | None:
    """The term that a piece defines, in its own words or in those that introduce its list."""
    own = _MEANS.search(piece.quotes[-1][1])
    return own or (_MEANS.search(piece.lead[1]) if piece.is_point else None)


def _with_points(one: Ranked) -> list[Piece]:
    """The definition by itself, without those that stand before it; one that is a list with all its points."""
    if not one.piece.is_point or _MEANS.search(one.piece.quotes[-1][1]):
        return [replace(one.piece, quotes=one.piece.quotes[-1:])]
    return [piece for piece in one.passage.pieces if piece.is_point and piece.lead == one.piece.lead][
        :_MOST_POINTS
    ]
