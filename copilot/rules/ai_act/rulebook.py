"""All rules as they stand on a day, with the day on which they next change."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from copilot.law import Period, ProvisionId
from copilot.rules.ai_act import (
    annex_i,
    annex_iii,
    derogation,
    general_purpose,
    prohibited,
    roles,
    scope,
    transparency,
)
from copilot.rules.ai_act.dates import days_of_change, first_binds, require_in_force
from copilot.rules.ai_act.reader import Reader
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Rule

HIGH_RISK = (*annex_i.ROUTES, *(derogation.high_risk(point) for point in annex_iii.POINTS))
ON_SYSTEMS = (
    *prohibited.PRACTICES,
    *HIGH_RISK,
    *(derogation.derogated(point) for point in annex_iii.POINTS),
    *transparency.PARAGRAPHS,
)
ON_MODELS = general_purpose.MODELS
OUTSIDE = (scope.AI_SYSTEM, *scope.EXCLUSIONS, scope.OPEN_SOURCE)
RELIEFS = (*transparency.RELIEFS, *general_purpose.RELIEFS)
RULES = (*OUTSIDE, *ON_SYSTEMS, *ON_MODELS, *RELIEFS)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of a span of days on which nothing about them changes."""

    valid: Period
    outside: tuple[Reader[Rule], ...]
    on_systems: tuple[Reader[Rule], ...]
    on_models: tuple[Reader[Rule], ...]
    reliefs: tuple[Reader[Rule], ...]
    roles: tuple[Reader[RoleRule], ...]


def rulebook_on(day: date) -> Rulebook:
    """The rules of a day; ``NotInForce`` before the Act."""
    require_in_force(day)
    days = _days()
    return _rulebook(bisect_right(days, day) - 1)


def provisions_named(book: Rulebook) -> frozenset[ProvisionId]:
    """Every provision the rules of a span cite."""
    readers = (*book.outside, *book.on_systems, *book.on_models, *book.reliefs)
    cited = (provision for reader in readers for provision in reader.rule.cited)
    return frozenset((*cited, *(reader.rule.provision for reader in book.roles)))


@cache
def _days() -> tuple[date, ...]:
    """The days from which the rules, their wordings or what binds are different."""
    cited = {provision for rule in RULES for provision in rule.cited}
    cited |= {role.provision for role in roles.ROLES}
    days = set(days_of_change(cited)) | {rule.in_force.start for rule in RULES}
    for practice in prohibited.PRACTICES:
        days.add(first_binds(practice.provision, practice.in_force.start))
    return tuple(sorted(days))


@cache
def _rulebook(span: int) -> Rulebook:
    days = _days()
    day = days[span]
    return Rulebook(
        Period(day, days[span + 1] if span + 1 < len(days) else None),
        outside=_readers(OUTSIDE, day),
        on_systems=_readers(ON_SYSTEMS, day),
        on_models=_readers(ON_MODELS, day),
        reliefs=_readers(RELIEFS, day),
        roles=tuple(Reader(role) for role in roles.ROLES),
    )


def _readers(rules: tuple[Rule, ...], day: date) -> tuple[Reader[Rule], ...]:
    return tuple(Reader(_as_it_binds(rule, day)) for rule in rules if day in rule.in_force)


def _as_it_binds(rule: Rule, day: date) -> Rule:
    """A practice whose prohibition does not apply yet is not prohibited, but will be."""
    if rule.tier == "prohibited" and first_binds(rule.provision, day) > day:
        return replace(rule, tier="prohibited-later")
    return rule
