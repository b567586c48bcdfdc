"""What is owed, in order of date: what binds already first, then day by day, and last what binds on no day yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from api.pages.classification.words import STANDINGS, bearer
from copilot.rules.ai_act import Binds
from copilot.rules.ai_act.duties import BEARERS, Bearer, Duties, Duty, NotOwed, of_role


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a disputed date."""

    start: date
    said: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty as the calendar shows it; ``readings`` are there where its date is disputed."""

    duty: Duty
    who: str
    standing: str
    readings: tuple[Reading, ...]
    dates: tuple[Binds, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The duties of one day; without ``start`` those that no day is held for."""

    start: date | None
    already: bool
    duties: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """All that is owed. ``possible`` are duties that open facts decide, by who would owe them."""

    days: tuple[Day, ...]
    possible: tuple[tuple[str, tuple[Duty, ...]], ...]
    not_owed: tuple[NotOwed, ...]
    roles: tuple[Bearer, ...]

    @property
    def count(self) -> int:
        """How many duties are owed, now or later."""
        return sum(len(day.duties) for day in self.days)


def calendar_of(found: Duties, role: Bearer | None) -> Calendar:
    """The duties of a role, or of all; what falls on everyone falls on each."""
    shown = of_role(found.duties, role)
    owed = sorted((duty for duty in shown if duty.certainty != "possible"), key=_order)
    roles = {duty.role for duty in found.duties} - {"everyone"}
    return Calendar(
        days=tuple(_days(owed)),
        possible=tuple(_by_role(duty for duty in shown if duty.certainty == "possible")),
        not_owed=_not_owed(found, role),
        roles=tuple(one for one in BEARERS if one in roles),
    )


def _order(duty: Duty) -> tuple[bool, date, int]:
    return duty.standing != "binds", duty.first_day or date.max, BEARERS.index(duty.role)


def _days(owed: Iterable[Duty]) -> Iterator[Day]:
    for (start, already), duties in groupby(
        owed, key=lambda duty: (duty.first_day, duty.standing == "binds")
    ):
        yield Day(start, already, tuple(_owed(duty) for duty in duties))


def _owed(duty: Duty) -> Owed:
    disputed = (one.application for one in duty.binds if one.application.reading is not None)
    readings = dict.fromkeys(Reading(one.binds.start, one.reading or "") for one in disputed)
    return Owed(duty, bearer(duty.role), STANDINGS[duty.standing], tuple(readings), duty.binds)


def _by_role(possible: Iterable[Duty]) -> Iterator[tuple[str, tuple[Duty, ...]]]:
    ordered = sorted(possible, key=lambda duty: BEARERS.index(duty.role))
    for role, duties in groupby(ordered, key=lambda duty: duty.role):
        yield bearer(role), tuple(duties)


def _not_owed(found: Duties, role: Bearer | None) -> tuple[NotOwed, ...]:
    """What one might expect of a role that one certainly has, or that is asked for, and that is not owed."""
    held = {one.role for one in found.classification.roles if one.certainty == "certain"}
    return tuple(one for one in found.not_owed if one.role == role or (role is None and one.role in held))
