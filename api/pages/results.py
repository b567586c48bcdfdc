"""The result of a rule as people read it, with the words that an answer leans on marked where they stand first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from api.pages.turns import Place, named, tool_in_words
from api.pages.words import Piece, marked_in
from copilot.law import Corpus
from copilot.rules import ToolResult


@dataclass(frozen=True, slots=True)
class Line:
    """A question with what was found, or one that nobody answered; why it matters, and by which provision."""

    question: tuple[Piece, ...]
    found: tuple[Piece, ...]
    matters: tuple[Piece, ...]
    provision: Place | None = None


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What a rule worked out. ``apart`` are the words leaned on where they stand in no single line of it."""

    name: str
    result: ToolResult
    verdict: tuple[Piece, ...]
    steps: tuple[Line, ...]
    not_told: tuple[Line, ...]
    rests_on: tuple[Place, ...]
    apart: str


def worked_out(result: ToolResult, quote: str, corpus: Corpus) -> WorkedOut:
    """A result, read for the words of it that are leaned on; ``corpus`` says what its provisions are called."""
    left = [quote]
    shown = _marking_once(left)
    verdict = shown(result.verdict)
    steps = tuple(
        Line(shown(step.question), shown(step.found), shown(step.matters), named(step.provision, corpus))
        for step in result.steps
    )
    not_told = tuple(
        Line(shown(asked.question), (), shown(asked.matters)) for asked in result.open_questions
    )
    return WorkedOut(
        tool_in_words(result.tool),
        result,
        verdict,
        steps,
        not_told,
        tuple(named(cited, corpus) for cited in result.citations),
        "".join(left),
    )


def _marking_once(left: list[str]) -> Callable[[str], tuple[Piece, ...]]:
    """Marks a quote in the first line that has it; ``left`` is empty from then on."""

    def shown(line: str) -> tuple[Piece, ...]:
        pieces = marked_in(line, "".join(left))
        if any(piece.marked for piece in pieces):
            left.clear()
        return pieces

    return shown
