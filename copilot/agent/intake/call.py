"""The call on a description: prohibited, high-risk or neither, read at its gravest.

A description tells what a system does, and hardly ever how much it harms, whether an exception holds or who must
assess the product. For the call, and for nothing else, such facts are supposed against the system where they are
neither told nor proposed; each supposition that the call rests on is named, and stays an open question of the
classification. Then a tier counts where it is ``certain`` or ``if-in-scope``; what is only ``possible`` does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.agent.intake.merging import answer_in, with_answer
from copilot.errors import ContradictoryFacts
from copilot.rules.ai_act import FACTS, AISystem, Classification, Finding, classify

Call: TypeAlias = Literal["prohibited", "high-risk", "neither"]

SUPPOSED: Mapping[str, bool] = {
    # Art. 5(1)(a) and (b): how strongly it works and how much it harms
    "influence.distorts_behaviour": True,
    "influence.impairs_decision": True,
    "influence.other_decision": True,
    "influence.significant_harm": True,
    # Art. 5(1)(ba) and (bb)
    "intimate_imagery.realistic": True,
    "intimate_imagery.identifiable": True,
    "intimate_imagery.consent": False,
    "intimate_imagery.no_more_exposed": False,
    "child_abuse_material.defence": False,
    # Art. 5(1)(c): on what behaviour, for how long, and that the consequence is out of proportion
    "social_scoring.over_time": True,
    "social_scoring.social_behaviour": True,
    "social_scoring.disproportionate": True,
    # Art. 5(1)(d) and Annex III 6(d): a text that does not say "solely on profiling" is read as the latter
    "crime_risk.solely_profiling": False,
    # The exceptions of Art. 5(1)(d), (f), (g) and (h), each of which has to be told
    "crime_risk.supports_human": False,
    "emotions.medical_or_safety": False,
    "biometrics.ancillary": False,
    "biometrics.individually": True,
    "biometrics.lawful_labelling": False,
    "biometrics.police_categorising": False,
    "live_identification.targeted_only": False,
    "live_identification.national_law": False,
    "live_identification.authorised": False,
    # Art. 3(39): emotion recognition works on biometric data; a text that says emotions are read seldom adds it
    "emotions.from_biometrics": True,
    # Annex III: who uses it, that the law permits the use, and what its text excludes
    "biometrics.permitted_by_law": True,
    "biometrics.verification_only": False,
    "essential_services.for_public_authority": True,
    "essential_services.fraud_only": False,
    "essential_services.capital_model": False,
    "law_enforcement.permitted_by_law": True,
    "migration.permitted_by_law": True,
    "migration.travel_documents_only": False,
    "justice.judicial_authority": True,
    "democracy.campaign_logistics": False,
    # Art. 6(1) and 6(3)
    "product.component": True,
    "product.third_party_assessment": True,
    "product.only_other_risks": False,
    "safety.only_convenience": False,
    "task.significant_risk": True,
    # The exceptions of Art. 50
    "conversation.obvious": False,
    "content.assistive_editing": False,
    "content.input_unaltered": False,
    "content.human_review": False,
    "crime_fighting.authorised_by_law": False,
    "crime_fighting.permitted_biometrics": False,
    # That it reaches the Union's market
    "nexus.placed_in_union": True,
}

_BESIDE = ("gpai-systemic", "gpai", "derogated", "transparency")
_GATES = (
    {fact.key: fact.gate for fact in FACTS if fact.gate is not None}
    | dict.fromkeys(
        ("product.component", "product.third_party_assessment", "product.only_other_risks"), "product.laws"
    )
    | {"emotions.from_biometrics": "emotions.involved"}
)


@dataclass(frozen=True, slots=True)
class Called:
    """A call, the findings it rests on, and what had to be supposed for it.

    ``beside`` are the lighter tiers that the facts lead to on the same suppositions: they stack.
    """

    call: Call
    findings: tuple[Finding, ...]
    supposed: tuple[tuple[str, bool], ...]
    beside: tuple[Finding, ...] = ()


def call_of(system: AISystem, as_of: date) -> Called:
    """The gravest class that the facts lead to once what descriptions leave out is supposed."""
    open_facts = [
        one for one in SUPPOSED.items() if answer_in(system, one[0]) is None and _in_topic(system, *one)
    ]
    supposing = _consistent(system, open_facts, as_of)
    supposed = _classified(system, supposing, as_of)
    call, findings = _called(supposed)
    needed = list(supposing)
    for one in supposing:
        fewer = [other for other in needed if other != one]
        if _called(_classified(system, fewer, as_of)) == (call, findings):
            needed = fewer
    beside = (one for one in supposed.findings if one.certainty != "possible" and one.tier in _BESIDE)
    return Called(call, findings, tuple(needed), tuple(beside))


def _in_topic(system: AISystem, fact: str, value: bool) -> bool:
    """Whether a supposition stays within what the facts speak of: a yes opens no topic that is not open."""
    gate = _GATES.get(fact)
    within = (other for other, its_gate in _GATES.items() if its_gate == gate)
    return not value or gate is None or any(answer_in(system, other) for other in (gate, *within))


def _called(found: Classification) -> tuple[Call, tuple[Finding, ...]]:
    counted = [one for one in found.findings if one.certainty != "possible"]
    prohibited = tuple(one for one in counted if one.tier in ("prohibited", "prohibited-later"))
    high_risk = tuple(one for one in counted if one.tier.startswith("high-risk"))
    if prohibited:
        return "prohibited", prohibited
    return ("high-risk", high_risk) if high_risk else ("neither", ())


def _classified(system: AISystem, supposing: Iterable[tuple[str, bool]], as_of: date) -> Classification:
    for fact, value in supposing:
        system = with_answer(system, fact, value)
    return classify(system, as_of)


def _consistent(system: AISystem, supposing: list[tuple[str, bool]], as_of: date) -> list[tuple[str, bool]]:
    """Only what can be supposed beside the facts: nothing told may be contradicted."""
    taken: list[tuple[str, bool]] = []
    for one in supposing:
        try:
            _classified(system, [*taken, one], as_of)
        except ContradictoryFacts:
            continue
        taken.append(one)
    return taken
