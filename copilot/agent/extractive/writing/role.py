"""What a role owes: the article in which its duties stand together, paragraph by paragraph, and from when."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.agent.extractive.passage import Piece, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.saying import heading, pieces_said
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.writing.dates import dated
from copilot.agent.extractive.writing.general import best_pieces, detailed
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_MOST = 12


def role(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The first words of each paragraph that lay something on the role, a short list with all its points."""
    read = [source for call in seen.called("read_provision") for source in call.sources]
    if not read or asked.role is None:
        yield from detailed(best_pieces(asked, seen))
        yield from dated(asked, seen)
        return
    yield heading("The duties are:")
    pieces = [piece for passage in passages_of(read) for piece in _owed(asked.role, passage.pieces)]
    yield from pieces_said(pieces[:_MOST])
    yield from dated(asked, seen)


def _owed(role: str, pieces: tuple[Piece, ...]) -> list[Piece]:
    """The first piece of a paragraph that names the role; of a list all its points."""
    first = next((piece for piece in pieces if role in piece.text.lower() and not piece.points_back), None)
    if first is None:
        return []
    return [
        piece
        for piece in pieces
        if piece == first or (first.is_point and piece.is_point and piece.lead == first.lead)
    ]
