"""Rebuilds an answer from the ledger alone and checks it again: by anybody, without a model and without our texts.

Each statement is held anew against what the entry says it leaned on, as of its day and for its actor. What a
model said and was not shown is not checked again: it was held against less than is known at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from copilot.errors import UnknownProvision
from copilot.grounding import Draft, DraftCitation, Statement, verify
from copilot.law import Corpus, Layer, Provision, ProvisionId
from copilot.records.ledger.ledger import Ledger
from copilot.records.record import Record
from copilot.rules import ToolResult

Rerun: TypeAlias = Callable[[ToolResult], ToolResult]
"""Runs a rule again, with the inputs and as of the day of a result it gave once."""


@dataclass(frozen=True, slots=True)
class StatementAgain:
    """A statement as it was shown, and as it stands today."""

    kept: Statement
    again: Statement

    @property
    def same(self) -> bool:
        """Whether words, citations, grade and every finding are the same."""
        return self.kept == self.again


@dataclass(frozen=True, slots=True)
class ResultAgain:
    """The result of a tool, and what the tool gives today; none where nobody ran it again."""

    name: str
    kept: ToolResult
    again: ToolResult | None

    @property
    def same(self) -> bool:
        """Whether it is the same, as far as it was run again."""
        return self.again is None or self.kept == self.again


@dataclass(frozen=True, slots=True)
class TextToday:
    """A provision that was leaned on, and whether its wording of that day is still the one that is held."""

    id: ProvisionId
    layer: Layer
    state: Literal["same", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """An answer, rebuilt. ``texts`` compares with the texts held today and is no part of ``same``."""

    sequence: int
    record: Record
    statements: tuple[StatementAgain, ...]
    results: tuple[ResultAgain, ...]
    texts: tuple[TextToday, ...]

    @property
    def same(self) -> bool:
        """Whether every check and every result came out as it was recorded."""
        return all(each.same for each in self.statements) and all(each.same for each in self.results)


def replay(
    ledger: Ledger, sequence: int, *, corpus: Corpus | None = None, tools: Mapping[str, Rerun] | None = None
) -> Replayed:
    """Rebuild the answer of an entry and check it; with a corpus, compare its texts; with tools, run them again."""
    record = ledger.answer(sequence)
    texts = tuple(_today(text, record, corpus) for text in record.evidence.provisions) if corpus else ()
    results = tuple(
        ResultAgain(name, source, _run(source, tools or {}))
        for name, source in record.evidence
        if isinstance(source, ToolResult)
    )
    return Replayed(
        sequence,
        record,
        tuple(_checked(statement, record) for statement in record.statements),
        results,
        texts,
    )


def _checked(statement: Statement, record: Record) -> StatementAgain:
    citations = tuple(DraftCitation(str(cited.source), cited.quote) for cited in statement.citations)
    draft = Draft(statement.text, citations)
    question = record.question
    return StatementAgain(
        statement, verify(draft, record.evidence, as_of=question.as_of, actor=question.actor)
    )


def _run(result: ToolResult, tools: Mapping[str, Rerun]) -> ToolResult | None:
    rerun = tools.get(result.tool)
    return None if rerun is None else rerun(result)


def _today(text: Provision, record: Record, corpus: Corpus) -> TextToday:
    try:
        wordings = [held for held in corpus.timeline(text.id) if held.layer == text.layer]
    except UnknownProvision:
        wordings = []
    on_its_day = [held for held in wordings if record.question.as_of in held.in_force]
    if not on_its_day:
        return TextToday(text.id, text.layer, "gone")
    same = any(held.sha256 == text.sha256 for held in on_its_day)
    return TextToday(text.id, text.layer, "same" if same else "changed")
