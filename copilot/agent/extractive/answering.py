"""From what was brought to the lines of an answer, in the form in which every model writes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.repair import in_plain_words
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.writing import written_answer
from copilot.agent.wire import Declined, written
from copilot.grounding import Draft


def lines(asked: Asked, seen: Seen) -> Iterator[str]:
    """The answer, one JSON object a line."""
    if seen.to_repair is not None:
        yield from (written(draft) for draft in in_plain_words(seen.written, seen.to_repair))
        return
    told: set[str] = set()
    for said in written_answer(asked, seen):
        if not isinstance(said, Draft):
            yield declined(said)
        elif said.text not in told:
            told.add(said.text)
            yield written(said)


def declined(kind: Declined) -> str:
    """A refusal as a model writes it."""
    return json.dumps({"refuse": kind}) + "\n"
