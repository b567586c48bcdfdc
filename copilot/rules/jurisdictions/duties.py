"""What a regime asks of this launch: who owes it, and from which day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.law import ProvisionId
from copilot.rules.ai_act.duties import Duty as ActDuty
from copilot.rules.ai_act.duties import Standing as ActStanding
from copilot.rules.jurisdictions.condition import AllOf, Condition, value
from copilot.rules.jurisdictions.known import Known
from copilot.rules.jurisdictions.register import Duty, Regime
from copilot.rules.jurisdictions.standing import Change

Owed: TypeAlias = Literal["owed", "possible"]
Applies: TypeAlias = Literal["applies", "later", "depends"]
"""``depends``: by one reading of a disputed date, or for some systems only."""

_PARTIES = {"provider": ("roles.developed",), "deployer": ("roles.uses",), "anyone": ()}
_APPLIES: dict[ActStanding, Applies] = {
    "binds": "applies",
    "not-yet": "later",
    "disputed": "depends",
    "depends": "depends",
}


@dataclass(frozen=True, slots=True)
class DutyFinding:
    """A duty that is owed or may be. ``starts`` is its first day by any reading, where the register has one."""

    theme: str
    who: str
    asks: str
    provision: ProvisionId
    owed: Owed
    applies: Applies
    starts: date | None
    changes: tuple[Change, ...]


def duties_of(regime: Regime, known: Known, day: date, *, sure: bool) -> Iterator[DutyFinding]:
    """The duties that the facts do not rule out and that have not ended; owed only under what is surely engaged."""
    for duty in regime.duties:
        owed = value(condition_of(duty), known)
        if owed is not False and (duty.until is None or duty.until > day):
            yield _finding(regime, duty, "owed" if owed and sure else "possible", day)
    for of_theme in regime.ai_act_duties:
        for of_the_act in known.act.duties:
            if of_the_act.key in of_theme.keys and of_the_act.standing != "spared":
                yield _finding_of_the_act(of_theme.theme, of_the_act, sure=sure)


def condition_of(duty: Duty) -> Condition:
    """Who owes a duty, and what narrows it."""
    narrowed = () if duty.only_if is None else (duty.only_if,)
    return AllOf.model_construct(all=(*_PARTIES[duty.who], *narrowed))


def _finding(regime: Regime, duty: Duty, owed: Owed, day: date) -> DutyFinding:
    """From the day written, or from the day on which the regime comes into force."""
    in_force = (one.from_ for one in regime.standing if one.status == "in force")
    starts = duty.from_ or next(in_force, None)
    changes = [Change(duty.from_, f"begins: {duty.asks}")] if duty.from_ else []
    if duty.until:
        changes.append(Change(duty.until, f"ends: {duty.asks}"))
    later = starts is not None and starts > day
    return DutyFinding(
        duty.theme,
        duty.who,
        duty.asks,
        duty.provision,
        owed,
        "later" if later else "applies",
        starts,
        tuple(changes),
    )


def _finding_of_the_act(theme: str, duty: ActDuty, *, sure: bool) -> DutyFinding:
    days = dict.fromkeys(one.application.binds.start for one in duty.binds)
    return DutyFinding(
        theme,
        duty.role,
        duty.title,
        duty.provision,
        "owed" if duty.certainty == "certain" and sure else "possible",
        _APPLIES[duty.standing],
        duty.first_day,
        tuple(Change(day, f"begins: {duty.title}") for day in days),
    )
