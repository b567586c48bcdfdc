"""What every rule of a day makes of what is known of a system."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from copilot.rules.ai_act.annex_i import SAFETY_COMPONENT_OF_A_PRODUCT
from copilot.rules.ai_act.answers import Answer, every, opposite, some
from copilot.rules.ai_act.consistency import Known
from copilot.rules.ai_act.reader import Reader, Reading, concluded
from copilot.rules.ai_act.roles import Needs, RoleRule
from copilot.rules.ai_act.rule import Rule, Tier
from copilot.rules.ai_act.rulebook import Rulebook

_HIGH_RISK: tuple[Tier, ...] = ("high-risk-annex-i-a", "high-risk-annex-i-b", "high-risk-annex-iii")


@dataclass(frozen=True, slots=True)
class Outcome:
    """All rules of a day, decided as far as the facts go.

    ``in_scope`` is whether the Act reaches the system, ``regulated`` whether it is in any tier at all: one
    that Annex III lists is, even while it is open whether Art. 6(3) takes it out. Derogations that cannot
    hold are left out. The last way ``outside`` is the open licence.
    """

    outside: tuple[Reading[Rule], ...]
    on_systems: tuple[Reading[Rule], ...]
    on_models: tuple[Reading[Rule], ...]
    reliefs: tuple[Reading[Rule], ...]
    roles: tuple[Reading[RoleRule], ...]
    in_scope: Answer
    regulated: Answer


def outcome_of(book: Rulebook, known: Known) -> Outcome:
    """Ask every rule."""
    answers = known.answers
    on_systems = _on_systems(book, answers)
    on_models = tuple([reader.read(answers) for reader in book.on_models])
    outside = _outside(book, answers, on_systems)
    in_scope = opposite(some([one.value for one in outside]))
    return Outcome(
        outside=outside,
        on_systems=on_systems,
        on_models=on_models,
        reliefs=tuple([reader.read(answers) for reader in book.reliefs]),
        roles=_roles(book, answers, on_systems, in_scope),
        in_scope=in_scope,
        regulated=some([one.listed for one in (*on_systems, *on_models)]),
    )


def _on_systems(book: Rulebook, answers: tuple[Answer, ...]) -> tuple[Reading[Rule], ...]:
    """The rules on systems; a derogation is read where its point of Annex III is not ruled out."""
    before, points, derogations, after = _in_order(book.on_systems)
    listed = [reader.read(answers) for reader in points]
    return (
        *[reader.read(answers) for reader in before],
        *listed,
        *[
            reader.read(answers)
            for reader, point in zip(derogations, listed, strict=True)
            if point.listed is not False
        ],
        *[reader.read(answers) for reader in after],
    )


@lru_cache(maxsize=64)
def _in_order(readers: tuple[Reader[Rule], ...]) -> tuple[tuple[Reader[Rule], ...], ...]:
    """The rules before the points of Annex III, the points, the derogation from each, and the rest."""
    tiers = [reader.rule.tier for reader in readers]
    first, count = tiers.index("high-risk-annex-iii"), tiers.count("high-risk-annex-iii")
    middle, end = first + count, first + 2 * count
    return readers[:first], readers[first:middle], readers[middle:end], readers[end:]


def _outside(
    book: Rulebook, answers: tuple[Answer, ...], on_systems: tuple[Reading[Rule], ...]
) -> tuple[Reading[Rule], ...]:
    """What lies outside; an open licence lets a system out only if nothing regulates it: Art. 2(12)."""
    *outside, licence = [reader.read(answers) for reader in book.outside]
    if licence.value is not False:
        regulated = some([one.value for one in on_systems if one.rule.tier != "derogated"])
        licence = concluded(licence, every((licence.value, opposite(regulated))))
    return (*outside, licence)


def _roles(
    book: Rulebook, answers: tuple[Answer, ...], on_systems: tuple[Reading[Rule], ...], in_scope: Answer
) -> tuple[Reading[RoleRule], ...]:
    """The roles; some need a high-risk system, as it is after the change (Art. 25)."""
    readings = [reader.read(answers) for reader in book.roles]
    if all(one.value is False for one in readings if one.rule.needs):
        return tuple(readings)
    high_risk = [one for one in on_systems if one.rule.tier in _HIGH_RISK]
    section_a = some([one.value for one in high_risk if one.rule.tier == "high-risk-annex-i-a"])
    needed: dict[Needs, Answer] = {
        "high-risk": every((in_scope, some([one.value for one in high_risk]))),
        "safety-component-of-annex-i-a": every(
            (in_scope, section_a, SAFETY_COMPONENT_OF_A_PRODUCT.value(answers))
        ),
    }
    return tuple(
        [
            concluded(one, every((one.value, needed[one.rule.needs]))) if one.rule.needs else one
            for one in readings
        ]
    )
