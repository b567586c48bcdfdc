"""An answer as it is sent: statements with numbered citations, a refusal, and where it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from api.shapes.tools import in_words
from copilot.grounding import Answer, Citation, Grade, Refusal, RefusalKind, Statement
from copilot.law import Corpus, Layer, ProvisionId, label_of
from copilot.rules import ToolResult


class CitationBody(BaseModel):
    """What a statement leans on. ``number`` is the note's; one source with the same words has one number."""

    number: int
    kind: Literal["provision", "tool"]
    source: str = Field(description="The id of the provision, or the name of a tool's result.")
    label: str = Field(description="What people write for it: `Art. 26(6)`, or the tool and its verdict.")
    act: str = Field(description="The act, framework or policy; empty for a tool's result.")
    layer: Layer | None = Field(
        description="Whose words the quote is: our digest's or the official text's."
    )
    quote: str
    places: list[tuple[int, int]] = Field(description="Where the quote stands in the text, [from, until).")
    url: str | None = Field(
        description="Where the provision can be read as of the day; none for a tool's result, or a text no longer held."
    )


class StatementBody(BaseModel):
    """One sentence that held, what it leans on, and how it was checked."""

    text: str
    grade: Grade
    marks: list[str] = Field(description="What to look at: checks that hold less than fully.")
    citations: list[CitationBody]


class RefusalBody(BaseModel):
    """Why there is no answer, and what would settle it."""

    kind: RefusalKind
    reason: str
    settled_by: str
    nearest: list[ProvisionId]


class AnswerBody(BaseModel):
    """The answer to one question as of one day; ``record`` is its entry in the ledger."""

    as_of: date
    conversation: str | None
    statements: list[StatementBody]
    refusal: RefusalBody | None
    dropped: int = Field(description="Statements that failed their check and are not shown.")
    notices: list[str]
    record: int
    fingerprint: str = Field(description="Names the index that was answered from.")


class Numbered:
    """Gives the citations of one answer their numbers, in the order in which they are met."""

    def __init__(self, corpus: Corpus, as_of: date) -> None:
        self._corpus, self._as_of = corpus, as_of
        self._numbers: dict[tuple[str, str], int] = {}

    def statement(self, statement: Statement, results: Sequence[ToolResult]) -> StatementBody:
        """One statement, numbered; ``results`` are those that ``tool:NAME/n`` counts."""
        return StatementBody(
            text=statement.text,
            grade=statement.check.grade,
            marks=[str(mark) for mark in statement.check.marks],
            citations=[self._citation(citation, results) for citation in statement.citations],
        )

    def answer(self, answer: Answer, conversation: str | None) -> AnswerBody:
        """The whole answer, numbered as its statements were."""
        return AnswerBody(
            as_of=answer.as_of,
            conversation=conversation,
            statements=[
                self.statement(statement, answer.evidence.results) for statement in answer.statements
            ],
            refusal=None if answer.refusal is None else refusal_body(answer.refusal),
            dropped=answer.dropped,
            notices=list(answer.notices),
            record=answer.sequence,
            fingerprint=answer.fingerprint,
        )

    def _citation(self, citation: Citation, results: Sequence[ToolResult]) -> CitationBody:
        source, quote = citation.source, citation.quote
        number = self._numbers.setdefault((str(source), quote), len(self._numbers) + 1)
        act, url = "", None
        if isinstance(source, ProvisionId):
            label = label_of(source.segments)
            held = self._corpus.instruments.get(source.instrument)
            act = held.short if held else source.instrument
            url = f"/v1/provisions/{source}?as_of={self._as_of}" if held else None
        else:
            label = in_words(results[int(source.rpartition("/")[2]) - 1])
        return CitationBody(
            number=number,
            kind="provision" if isinstance(source, ProvisionId) else "tool",
            source=str(source),
            label=label,
            act=act,
            layer=citation.layer,
            quote=quote,
            places=list(citation.places),
            url=url,
        )


def refusal_body(refusal: Refusal) -> RefusalBody:
    """A refusal as it is sent."""
    return RefusalBody(
        kind=refusal.kind,
        reason=refusal.reason,
        settled_by=refusal.settled_by,
        nearest=list(refusal.nearest),
    )
