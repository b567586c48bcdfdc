"""What changed in a provision between two days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.extractive.result import ReadStep, Result
from copilot.agent.extractive.saying import heading, question_said, said
from copilot.agent.extractive.seen import Seen
from copilot.agent.wire import Declined
from copilot.grounding import Draft, sentences_in

_ASKED = re.compile(r"(?:How|From when) did .+ (?:read on|apply, by the law of) \d{1,2} \w+ \d{4}\?")
_FEWEST_WORDS = 4
_MOST_UNITS = 8


def changes(seen: Seen) -> Iterator[Draft | Declined]:
    """The verdict, then each unit as it read before and after; a bare title tells nothing and is left out."""
    result = seen.results("compare_wordings")[0]
    yield heading("In short:")
    yield said(result, result.verdict)
    steps = [step for step in result.steps if _ASKED.fullmatch(step.question)]
    telling = [step for step in steps if len(step.found.split()) > _FEWEST_WORDS]
    if telling:
        yield heading("In detail:")
    for step in telling[:_MOST_UNITS]:
        yield from _as_read(result, step)


def _as_read(result: Result, step: ReadStep) -> Iterator[Draft]:
    """How a unit read on a day, sentence by sentence; of its dates the first."""
    yield question_said(result, step.question)
    if "by the law of" in step.question:
        yield said(result, step.found.split("; ")[0])
        return
    yield from (said(result, sentence.text) for sentence in sentences_in(step.found))
