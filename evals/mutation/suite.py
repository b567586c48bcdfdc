"""Gathers every statement there is to test and says what is missing for a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from copilot.law import Corpus
from evals.mutation.gate import LEAST_ANSWERS, LEAST_PARAPHRASES
from evals.mutation.statement_under_test import StatementUnderTest
from evals.mutation.statements import (
    Library,
    answered,
    answers_in,
    corpus_sentences,
    paraphrased,
    read_answered,
    tool_statements,
)

_DAY = date(2026, 11, 20)
_DUTIES_APPLY = date(2028, 9, 1)
"""On this day the tools find the duties of the AI Act to apply, so that they give figures."""
_LEAST_SENTENCES = 400


@dataclass(frozen=True, slots=True)
class Suite:
    """The statements, and the reasons for which they are too few for a verdict."""

    statements: tuple[StatementUnderTest, ...]
    missing: tuple[str, ...]


def gathered(corpus: Corpus) -> Suite:
    """All statements on the corpus that ships."""
    records = read_answered()
    days = {_DAY, *(record.as_of for record in records)}
    libraries = {day: Library(corpus.as_of(day)) for day in sorted(days)}
    statements = (
        *corpus_sentences(libraries[_DAY]),
        *answered(libraries, records),
        *tool_statements(corpus.as_of(_DUTIES_APPLY)),
        *paraphrased(libraries[_DAY]),
    )
    return Suite(statements, _missing(statements, answers_in(records)))


def _missing(statements: Sequence[StatementUnderTest], answers: int) -> tuple[str, ...]:
    counted = [statement.kind for statement in statements if not statement.held_out]
    held = {
        "sentences of the corpus": (counted.count("sentence"), _LEAST_SENTENCES),
        "recorded answers (evals/mutation/answered.jsonl)": (answers, LEAST_ANSWERS),
        "statements on tools' results": (counted.count("tool"), 1),
        "paraphrases": (counted.count("paraphrase"), LEAST_PARAPHRASES),
    }
    return tuple(
        f"{have} {what}, at least {least} needed" for what, (have, least) in held.items() if have < least
    )
