"""How high a fine can be, by whom, and what that depends on."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.agent.extractive.passage import passages_of
from copilot.agent.extractive.saying import (
    heading,
    pieces_said,
    pinpoint_of,
    question_said,
    questions_of,
    said,
)
from copilot.agent.extractive.seen import Seen
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_TELLING = ("Which counts", "Who imposes", "Can national law")
_MOST_OF_BASIS, _MOST_QUESTIONS = 3, 4


def fine(seen: Seen) -> Iterator[Draft | Declined]:
    """The verdict, which of sum and share counts, the provision itself, and what would have to be known."""
    result = seen.results("fine_limit")[0]
    yield heading("In short:")
    yield from (said(result, clause) for clause in result.clauses)
    for step in result.steps:
        if step.question.startswith(_TELLING):
            yield question_said(result, step.question)
            yield said(result, step.found, pinpoint=pinpoint_of(seen, step.provision))
    brought = [
        source for call in seen.called("fine_limit") for source in call.sources if not source.is_result
    ]
    pieces = [piece for passage in passages_of(brought) for piece in passage.pieces]
    if pieces:
        yield heading("The basis is:")
    yield from pieces_said(pieces[:_MOST_OF_BASIS])
    yield from questions_of(result, _MOST_QUESTIONS)
