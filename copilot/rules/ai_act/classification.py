"""``classify``: walks the Act over what is told of a system, and says which tiers are certain or possible."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import get_args

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.consistency import known_of
from copilot.rules.ai_act.dates import Route, binding_dates
from copilot.rules.ai_act.facts import AISystem
from copilot.rules.ai_act.formula import all_of
from copilot.rules.ai_act.inputs import inputs_of
from copilot.rules.ai_act.outcome import Outcome, outcome_of
from copilot.rules.ai_act.questions import questions_open
from copilot.rules.ai_act.roles import RoleRule
from copilot.rules.ai_act.rule import Rule, Tier, act
from copilot.rules.ai_act.rulebook import rulebook_on
from copilot.rules.ai_act.trace import steps_taken
from copilot.rules.ai_act.verdict import Certainty, Classification, Exclusion, Finding, RoleFinding

VERSION = "1"

_GRAVITY = {tier: place for place, tier in enumerate(get_args(Tier))}
_ROUTES: dict[Tier, Route] = {
    "high-risk-annex-i-a": "annex-i",
    "high-risk-annex-i-b": "annex-i",
    "high-risk-annex-iii": "annex-iii",
    "derogated": "annex-iii",
}
_MINIMAL = Rule(
    tier="minimal",
    provision=act("art-95"),
    question="Is it in no other tier?",
    matters="Then only literacy (Art. 4) and voluntary codes (Art. 95) are left.",
    elements=all_of(),
    version=VERSION,
    also=(act("art-4"),),
    dated=(act("art-95"), act("art-4")),
)


def classify(system: AISystem, as_of: date) -> Classification:
    """The tiers of a system under the AI Act as worded on a day.

    Raises ``NotInForce`` for a day before the Act and ``ContradictoryFacts`` where two facts cannot both be.
    """
    book = rulebook_on(as_of)
    known = known_of(system)
    outcome = outcome_of(book, known)
    start, placed_on = book.valid.start, system.market.placed_on
    return Classification(
        as_of=as_of,
        version=VERSION,
        valid=book.valid,
        findings=_findings(outcome, start, placed_on),
        reliefs=_reliefs(outcome, start, placed_on),
        exclusions=_exclusions(outcome),
        roles=tuple([_role(one.rule, one.value) for one in outcome.roles if one.value is not False]),
        open_questions=questions_open(outcome),
        steps=steps_taken(outcome, known),
        inputs=inputs_of(system),
    )


def _findings(outcome: Outcome, start: date, placed_on: date | None) -> tuple[Finding, ...]:
    """A finding for each rule that is met or may be, the gravest first; none on a system out of reach."""
    on_systems = outcome.on_systems if outcome.in_scope is not False else ()
    if_met: Certainty = "certain" if outcome.in_scope else "if-in-scope"
    found = [
        _finding(one.rule, if_met if one.value else "possible", start, placed_on)
        for one in on_systems
        if one.value is not False
    ]
    if outcome.in_scope is not False and not outcome.regulated:
        minimal = if_met if outcome.regulated is False else "possible"
        found.append(_finding(_MINIMAL, minimal, start, placed_on))
    found += [
        _finding(one.rule, "certain" if one.value else "possible", start, placed_on)
        for one in (*outcome.on_models, *outcome.outside)
        if one.value is not False
    ]
    return tuple(sorted(found, key=_gravity))


def _gravity(finding: Finding) -> int:
    return _GRAVITY[finding.tier]


@lru_cache(maxsize=4096)
def _finding(rule: Rule, certainty: Certainty, start: date, placed_on: date | None) -> Finding:
    dated = rule.dated or (rule.provision,)
    return Finding(
        tier=rule.tier,
        provision=rule.provision,
        certainty=certainty,
        basis=(rule.provision, *rule.also),
        binds=binding_dates(dated, start, _ROUTES.get(rule.tier), placed_on),
        owed_by=rule.owed_by,
        version=rule.version,
        valid=rule.in_force,
    )


@lru_cache(maxsize=256)
def _role(rule: RoleRule, value: Answer) -> RoleFinding:
    return RoleFinding(rule.role, rule.provision, "certain" if value else "possible")


def _reliefs(outcome: Outcome, start: date, placed_on: date | None) -> tuple[Finding, ...]:
    """What lightens a duty that is certainly owed."""
    if_met: Certainty = "certain" if outcome.in_scope else "if-in-scope"
    return tuple(
        [
            _finding(one.rule, "certain" if one.rule.tier == "gpai" else if_met, start, placed_on)
            for one in outcome.reliefs
            if one.value and (one.rule.tier == "gpai" or outcome.in_scope is not False)
        ]
    )


def _exclusions(outcome: Outcome) -> tuple[Exclusion, ...]:
    """What the text of a rule takes out, where the rule would be met or the exclusion is worth telling."""
    return tuple(
        [
            Exclusion(one.rule.provision, exemption.provision, exemption.about)
            for one in (*outcome.on_systems, *outcome.on_models)
            if one.excluding and one.rule.tier != "derogated"
            for exemption in one.excluding
        ]
    )
