"""What a clock is asked about, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.binding import Status
from copilot.rules.deadlines.counting import Counted
from copilot.rules.deadlines.facts import Fact, question_for
from copilot.rules.result import Figure, OpenQuestion, Step

Pace = Literal["immediately", "without delay", "without undue delay", "promptly", "as soon as possible"]
Sense = Literal["act", "keep", "abstain"]
"""Until ``due`` one has to act, has to keep something at least, or has to abstain."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What happened, when it became known and where, with the facts told and the law of the day."""

    known_at: datetime
    zone: ZoneInfo
    holidays: AbstractSet[date] | None
    facts: Mapping[Fact, bool | None]
    law: LawOnDay

    def told(self, fact: Fact) -> bool | None:
        """A fact, or none where nobody told it."""
        return self.facts.get(fact)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One duty with a clock.

    ``due`` is the moment the time is over, so midnight at the end of a last day; none for a duty that
    is owed at once and has no outer limit. ``pace`` stands beside it: "immediately, at the latest by".
    ``only_if`` names what was not told and makes the duty depend; none for a duty that is certain.
    ``through`` is the provision that makes ``basis`` bind this person. ``earliest`` is how soon it can
    be due, where holidays are unknown. ``valid`` is the time for which the rule was written,
    ``status`` whether the provision applies on the day.
    """

    duty: str
    who: str
    addressee: str | None
    basis: ProvisionId
    pace: Pace | None
    due: datetime | None
    sense: Sense = "act"
    starts: datetime | None = None
    earliest: datetime | None = None
    contents: tuple[str, ...] = ()
    contents_basis: ProvisionId | None = None
    through: ProvisionId | None = None
    only_if: str | None = None
    note: str | None = None
    status: Status = "binds"
    version: str = ""
    valid: Period | None = None


@dataclass(slots=True)
class Findings:
    """What a rule gathers while it walks through a provision."""

    situation: Situation
    deadlines: list[Deadline] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    open_questions: list[OpenQuestion] = field(default_factory=list)

    def ask(self, fact: Fact, basis: ProvisionId) -> bool | None:
        """Read a fact, with a step for what was found and a question where nobody told it."""
        told = self.situation.told(fact)
        asked = question_for(fact)
        found = {True: "yes", False: "no", None: "not told"}[told]
        self.steps.append(Step(asked.question, found, asked.matters, basis))
        if told is None:
            self.open_questions.append(asked)
        return told

    def add(self, deadline: Deadline, counted: Counted | None = None) -> None:
        """Take up a deadline, with the step that counts it and the clock of its provision."""
        self.deadlines.append(deadline)
        if counted is None:
            return
        name = f"Until when: {deadline.duty}?"
        self.steps.append(Step(name, counted.said, counted.how, deadline.basis))
        self.figures.append(Figure(str(deadline.basis), Decimal(counted.number), counted.unit))
