"""Statements of answers that the agent gave and that were recorded.

Of each answer at most a few statements are kept in a run of the suite, so that long answers do not outweigh
the others. One that cites a tool needs the answer's results beside it; without them nobody could check it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from copilot.errors import UnknownProvision
from copilot.grounding import Draft, DraftCitation
from copilot.law import ProvisionId
from copilot.rules import ToolResult
from evals.mutation.statement_under_test import StatementUnderTest
from evals.mutation.statements.gathered import Library
from evals.mutation.statements.recorded import read_lines

FILE = Path(__file__).parent.parent / "answered.jsonl"
_OF_ONE_ANSWER = 4


class Cited(BaseModel):
    """A source as the model wrote it, and its quote."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    quote: str


class Answered(BaseModel):
    """One statement of a recorded answer. Without ``answer``, its id, it counts as an answer of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1)
    citations: tuple[Cited, ...] = Field(min_length=1)
    as_of: date
    answer: str | None = None
    results: tuple[ToolResult, ...] = ()


def read_answered(file: Path = FILE) -> tuple[Answered, ...]:
    """What was recorded; nothing where nobody recorded anything yet."""
    if not file.exists():
        return ()
    return tuple(
        read_lines(file, Answered, "A statement has text, citations (source and quote) and as_of.")
    )


def answers_in(records: Iterable[Answered]) -> int:
    """How many answers they come from."""
    told = {record.answer or number for number, record in enumerate(records)}
    return len(told)


def answered(libraries: dict[date, Library], records: Iterable[Answered]) -> Iterator[StatementUnderTest]:
    """The recorded statements that can be checked, on the law of their days."""
    seen: dict[str, int] = {}
    for number, record in enumerate(records):
        name = record.answer or str(number)
        seen[name] = seen.get(name, 0) + 1
        if seen[name] <= _OF_ONE_ANSWER and _can_be_checked(record):
            yield StatementUnderTest(
                id=f"answer:{name}:{seen[name]}",
                kind="answer",
                draft=Draft(
                    record.text, tuple(DraftCitation(one.source, one.quote) for one in record.citations)
                ),
                as_of=record.as_of,
                provisions=libraries[record.as_of].around(_provisions(record)),
                results=record.results,
            )


def _can_be_checked(record: Answered) -> bool:
    return bool(record.results) or not any(cited.source.startswith("tool:") for cited in record.citations)


def _provisions(record: Answered) -> Iterator[ProvisionId]:
    for cited in record.citations:
        if not cited.source.startswith("tool:"):
            try:
                yield ProvisionId.parse(cited.source)
            except UnknownProvision:
                continue
