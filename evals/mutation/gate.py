"""The figures the suite is held to, and whether they hold.

``quoted`` and ``paraphrases`` are the two halves; ``hard`` are figures, dates and references in paraphrases.

Held-out operators and the held-out instrument are in none of them: they are reported apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evals.mutation.operators import OPERATORS
from evals.mutation.scores import Share, blocked, kills
from evals.mutation.statement_under_test import Part
from evals.mutation.trials import AS_WRITTEN, Trial

LEAST_ANSWERS = 200
LEAST_PARAPHRASES = 200
HARD_CHECKS = frozenset({"figures kept", "dates kept", "references kept"})
"""The checks of figures, dates and references, by the names the verifier gives them."""
_HARD = frozenset(operator.name for operator in OPERATORS if operator.hard)
_HELD_OUT = frozenset(operator.name for operator in OPERATORS if operator.held_out)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A share that has to reach ``bound``, or must not exceed it."""

    name: str
    share: Share
    bound: float
    at_least: bool

    @property
    def holds(self) -> bool:
        """Whether it does; a share of nothing never holds."""
        value = self.share.value
        if value is None:
            return False
        return value >= self.bound if self.at_least else value <= self.bound

    def __str__(self) -> str:
        sign = "at least" if self.at_least else "at most"
        return f"{self.name}: {self.share}, {sign} {self.bound:.0%}"


def while_tuning(trials: Sequence[Trial], part: Part) -> list[Trial]:
    """The trials of a part that its figures count: nothing that is held out."""
    return [
        trial
        for trial in trials
        if trial.statement.part == part and not trial.statement.held_out and trial.by not in _HELD_OUT
    ]


def requirements(trials: Sequence[Trial]) -> tuple[Requirement, ...]:
    """Every figure asked for."""
    return (*_quoted(while_tuning(trials, "quoted")), *_paraphrased(while_tuning(trials, "paraphrases")))


def hard_alarms(trials: Sequence[Trial]) -> Share:
    """Faithful statements that a check of figures, dates or references blocks, of all of them."""
    faithful = [trial for trial in trials if trial.role == "faithful"]
    return Share(
        sum(bool(HARD_CHECKS.intersection(trial.verdict.checks)) for trial in faithful), len(faithful)
    )


def _quoted(trials: list[Trial]) -> Iterator[Requirement]:
    yield Requirement("quoted: mutants caught", kills(trials).share, 0.98, at_least=True)
    yield Requirement(
        "quoted: caught, quote left true", kills(_quote_true(trials)).share, 0.98, at_least=True
    )
    for operator in OPERATORS:
        if not operator.held_out:
            of_it = [trial for trial in trials if trial.by == operator.name]
            yield Requirement(f"quoted: {operator.name}", kills(of_it).share, 0.90, at_least=True)
    yield from _alarms("quoted", trials, 0.01)


def _paraphrased(trials: list[Trial]) -> Iterator[Requirement]:
    hard = [trial for trial in trials if trial.by in _HARD]
    yield Requirement("paraphrases: mutants caught", kills(trials).share, 0.70, at_least=True)
    yield Requirement(
        "paraphrases: caught, quote left true", kills(_quote_true(trials)).share, 0.70, at_least=True
    )
    yield from _alarms("paraphrases", trials, 0.10)
    yield Requirement("hard: caught", kills(hard).share, 0.90, at_least=True)
    yield Requirement("hard: caught, quote left true", kills(_quote_true(hard)).share, 0.90, at_least=True)
    yield Requirement("hard: faithful blocked", hard_alarms(trials), 0.05, at_least=False)


def _alarms(part: Part, trials: list[Trial], bound: float) -> Iterator[Requirement]:
    faithful = [trial for trial in trials if trial.role == "faithful"]
    written = [trial for trial in faithful if trial.by == AS_WRITTEN]
    otherwise = [trial for trial in faithful if trial.by != AS_WRITTEN]
    yield Requirement(f"{part}: faithful blocked", blocked(written), bound, at_least=False)
    yield Requirement(f"{part}: written otherwise, blocked", blocked(otherwise), bound, at_least=False)


def _quote_true(trials: Sequence[Trial]) -> list[Trial]:
    """Only the text is false. Where the quote or its source is false too, looking the quote up is enough."""
    return [trial for trial in trials if trial.altered.where == "text"]
