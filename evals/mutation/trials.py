"""Every statement through every operator and every invariance, each beside the verdict on its parent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evals.mutation.bench import Bench, Verdict
from evals.mutation.invariances import INVARIANCES, Invariance
from evals.mutation.operators import OPERATORS, Operator
from evals.mutation.statement_under_test import Alter, Altered, StatementUnderTest

AS_WRITTEN = "as written"
"""The name of the trial of a statement itself."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One copy of a statement and what became of it; ``by`` names the operator or the invariance."""

    statement: StatementUnderTest
    role: Literal["faithful", "mutant"]
    by: str
    altered: Altered
    verdict: Verdict
    parent: Verdict

    @property
    def paired(self) -> bool:
        """Whether its parent got through: only then does blocking a mutant show that the change was seen."""
        return not self.parent.blocked

    @property
    def survived(self) -> bool:
        """Whether a false copy of a statement that is let through is let through as well."""
        return self.role == "mutant" and self.paired and not self.verdict.blocked


def run(
    statements: Iterable[StatementUnderTest],
    bench: Bench,
    operators: Sequence[Operator] = OPERATORS,
    invariances: Sequence[Invariance] = INVARIANCES,
) -> Iterator[Trial]:
    """All trials, statement by statement."""
    for statement in statements:
        itself = Altered("text", statement.draft, AS_WRITTEN)
        parent = bench.verdict(statement, statement.draft)
        yield Trial(statement, "faithful", AS_WRITTEN, itself, parent, parent)
        for invariance in invariances:
            for altered in _one_of_each(invariance.vary, statement):
                verdict = bench.verdict(statement, altered.draft)
                yield Trial(statement, "faithful", invariance.name, altered, verdict, parent)
        for operator in operators:
            for altered in _one_of_each(operator.mutate, statement):
                verdict = bench.verdict(statement, altered.draft)
                yield Trial(statement, "mutant", operator.name, altered, verdict, parent)


def _one_of_each(alter: Alter, statement: StatementUnderTest) -> Iterator[Altered]:
    """The first copy of each kind: a long sentence with ten figures must not count ten times."""
    seen: set[str] = set()
    for altered in alter(statement):
        if altered.where not in seen:
            seen.add(altered.where)
            yield altered
