"""From what was brought to an answer: the writer for its kind, or that there is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from copilot.agent.extractive.answerable import answers
from copilot.agent.extractive.cues import Kind
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.writing.changes import changes
from copilot.agent.extractive.writing.clocks import deadlines
from copilot.agent.extractive.writing.dates import dated, dates
from copilot.agent.extractive.writing.definition import definition
from copilot.agent.extractive.writing.described import class_of, duties_for, places_for
from copilot.agent.extractive.writing.fines import fine
from copilot.agent.extractive.writing.frameworks import counterparts, gap
from copilot.agent.extractive.writing.general import best_pieces, detailed
from copilot.agent.extractive.writing.policy import policy_and_law
from copilot.agent.extractive.writing.role import role
from copilot.agent.extractive.writing.text import text
from copilot.agent.wire import Declined
from copilot.grounding import Draft

Written = Iterator[Draft | Declined]


def written_answer(asked: Asked, seen: Seen) -> Written:
    """The statements of an answer, or that there is none."""
    if asked.kind != "deadline" and not answers(asked, seen):
        yield "no_source"
        return
    yield from _WRITERS.get(asked.kind, _general)(asked, seen)


def _general(asked: Asked, seen: Seen) -> Written:
    if asked.about_policy:
        yield from policy_and_law(asked, seen)
        return
    yield from detailed(best_pieces(asked, seen))
    yield from dated(asked, seen)


def _or_general(tool: str, writer: Callable[[Asked, Seen], Written]) -> Callable[[Asked, Seen], Written]:
    """A writer of a tool's result, or the general one where the tool gave none."""
    return lambda asked, seen: (writer if seen.results(tool) else _general)(asked, seen)


_WRITERS: Mapping[Kind, Callable[[Asked, Seen], Written]] = {
    "changes": _or_general("compare_wordings", lambda _asked, seen: changes(seen)),
    "gap": _or_general("framework_gap", lambda _asked, seen: gap(seen)),
    "counterparts": _or_general("counterparts", lambda _asked, seen: counterparts(seen)),
    "jurisdictions": _or_general("jurisdictions_of", places_for),
    "fine": _or_general("fine_limit", lambda _asked, seen: fine(seen)),
    "class": _or_general("classify_ai_system", class_of),
    "owed": _or_general("duties_of", duties_for),
    "dates": dates,
    "deadline": lambda _asked, seen: deadlines(seen),
    "definition": definition,
    "role": role,
    "text": text,
}
