import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from copilot.errors import ContradictoryFacts, NotInForce
from copilot.law import ProvisionId
from copilot.rules.ai_act import FACTS, AISystem, Classification, Tier, classify
from copilot.rules.ai_act.rulebook import ON_MODELS, ON_SYSTEMS, OUTSIDE
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes

_TOLD = [fact for fact in FACTS if fact.read is None]
_DAYS = st.sampled_from([date(2024, 8, 1), date(2026, 7, 26), TODAY, date(2026, 12, 2), date(2029, 1, 1)])
_ORDER = get_args(Tier)
_IN = plain()
_REACHED = AISystem(nature=_IN.nature, scope=_IN.scope, nexus=_IN.nexus)


def _speaks_against() -> set[int]:
    """Facts that speak against some rule on systems or models, or for a rule that leaves a system out."""
    regulating = [
        part
        for rule in (*ON_SYSTEMS, *ON_MODELS)
        if rule.tier != "derogated"
        for part in (
            *rule.elements.facts(),
            *((index, not good) for one in rule.exemptions for index, good in one.holds.facts()),
        )
    ]
    leaving_out = [(index, not good) for rule in OUTSIDE for index, good in rule.elements.facts()]
    return {index for index, speaks_for in (*regulating, *leaving_out) if not speaks_for}


_FEATURES = [
    fact.key for index, fact in enumerate(FACTS) if index not in _speaks_against() and fact.read is None
]


def _with(system: AISystem, key: str, answer: bool) -> AISystem:
    topic, name = key.split(".")
    return replace(system, **{topic: replace(getattr(system, topic), **{name: answer})})


@st.composite
def systems(draw: st.DrawFn) -> AISystem:
    """A system of which nothing, only the scope, or all is known, with some facts told at random."""
    system = draw(st.sampled_from([AISystem(), _REACHED, plain()]))
    facts = draw(st.lists(st.sampled_from(_TOLD), max_size=25, unique=True))
    for fact in facts:
        system = _with(system, fact.key, draw(st.booleans()))
    return system


def _classified(system: AISystem, day: date) -> Classification:
    try:
        return classify(system, day)
    except ContradictoryFacts:
        assume(False)
        raise


