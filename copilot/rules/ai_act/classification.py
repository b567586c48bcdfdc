"""``classify``: walks the Act over what is told of a system, and says which tiers are certain or possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import get_args

from copilot.rules.ai_act.answers import Answer, opposite
from copilot.rules.ai_act.consistency import Known, known_of
from copilot.rules.ai_act.dates import Route, binding_dates
from copilot.rules.ai_act.facts import AISystem
from copilot.rules.ai_act.formula import all_of
from copilot.rules.ai_act.inputs import inputs_of
from copilot.rules.ai_act.outcome import Decided, Outcome, outcome_of
from copilot.rules.ai_act.questions import questions_open
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
        findings=tuple(sorted(_findings(outcome, start, placed_on), key=lambda one: _GRAVITY[one.tier])),
        reliefs=tuple(_reliefs(outcome, start, placed_on)),
        exclusions=tuple(_exclusions(outcome, known)),
        roles=tuple(
            RoleFinding(role.rule.role, role.rule.provision, "certain" if role.value else "possible")
            for role in outcome.roles
            if role.value is not False
        ),
        open_questions=questions_open(outcome),
        steps=steps_taken(outcome, known),
        inputs=inputs_of(system),
    )


def _findings(outcome: Outcome, start: date, placed_on: date | None) -> Iterator[Finding]:
    """A finding for each rule that is met or may be; none on a system that the Act does not reach."""
    if outcome.in_scope is not False:
        yield from _of(outcome.on_systems, outcome.in_scope, start, placed_on)
        minimal = opposite(outcome.regulated)
        if minimal is not False:
            yield _finding(_MINIMAL, _certainty(minimal, outcome.in_scope), start, placed_on)
    yield from _of(outcome.on_models, True, start, placed_on)
    yield from _of(outcome.outside, True, start, placed_on)


def _of(
    decided: Iterable[Decided], in_scope: Answer, start: date, placed_on: date | None
) -> Iterator[Finding]:
    for one in decided:
        if one.value is not False:
            yield _finding(one.rule, _certainty(one.value, in_scope), start, placed_on)


def _certainty(value: Answer, in_scope: Answer) -> Certainty:
    if value is None:
        return "possible"
    return "certain" if in_scope else "if-in-scope"


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


def _reliefs(outcome: Outcome, start: date, placed_on: date | None) -> Iterator[Finding]:
    """What lightens a duty that is certainly owed."""
    for one in outcome.reliefs:
        in_scope = True if one.rule.tier == "gpai" else outcome.in_scope
        if one.value is True and in_scope is not False:
            yield _finding(one.rule, _certainty(True, in_scope), start, placed_on)


def _exclusions(outcome: Outcome, known: Known) -> Iterator[Exclusion]:
    """What the text of a rule takes out, where the rule would be met or the exclusion is worth telling."""
    for one in (*outcome.on_systems, *outcome.on_models):
        if one.rule.tier == "derogated":
            continue
        for exemption in one.rule.exemptions:
            worth_telling = exemption.alone or one.reading.elements is not False
            if worth_telling and exemption.holds.value(known.answers):
                yield Exclusion(one.rule.provision, exemption.provision, exemption.about)
