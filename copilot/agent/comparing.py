"""What changed: the same question on two days, and what one answer says that the other does not."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.grounding import Answer, Statement
from copilot.rules.application import written


@dataclass(frozen=True, slots=True)
class Difference:
    """Of two answers to one question: what only the first says, what only the second says, and what both say."""

    only_first: tuple[Statement, ...]
    only_second: tuple[Statement, ...]
    both: tuple[Statement, ...]

    @property
    def same(self) -> bool:
        """Whether the two days make no difference."""
        return not self.only_first and not self.only_second


def difference(first: Answer, second: Answer) -> Difference:
    """The difference; that each answer names its own day is none, and phrases that claim nothing are left out."""
    before, after = _by_claim(first), _by_claim(second)
    return Difference(
        tuple(said for claim, said in before.items() if claim not in after),
        tuple(said for claim, said in after.items() if claim not in before),
        tuple(said for claim, said in after.items() if claim in before),
    )


def _by_claim(answer: Answer) -> dict[str, Statement]:
    own_day = written(answer.as_of)
    return {
        statement.text.replace(own_day, ""): statement
        for statement in answer.statements
        if statement.check.grade != "connecting"
    }
