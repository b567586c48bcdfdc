"""Holds statements and their altered copies against the same evidence, and keeps what the checks said."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.grounding import Draft, Evidence, Grade, verify
from copilot.law import Corpus
from evals.mutation.statement_under_test import StatementUnderTest

_ACTOR = Actor("evals", frozenset({EVERY_AUDIENCE}))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The grade of one draft, and the checks that kept it back."""

    grade: Grade
    checks: tuple[str, ...]

    @property
    def blocked(self) -> bool:
        """Whether no person would have seen it."""
        return self.grade == "failed"


class Bench:
    """The verifier under test with the evidence of one statement at a time."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._laid_out: tuple[StatementUnderTest, Evidence] | None = None

    def verdict(self, statement: StatementUnderTest, draft: Draft) -> Verdict:
        """What the verifier says of a draft, given what was gathered for the statement it comes from."""
        checked = verify(draft, self._evidence(statement), as_of=statement.as_of, actor=_ACTOR)
        blocking = (finding.check for finding in checked.check.findings if finding.blocks)
        return Verdict(checked.check.grade, tuple(dict.fromkeys(blocking)))

    def _evidence(self, statement: StatementUnderTest) -> Evidence:
        if self._laid_out is None or self._laid_out[0] is not statement:
            gathered = Evidence.gathered(
                self._corpus, statement.provisions, statement.results, as_of=statement.as_of
            )
            self._laid_out = statement, gathered
        return self._laid_out[1]