def _gravest(classification: Classification) -> int:
    """The place of the gravest tier; below the regulated ones no difference is made."""
    return min(_ORDER.index(tier) for tier in (*classification.tiers, "minimal"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(systems(), st.sampled_from(_TOLD), st.booleans(), _DAYS)
def test_learning_a_fact_never_contradicts_what_was_certain(
    system: AISystem, fact: object, answer: bool, day: date
) -> None:
    key = fact.key  # type: ignore[attr-defined]
    topic, name = key.split(".")
    assume(getattr(getattr(system, topic), name) is None)
    before = _classified(system, day)
    after = _classified(_with(system, key, answer), day)
    anyhow = ("certain", "if-in-scope", "possible")

    assert named(before, "certain") <= named(after, "certain")
    assert named(after, *anyhow) <= named(before, *anyhow)
    assert _roles(before, "certain") <= _roles(after, "certain")
    assert _roles(after, *anyhow) <= _roles(before, *anyhow)


def _roles(classification: Classification, *certainties: str) -> set[ProvisionId]:
    return {one.provision for one in classification.roles if one.certainty in certainties}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(systems(), st.sampled_from(_FEATURES), _DAYS)
def test_adding_a_regulated_feature_never_lowers_the_tier(
    system: AISystem, feature: str, day: date
) -> None:
    before = _classified(system, day)
    after = _classified(_with(system, feature, answer=True), day)

    assert _gravest(after) <= _gravest(before)


def test_regulated_features_include_the_triggers() -> None:
    assert {
        "employment.recruitment",
        "essential_services.creditworthiness",
        "conversation.direct",
        "task.profiling",
        "emotions.emotions",
        "influence.subliminal",
        "general_purpose.designated",
    } <= set(_FEATURES)
    assert not {"essential_services.fraud_only", "scope.open_source", "task.preparatory"} & set(_FEATURES)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(systems(), _DAYS)
def test_the_same_input_gives_the_same_bytes(system: AISystem, day: date) -> None:
    first, again = _classified(system, day), _classified(replace(system), day)

    assert repr(first).encode() == repr(again).encode()
    assert first.as_tool_result().inputs_hash == again.as_tool_result().inputs_hash


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    """The order of sets differs from process to process; no result may show it."""
    script = """
from datetime import date
from copilot.rules.ai_act import AISystem, classify, system_from
half = system_from({"employment": {"recruitment": True}, "emotions": {"involved": True}}, "test")
print(repr([classify(one, date(2026, 11, 20)) for one in (AISystem(), half)]))
"""
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1


def test_tiers_stack() -> None:
    system = plain(
        employment=yes("recruitment"),
        conversation=yes("direct"),
        emotions=yes("emotions", "work_or_education", "from_biometrics"),
        biometrics=yes("permitted_by_law"),
    )

    assert classify(system, TODAY).tiers == ("prohibited", "high-risk-annex-iii", "transparency")


@pytest.mark.parametrize("profiling", [True, False])
def test_the_five_scenarios(profiling: bool) -> None:
    task: dict[str, object] = {"profiling": profiling}
    credit = plain(essential_services=yes("creditworthiness"), task=yes("profiling"))
    chatbot = plain(conversation=yes("direct"), task=task)
    cv = plain(employment=yes("recruitment"), task=yes("profiling"))
    fraud = plain(essential_services=yes("fraud_only"), task=task)
    surveillance = plain(task=task)

    assert found(credit) == {"high-risk-annex-iii:anx-3/5/b"}
    assert found(chatbot) == {"transparency:art-50/1"}
    assert found(cv) == {"high-risk-annex-iii:anx-3/4/a"}
    assert found(fraud) == found(surveillance) == {"minimal:art-95"}


@pytest.mark.parametrize(
    ("day", "binds"),
    [
        (date(2026, 7, 26), ["2026-08-02"]),
        (date(2026, 7, 27), ["2027-12-02"]),
    ],
)
def test_the_dates_are_those_the_law_stated_on_the_day(day: date, binds: list[str]) -> None:
    (finding,) = classify(plain(employment=yes("recruitment")), day).findings
    stated = [one for one in finding.binds if one.provision.segments == ("anx-3", "4", "a")]

    assert [str(one.application.binds.start) for one in stated] == binds


def test_both_readings_of_a_disputed_date_are_given() -> None:
    (finding,) = classify(plain(employment=yes("recruitment")), TODAY).findings
    readings = {
        str(one.application.binds.start)
        for one in finding.binds
        if one.application.disputed and one.provision.segments == ("art-49",)
    }

    assert readings == {"2026-08-02", "2027-12-02"}


def test_a_system_that_was_there_before_has_the_dates_of_such_systems() -> None:
    system = plain(employment=yes("recruitment"), market={"placed_on": date(2026, 1, 1)})
    (finding,) = classify(system, TODAY).findings

    conditions = {one.application.condition for one in finding.binds}
    assert not [one for one in conditions if one.placed_from]
    assert [one for one in conditions if one.changed_from]


def test_a_day_before_the_act_is_an_error() -> None:
    with pytest.raises(NotInForce, match="2024-07-31"):
        classify(AISystem(), date(2024, 7, 31))


def test_a_tool_result_carries_the_whole_of_it() -> None:
    classification = classify(plain(employment=yes("recruitment")), TODAY)
    result = classification.as_tool_result()

    assert result.verdict == "high-risk-annex-iii (Annex III, point 4(a))"
    assert (result.version, result.as_of) == (classification.version, TODAY)
    assert result.steps == classification.steps
    assert str(result.citations[0]) == "eu-ai-act/anx-3/4/a"


def test_what_is_possible_is_told_apart_from_what_is_certain() -> None:
    system = plain(employment=yes("recruitment"), conversation={"direct": None})
    classification = classify(system, TODAY)

    assert classification.tiers == ("high-risk-annex-iii",)
    assert classification.possible_tiers == ("transparency",)
    assert "still possible: transparency" in classification.verdict
