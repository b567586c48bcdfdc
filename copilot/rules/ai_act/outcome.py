"""What every rule of a day makes of what is known of a system."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from copilot.rules.ai_act.annex_i import SAFETY_COMPONENT_OF_A_PRODUCT
from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.consistency import Known
from copilot.rules.ai_act.reader import Reader, Reading, concluded
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Rule
from copilot.rules.ai_act.rulebook import Rulebook
from copilot.rules.result import Step

_HIGH_RISK = ("high-risk-annex-i-a", "high-risk-annex-i-b", "high-risk-annex-iii")


@dataclass(frozen=True, slots=True)
class Decided:
    """A rule read off the facts. ``value`` adds to the reading what other rules said, where that counts."""

    rule: Rule
    reading: Reading
    value: Answer
    step: Step


@dataclass(frozen=True, slots=True)
class DecidedRole:
    """The same for a role."""

    rule: RoleRule
    reading: Reading
    value: Answer
    step: Step


AnyDecided: TypeAlias = Decided | DecidedRole


@dataclass(frozen=True, slots=True)
class Outcome:
    """All rules of a day, decided as far as the facts go.

    ``in_scope`` is whether the Act reaches the system, ``regulated`` whether it is in any tier at all: one
    that Annex III lists is, even while it is open whether Art. 6(3) takes it out.
    """

    outside: tuple[Decided, ...]
    on_systems: tuple[Decided, ...]
    on_models: tuple[Decided, ...]
    reliefs: tuple[Decided, ...]
    roles: tuple[DecidedRole, ...]
    in_scope: Answer
    regulated: Answer


def outcome_of(book: Rulebook, known: Known) -> Outcome:
    """Ask every rule."""
    on_systems, on_models = _decided(book.on_systems, known), _decided(book.on_models, known)
    listed = (reader.read(known.answers).value for reader in book.listed)
    outside = _outside(book, known, on_systems)
    in_scope = opposite(some(one.value for one in outside))
    return Outcome(
        outside=outside,
        on_systems=on_systems,
        on_models=on_models,
        reliefs=_decided(book.reliefs, known),
        roles=_roles(book, known, on_systems, in_scope),
        in_scope=in_scope,
        regulated=some((*listed, *(one.value for one in (*on_systems, *on_models)))),
    )


def _decided(readers: tuple[Reader[Rule], ...], known: Known) -> tuple[Decided, ...]:
    answers = known.answers
    return tuple(
        Decided(reader.rule, reading := reader.read(answers), reading.value, reading.step)
        for reader in readers
    )


def _outside(book: Rulebook, known: Known, on_systems: tuple[Decided, ...]) -> tuple[Decided, ...]:
    """What lies outside; an open licence lets a system out only if nothing regulates it: Art. 2(12)."""
    *outside, licence = _decided(book.outside, known)
    regulated = some(one.value for one in on_systems if one.rule.tier != "derogated")
    value = every((licence.value, opposite(regulated)))
    step = concluded(licence.rule, value, None, licence.reading.pending)
    return (*outside, Decided(licence.rule, licence.reading, value, step))


def _roles(
    book: Rulebook, known: Known, on_systems: tuple[Decided, ...], in_scope: Answer
) -> tuple[DecidedRole, ...]:
    """The roles; some need a high-risk system, as it is after the change (Art. 25)."""
    answers = known.answers
    high_risk = some(one.value for one in on_systems if one.rule.tier in _HIGH_RISK)
    section_a = some(one.value for one in on_systems if one.rule.tier == "high-risk-annex-i-a")
    needed: dict[str | None, Answer] = {
        None: True,
        "high-risk": every((in_scope, high_risk)),
        "safety-component-of-annex-i-a": every(
            (in_scope, section_a, SAFETY_COMPONENT_OF_A_PRODUCT.value(answers))
        ),
    }
    found: list[DecidedRole] = []
    for reader in book.roles:
        rule, reading = reader.rule, reader.read(answers)
        value = every((reading.value, needed[rule.needs]))
        same = value is reading.value
        step = reading.step if same else concluded(rule, value, None, reading.pending)
        found.append(DecidedRole(rule, reading, value, step))
    return tuple(found)
