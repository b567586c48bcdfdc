"""An answer as the text of a message: statements with numbered notes, then what the numbers stand for.

Front ends show it as Markdown. A bracket or an angle in a text is escaped, so that no text can bring a link, a picture
or a note of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from api.openai_door.annotation import Annotation, address, annotation, title
from api.shapes.answer import CitationBody, Numbered, StatementBody
from copilot.agent.events import Done, Noticed, Refused, Shown
from copilot.grounding import Answer, Refusal
from copilot.law import Corpus

_MARKUP = re.compile(r"[\[\]<`]")
_FREELY = "checked: worded freely; every check that gates holds."


@dataclass(frozen=True, slots=True)
class Piece:
    """The next part of the text, and the annotations in it."""

    text: str
    annotations: tuple[Annotation, ...] = ()


class Writing:
    """Grows event by event; streamed or whole, an answer has the same text."""

    def __init__(self, corpus: Corpus, as_of: date, base: str) -> None:
        self._numbered = Numbered(corpus, as_of)
        self._as_of, self._base = as_of, base
        self._notes: dict[int, CitationBody] = {}
        self._written = 0
        self._annotated = 0

    def piece(self, event: object) -> Piece | None:
        """What an event adds to the text; none where it adds nothing."""
        match event:
            case Shown():
                return self._stated(self._numbered.statement(event.statement, event.results))
            case Noticed():
                return self._next(plain(event.notice))
            case Refused():
                return self._next(refused(event.refusal))
            case Done():
                return self._next("\n\n".join(self._ending(event.answer)))
            case _:
                return None

    def whole(self, answer: Answer) -> Piece:
        """All of an answer at once."""
        results = answer.evidence.results
        events: list[object] = [Noticed(notice) for notice in answer.notices]
        events += [Shown(statement, results) for statement in answer.statements]
        events += [Refused(answer.refusal)] if answer.refusal else []
        pieces = [piece for event in (*events, Done(answer)) if (piece := self.piece(event))]
        annotations = tuple(one for piece in pieces for one in piece.annotations)
        return Piece("".join(piece.text for piece in pieces), annotations)

    def _stated(self, statement: StatementBody) -> Piece:
        """A statement, with the numbers of its notes behind it."""
        cited = {citation.number: citation for citation in statement.citations}
        self._notes |= cited
        says, notes = plain(statement.text), "".join(f"[{number}]" for number in cited)
        start = self._written + len(self._gap())
        end = start + len(says) + len(" ")
        annotations: list[Annotation] = []
        for number, citation in cited.items():
            begins, end = end, end + len(f"[{number}]")
            annotations.append(
                annotation(
                    citation,
                    statement,
                    index=self._annotated + len(annotations),
                    note=(begins, end),
                    says=(start, start + len(says)),
                    as_of=self._as_of,
                    base=self._base,
                )
            )
        self._annotated += len(annotations)
        return self._next((f"{says} {notes}" if notes else says) + _grade(statement), annotations)

    def _ending(self, answer: Answer) -> Iterator[str]:
        if self._notes:
            yield "**Sources**"
        for number, citation in self._notes.items():
            yield self._note(number, citation)
        yield f"As of {answer.as_of}. Record {answer.sequence}."
        if answer.dropped:
            yield f"Statements left out since they did not hold: {answer.dropped}."
        if any(statement.check.grade == "checked" for statement in answer.statements):
            yield _FREELY

    def _note(self, number: int, citation: CitationBody) -> str:
        layer = f" ({citation.layer})" if citation.layer else ""
        named = plain(title(citation))
        link = f"[{named}]({address(citation, self._base, self._as_of)})" if citation.url else named
        return f"[{number}] {link}{layer}: “{plain(citation.quote)}”"

    def _next(self, text: str, annotations: Sequence[Annotation] = ()) -> Piece:
        piece = Piece(self._gap() + text, tuple(annotations))
        self._written += len(piece.text)
        return piece

    def _gap(self) -> str:
        return "\n\n" if self._written else ""


def refused(refusal: Refusal) -> str:
    """Why there is no answer, and what would settle it, as text."""
    kind = "Conflict" if refusal.kind == "conflict" else f"No answer ({refusal.kind.replace('_', ' ')})"
    nearest = f"\n\nNearest: {', '.join(map(str, refusal.nearest))}" if refusal.nearest else ""
    return f"{kind}. {plain(refusal.reason)}\n\n{plain(refusal.settled_by)}{nearest}"


def plain(text: str) -> str:
    """Text that stays text where Markdown is shown."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _grade(statement: StatementBody) -> str:
    freely = " (checked)" if statement.grade == "checked" else ""
    return freely + "".join(f"\n(look at: {plain(mark)})" for mark in statement.marks)
