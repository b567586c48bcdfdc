"""Faithful paraphrases, written by hand: one sentence each, with the words of the digest that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from copilot.grounding import Draft, DraftCitation
from copilot.law import ProvisionId
from evals.mutation.statement_under_test import StatementUnderTest
from evals.mutation.statements.gathered import Library
from evals.mutation.statements.recorded import read_lines

FILE = Path(__file__).parent.parent / "paraphrases.jsonl"


class Paraphrase(BaseModel):
    """One provision in an officer's own words; ``quote`` is verbatim from the wording of the day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    source: ProvisionId
    quote: str = Field(min_length=10)
    text: str = Field(min_length=10, pattern=r"\.$")
    as_of: date


def read_paraphrases(file: Path = FILE) -> tuple[Paraphrase, ...]:
    """The paraphrases that ship."""
    return tuple(read_lines(file, Paraphrase, "A paraphrase has id, source, quote, text and as_of."))


def paraphrased(library: Library, file: Path = FILE) -> Iterator[StatementUnderTest]:
    """Each paraphrase of the library's day as a statement."""
    for one in read_paraphrases(file):
        if one.as_of == library.law.day:
            yield StatementUnderTest(
                id=f"paraphrase:{one.id}",
                kind="paraphrase",
                draft=Draft(one.text, (DraftCitation(str(one.source), one.quote),)),
                as_of=one.as_of,
                provisions=library.around([one.source]),
            )
