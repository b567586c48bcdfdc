"""The answer to a question of no special kind: what answers it best, what belongs to it, and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copilot.agent.extractive.passage import Passage, Piece, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.relevance import Ranked, ranked
from copilot.agent.extractive.saying import heading, pieces_said
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.source import Source
from copilot.agent.extractive.words import covered
from copilot.grounding import Draft

_EXCEPTS = re.compile(
    r"\b(?:not apply|not be required|does not cover|do not cover|unless|by way of derogation|exempt\w*|need not"
    r"|not required|not be considered|notwithstanding|financial institutions|Nor does|Neither)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\bpoints? (\(\w+\)(?:(?:, | and | or |, and )\(\w+\))*)")
_MOST_BESIDE, _MOST_OF_PASSAGE, _MOST_EXCEPTIONS = 3, 4, 2
_LEAST_SHARE, _LEAST_OF_ANOTHER_ACT, _LEAST_BESIDE_OWN = 0.62, 0.75, 0.5
_LEAST_OF_PASSAGE, _AS_WELL = 0.3, 0.8
_MOST_ALWAYS, _MOST_POINTS = 5, 8
_LONGEST = 180


def best_pieces(asked: Asked, seen: Seen) -> list[Piece]:
    """The pieces of an answer in their order: the best, what its paragraph and its article add, what others say."""
    passages = passages_of(seen.found or seen.provisions)
    pieces = list(ranked(asked, passages))
    if not pieces:
        return []
    best = _best(asked, pieces)
    first = _with_what_it_points_to(best)
    rest = _of_its_paragraph(asked, best)
    if best.piece.is_point:
        listed = [piece for piece in rest if piece.is_point and piece.lead == best.piece.lead]
        first = listed if best.piece in listed else first
    rest = [piece for piece in rest if piece not in first]
    excepted = _exceptions(best.piece, seen)
    beside = [
        one.piece
        for one in _others(best, pieces)
        if one.piece.source not in [piece.source for piece in excepted]
    ]
    return list(dict.fromkeys((*first, *rest, *excepted, *beside)))


def _best(asked: Asked, pieces: Sequence[Ranked]) -> Ranked:
    """The first that can be read at once; of the firm's own rules only where they are asked for."""
    short = [one for one in pieces if one.piece.length <= _LONGEST] or list(pieces)
    law = next((one for one in short if not one.piece.source.is_policy), short[0])
    own = asked.about_policy or asked.about_us or law.score < _LEAST_BESIDE_OWN * short[0].score
    return short[0] if own else law


def detailed(pieces: Sequence[Piece]) -> Iterator[Draft]:
    """The first as the short answer, with its list where it is of one; the others in detail."""
    if not pieces:
        return
    of_first = [
        piece for piece in pieces if piece == pieces[0] or (piece.is_point and piece.lead == pieces[0].lead)
    ]
    if (
        pieces[0].points_back is False
        and len(pieces) > 1
        and pieces[1].points_back
        and pieces[1].source == pieces[0].source
    ):
        of_first = list(pieces[:2])
    rest = [piece for piece in pieces if piece not in of_first]
    yield heading("In short:")
    yield from pieces_said(of_first)
    if rest:
        yield heading("In detail:")
    yield from pieces_said(rest)


def _with_what_it_points_to(best: Ranked) -> list[Piece]:
    """A piece, after the one before it in its paragraph where it is not understood without."""
    pieces = [best.piece]
    while pieces[0].points_back and pieces[0].place and len(pieces) < 3:
        pieces.insert(0, best.passage.pieces[pieces[0].place - 1])
    return pieces


def _of_its_paragraph(asked: Asked, best: Ranked) -> list[Piece]:
    """What the paragraph of the best piece adds: what shares words with the question, and what excepts from it."""
    kept = [
        piece for piece in best.passage.pieces if piece != best.piece and _adds(asked, piece, best.piece)
    ]
    kept = kept[:_MOST_OF_PASSAGE]
    leads = [piece.lead for piece in (best.piece, *kept) if piece.is_point]
    whole = [lead for lead in leads if _is_told_whole(best.passage, lead, among=leads)]
    return [
        piece for piece in best.passage.pieces if piece in kept or (piece.is_point and piece.lead in whole)
    ]


def _is_told_whole(passage: Passage, lead: tuple[Source, str], among: list[tuple[Source, str]]) -> bool:
    """Whether all points of a list are said: of a short one, and of a longer one where several are."""
    points = sum(piece.is_point and piece.lead == lead for piece in passage.pieces)
    return points <= (_MOST_POINTS if among.count(lead) > 1 else _MOST_ALWAYS)


def _adds(asked: Asked, piece: Piece, best: Piece) -> bool:
    shared = covered(asked.sought, piece.stems)
    if piece.is_point and best.is_point and piece.lead == best.lead:
        return covered(asked.sought, piece.own_stems) >= _AS_WELL * covered(asked.sought, best.own_stems)
    follows = piece.place == best.place + 1 and piece.source == best.source
    return follows or shared >= _LEAST_OF_PASSAGE or bool(_EXCEPTS.search(piece.text))


def _exceptions(best: Piece, seen: Seen) -> list[Piece]:
    """What other paragraphs of the same article except from that of the best piece, by its number."""
    segments = best.source.segments
    if len(segments) < 2 or not segments[1][:1].isdigit():
        return []
    names_it = re.compile(rf"\bparagraphs? (?:\d+[a-z]?(?:, | and | to ))*{segments[1]}\b", re.IGNORECASE)
    kept = [
        piece
        for passage in _paragraphs_beside(best, seen)
        for piece in passage.pieces
        if names_it.search(piece.text) and _EXCEPTS.search(piece.text) and piece.length <= _LONGEST
        if _concerns(best, piece)
    ]
    return kept[:_MOST_EXCEPTIONS]


def _concerns(best: Piece, exception: Piece) -> bool:
    """Whether an exception is not from other points alone than the one that is said."""
    named = _POINTS.findall(exception.text)
    return (
        not named
        or not best.is_point
        or any(f"({segment})" in "".join(named) for segment in best.source.segments)
    )


def _paragraphs_beside(best: Piece, seen: Seen) -> Iterator[Passage]:
    read = [source for call in seen.called("read_provision") for source in call.sources]
    for passage in passages_of(read):
        if passage.hit.act == best.source.act and passage.hit.segments[:2] != best.source.segments[:2]:
            yield passage


def _others(best: Ranked, pieces: Sequence[Ranked]) -> list[Ranked]:
    """The best pieces of other paragraphs, as long as they answer nearly as well and say something else."""
    kept: list[Ranked] = []
    for one in pieces:
        known = [best.passage, *(other.passage for other in kept)]
        least = _LEAST_SHARE if one.piece.source.act == best.piece.source.act else _LEAST_OF_ANOTHER_ACT
        if one.passage in known or one.score < least * best.score or one.piece.length > _LONGEST:
            continue
        if one.piece.points_back or any(_alike(one.piece, other.piece) for other in (best, *kept)):
            continue
        kept.append(one)
    return kept[:_MOST_BESIDE]


def _alike(one: Piece, other: Piece) -> bool:
    shared = len(one.stems & other.stems)
    return shared >= 0.7 * min(len(one.stems), len(other.stems))
