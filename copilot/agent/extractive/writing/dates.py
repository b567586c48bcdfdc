"""From when something applies: to the case that is asked about, and on the day it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.extractive.passage import Piece, passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.result import Result
from copilot.agent.extractive.saying import heading, pieces_said, said
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.writing.general import best_pieces
from copilot.agent.wire import Declined
from copilot.grounding import Draft

_OLDER = re.compile(r"placed on the market before|changed significantly|public authorities|large-scale IT")
_ASKS_OLDER = re.compile(
    r"\b(?:legacy|already (?:on the market|in use|sold|running)|older|old systems?|before \d|existing"
    r"|placed (?:on the market )?before|grandfather\w*|transition\w*|public authorit\w+)\b",
    re.IGNORECASE,
)
_ROUTES = {"annex iii": "high-risk under Annex III", "annex i": "high-risk under Annex I"}
_STANDS = re.compile(r"on \d{1,2} \w+ \d{4} it (?:applies no longer|applies|does not apply yet)")
_DISPUTED = "One of several readings"


def dates(asked: Asked, seen: Seen) -> Iterator[Draft | Declined]:
    """The dates of what is asked about, what they rest on, and what holds for older systems."""
    results = seen.results("dates_of_application")
    if not results:
        yield from pieces_said(best_pieces(asked, seen)[:4])
        return
    yield heading("In short:")
    yield from _clauses(asked, results[0], most=3)
    bases = tuple(_bases(asked, seen, results[0]))
    if bases:
        yield heading("The basis is:")
    yield from pieces_said(bases[:4])


def dated(asked: Asked, seen: Seen, most: int = 2) -> Iterator[Draft]:
    """The dates below an answer of another kind: the first ones only."""
    for result in seen.results("dates_of_application"):
        yield heading("Dates:")
        yield from _clauses(asked, result, most=most)


def _bases(asked: Asked, seen: Seen, result: Result) -> Iterator[Piece]:
    """The provisions that give the dates said, those for the case asked about alone."""
    said_here = {step.provision for step in result.steps if _is_of_case(asked, step.question)}
    for passage in passages_of(seen.provisions):
        for piece in passage.pieces:
            if piece.source.id in said_here or any(source.id in said_here for source, _ in piece.quotes):
                yield piece


def _clauses(asked: Asked, result: Result, *, most: int) -> Iterator[Draft]:
    """The clauses of the verdict for the case asked about, each with its reading, then how things stand on the day."""
    first = result.clauses[0]
    wanted = [clause for clause in result.clauses if _is_of_case(asked, clause)] or [first]
    start, applies, _ = first.partition(" applies ")
    _, comma, name = start.partition(", ")
    readings = [step.matters if step.matters.startswith(_DISPUTED) else "" for step in result.steps]
    for clause in wanted[:most]:
        if clause == first or not (applies and comma):
            yield said(result, clause)
        else:
            yield said(result, f"{start if clause == wanted[0] else name}{applies}".strip(), clause)
        reading = readings[result.clauses.index(clause)] if len(readings) == len(result.clauses) else ""
        if reading:
            yield said(result, reading)
    stands = {match[0] for step in result.steps for match in [_STANDS.search(step.found)] if match}
    if len(stands) == 1:
        yield said(result, stands.pop())


def _is_of_case(asked: Asked, clause: str) -> bool:
    """Whether a clause speaks of the annex and of the systems, older or newer, that the question is about."""
    routes = [route for annex, route in _ROUTES.items() if re.search(rf"\b{annex}\b", asked.text.lower())]
    if (
        routes
        and "high-risk under" in clause
        and not any(re.search(rf"{route}\b", clause) for route in routes)
    ):
        return False
    return bool(_ASKS_OLDER.search(asked.text)) or not _OLDER.search(clause)
