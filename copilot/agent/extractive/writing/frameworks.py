"""What frameworks have in common, and what is left between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.extractive.saying import (
    FRAMEWORK_NAMES,
    heading,
    pinpoint_of,
    question_said,
    questions_of,
    said,
)
from copilot.agent.extractive.seen import Seen
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_MOST_LEFT, _MOST_BESIDE, _MOST_QUESTIONS = 9, 4, 3
_BELONGS = re.compile(r"What belongs to (?P<unit>\S+) in (?P<framework>\S+)\?")


def gap(seen: Seen) -> Iterator[Draft | Declined]:
    """How much is covered, what is not at all and why, what a report or a certificate does not show."""
    result = seen.results("framework_gap")[0]
    yield heading("In short:")
    yield said(result, result.verdict, text=_in_words(result.verdict))
    left = [step for step in result.steps if step.found.startswith("not at all")]
    shown = [step for step in result.steps if step.found.startswith("no,")]
    for step in (*left[:_MOST_LEFT], *shown):
        yield question_said(result, step.question)
        if step in shown:
            yield said(result, step.found)
        yield said(result, step.matters)
    yield from questions_of(result, _MOST_QUESTIONS)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def counterparts(seen: Seen) -> Iterator[Draft | Declined]:
    """What belongs to a provision elsewhere, the closest of each framework first, and what that does not show."""
    result = seen.results("counterparts")[0]
    yield heading("In short:")
    yield said(result, result.verdict, text=_in_words(result.verdict))
    told: dict[str, int] = {}
    for step in result.steps:
        belongs = _BELONGS.fullmatch(step.question)
        framework = belongs["framework"] if belongs else ""
        told[framework] = told.get(framework, 0) + 1
        if belongs and told[framework] <= _MOST_BESIDE:
            unit = pinpoint_of(seen, belongs["unit"])
            yield said(
                result, step.found, step.matters, text=f"{unit}: {step.found}; {_lowered(step.matters)}"
            )
        elif step.found.startswith("no,"):
            yield question_said(result, step.question)
            yield said(result, step.found)


def _in_words(verdict: str) -> str:
    """A verdict with the names of the frameworks in the place of their ids."""
    for framework, name in FRAMEWORK_NAMES.items():
        verdict = verdict.replace(framework, name)
    return verdict
