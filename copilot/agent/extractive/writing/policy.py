"""What the firm's policy says, and the law beside it: law binds, a stricter policy binds in addition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.extractive.cues import cue
from copilot.agent.extractive.passage import Piece, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.relevance import Ranked, ranked
from copilot.agent.extractive.saying import heading, pieces_said
from copilot.agent.extractive.seen import Seen
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_DIFFERS = re.compile(r"\b(?:stricter|looser|longer|shorter|earlier|narrower|wider) than\b")
_NUMBER = re.compile(r"\b\d+(?:[.,]\d+)?\b ?(?:%|days?|hours?|months?|years?|calendar|business)")
_COMPARES = cue("stricter", "looser", "stronger", "weaker", "more lenient", "than the law", r"differ\w*")
_SAYS_SO = 1.0
_LEAST_SHARE = 0.6
_LONGEST, _MOST_UNITS, _MOST = 130, 4, 6


def policy_and_law(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The policy first where it is asked for; then the law; and that they differ, where they do."""
    pieces = [one for one in ranked(asked, passages_of(seen.found)) if one.piece.length <= _LONGEST]
    policy = _best(
        sorted((one for one in pieces if one.piece.source.is_policy), key=lambda one: -_weight(asked, one))
    )
    law = _best([one for one in pieces if not one.piece.source.is_policy]) if asked.about_both else []
    if not policy:
        yield "no_source"
        return
    yield heading("In short:")
    yield from pieces_said(policy)
    if law:
        yield heading("Further:")
    yield from pieces_said(law)
    if policy and law and _differ(policy, law):
        yield "conflict"


def _weight(asked: Asked, one: Ranked) -> float:
    """The score of a piece; where it is asked whether a policy is stricter, of what says so a higher one."""
    compared = _COMPARES.search(asked.text) and any(_DIFFERS.search(piece.text) for piece in _of_unit(one))
    return one.score + (_SAYS_SO if compared else 0.0)


def _of_unit(one: Ranked) -> list[Piece]:
    return [piece for piece in one.passage.pieces if piece.source == one.piece.source]


def _best(pieces: list[Ranked]) -> list[Piece]:
    """The best pieces of a side; with a sentence that points back goes the one before it."""
    kept = (
        [one for one in pieces if one.score >= _LEAST_SHARE * pieces[0].score][:_MOST_UNITS]
        if pieces
        else []
    )
    units = {one.piece.source.id for one in kept}
    whole = [one.piece for one in pieces if one.piece.source.id in units]
    return sorted(whole, key=lambda piece: (kept_order(piece, kept), piece.place))[:_MOST]


def kept_order(piece: Piece, kept: list[Ranked]) -> int:
    """In which place the unit of a piece was found."""
    return next(place for place, one in enumerate(kept) if one.piece.source.id == piece.source.id)


def _differ(policy: list[Piece], law: list[Piece]) -> bool:
    """Whether the policy says so itself, or both give figures and not the same."""
    if any(_DIFFERS.search(piece.text) for piece in policy):
        return True
    ours, theirs = (
        {number for piece in side for number in _NUMBER.findall(piece.text)}
        for side in (policy[:1], law[:1])
    )
    return bool(ours and theirs and not ours & theirs)
