"""What is due until when; where nobody said since when, it is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.agent.extractive.passage import passages_of
from copilot.agent.extractive.saying import heading, pieces_said, question_said, questions_of, said
from copilot.agent.extractive.seen import Seen
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_UNTIL = "Until when: "
_MOST_DUTIES, _MOST_QUESTIONS = 4, 4


def deadlines(seen: Seen) -> Iterator[Draft | Declined]:
    """Each deadline with its moment, the provisions they rest on, and what would have to be known."""
    results = seen.results("deadlines_for")
    if not results:
        yield "missing_fact"
        return
    result = results[0]
    yield heading("In short:")
    for step in result.steps:
        if step.question.startswith(_UNTIL):
            yield question_said(result, step.question)
            yield said(result, step.found)
    pieces = [piece for passage in passages_of(seen.provisions) for piece in passage.pieces]
    if pieces:
        yield heading("The duties:")
    yield from pieces_said(pieces[:_MOST_DUTIES])
    yield from questions_of(result, _MOST_QUESTIONS)
