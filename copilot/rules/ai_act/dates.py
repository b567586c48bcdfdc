"""From when the consequences of a tier bind, as the digest of the Act states it on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypeAlias

from copilot.errors import NotInForce
from copilot.law import Application, Corpus, LawOnDay, Provision, ProvisionId, load_corpus
from copilot.rules.ai_act.rule import IN_FORCE

Route: TypeAlias = Literal["annex-i", "annex-iii"]


@dataclass(frozen=True, slots=True)
class Binds:
    """A provision and one date from which it binds: for whom, by which provision, by which reading."""

    provision: ProvisionId
    application: Application


@cache
def _corpus() -> Corpus:
    """The texts that ship: the dates of the Act are the same for every reader."""
    return load_corpus(policies=None)


@cache
def timeline(provision: ProvisionId) -> tuple[Provision, ...]:
    """Every wording a provision has had."""
    return _corpus().timeline(provision)


@cache
def law_on(day: date) -> LawOnDay:
    """The texts that ship, as worded on a day."""
    return _corpus().as_of(day)


def require_in_force(day: date) -> None:
    """Raise ``NotInForce`` for a day before the Act."""
    if day not in IN_FORCE:
        raise NotInForce(
            f"the AI Act was not in force on {day}",
            remedy=f"Ask as of {IN_FORCE.start} or later.",
        )


def binding_dates(
    provisions: tuple[ProvisionId, ...], day: date, route: Route | None, placed_on: date | None
) -> tuple[Binds, ...]:
    """Each date of application of the provisions that can concern the system, the earliest first.

    ``day`` is the first day of a span without changes, so that one answer serves the whole span.
    """
    law = law_on(day)
    found = (
        Binds(provision, application)
        for provision in provisions
        for application in law.provision(provision).applies_as_stated_on(day)
        if _concerns(application, route, placed_on)
    )
    return tuple(sorted(found, key=_order))


def days_of_change(provisions: Iterable[ProvisionId]) -> frozenset[date]:
    """The days on which the wording of a provision, or what is said of its dates, changes."""
    days: set[date | None] = set()
    for provision in set(provisions):
        for wording in timeline(provision):
            days |= {wording.in_force.start, wording.in_force.until}
            for rule in wording.applies:
                days |= {rule.stated.start, rule.stated.until}
    return frozenset(day for day in days if day is not None)


def first_binds(provision: ProvisionId, day: date) -> date:
    """The first day on which a provision binds anybody, as it was stated on ``day``."""
    return min(rule.binds.start for rule in law_on(day).provision(provision).applies_as_stated_on(day))


def _concerns(application: Application, route: Route | None, placed_on: date | None) -> bool:
    condition = application.condition
    if condition.route is not None and condition.route != route:
        return False
    if placed_on is None:
        return True
    if condition.placed_before is not None and placed_on >= condition.placed_before:
        return False
    return condition.placed_from is None or placed_on >= condition.placed_from


def _order(binds: Binds) -> tuple[date, ProvisionId, str]:
    return binds.application.binds.start, binds.provision, str(binds.application)
