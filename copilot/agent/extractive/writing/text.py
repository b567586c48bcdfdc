"""What a provision says that is named: its sentences in their order, and from when it applies."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.agent.extractive.passage import Piece, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.relevance import shares
from copilot.agent.extractive.saying import pieces_said
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.writing.dates import dated
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_MOST = 9


def text(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The unit that is named; of a long one each paragraph's first words, or what is asked about."""
    read = [source for call in seen.called("read_provision") for source in call.sources]
    held = [source for source in read or seen.provisions if any(unit.is_of(source) for unit in asked.units)]
    if not held:
        yield "no_source"
        return
    passages = passages_of(held)
    pieces = [piece for passage in passages for piece in passage.pieces]
    if len(pieces) > _MOST:
        firsts = [passage.pieces[0] for passage in passages if passage.pieces]
        pieces = _best(asked, pieces if len(firsts) < 2 else firsts)
    yield from pieces_said(pieces)
    yield from dated(asked, seen)


def _best(asked: Asked, pieces: list[Piece]) -> list[Piece]:
    order = sorted(
        range(len(pieces)), key=lambda place: (-round(shares(asked, pieces[place].text), 6), place)
    )
    return [pieces[place] for place in sorted(order[:_MOST])]
