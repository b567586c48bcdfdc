from collections.abc import Mapping
from datetime import date

import pytest

from copilot.rules.ai_act import AISystem, classify
from copilot.rules.ai_act.facts import FACTS
from copilot.rules.ai_act.prohibited import PRACTICES as RULES
from tests.rules.ai_act.builders import TODAY, found, plain, yes
from tests.rules.ai_act.cases import PRACTICES, changed

_ALL_LIMBS = date(2026, 12, 2)
_CONDITIONS = yes("targeted_only", "within_limits", "national_law", "assessed", "registered", "authorised")
_OBJECTIVES = {
    "i": yes("victim_search"),
    "ii": yes("imminent_threat"),
    "iii": yes("suspect_search", "annex_2_offence", "four_years"),
}

MISSED: list[tuple[str, str, dict[str, object]]] = [
    ("a", "influence", {"subliminal": False}),
    ("a", "influence", {"distorts_behaviour": False}),
    ("a", "influence", {"impairs_decision": False}),
    ("a", "influence", {"other_decision": False}),
    ("a", "influence", {"significant_harm": False}),
    ("b", "influence", {"exploits_age": False}),
    ("b", "influence", {"distorts_behaviour": False}),
    ("b", "influence", {"significant_harm": False}),
    ("ba", "intimate_imagery", {"realistic": False}),
    ("ba", "intimate_imagery", {"identifiable": False}),
    ("ba", "intimate_imagery", {"consent": True}),
    ("ba", "intimate_imagery", {"no_more_exposed": True}),
    ("ba", "intimate_imagery", {"intended": False, "involved": True}),
    ("ba", "intimate_imagery", {"safeguards": True, "intended": False, "reproducible": True}),
    ("bb", "child_abuse_material", {"reproducible": False, "involved": True}),
    ("bb", "child_abuse_material", {"safeguards": True}),
    ("bb", "child_abuse_material", {"defence": True}),
    ("c", "social_scoring", {"over_time": False}),
    ("c", "social_scoring", {"social_behaviour": False}),
    ("c", "social_scoring", {"unrelated_context": False}),
    ("d", "crime_risk", {"assesses": False}),
    ("d", "crime_risk", {"solely_profiling": False}),
    ("d", "crime_risk", {"supports_human": True}),
    ("d", "crime_risk", {"supports_human": True, "solely_profiling": False, "solely_traits": True}),
    ("e", "face_database", {"untargeted_scraping": False}),
    ("e", "face_database", {"builds": False}),
    ("f", "emotions", {"emotions": False, "intentions": True}),
    ("f", "emotions", {"work_or_education": False}),
    ("f", "emotions", {"medical_or_safety": True}),
    ("g", "biometrics", {"categorises": False}),
    ("g", "biometrics", {"individually": False}),
    ("g", "biometrics", {"infers_special": False}),
    ("g", "biometrics", {"ancillary": True}),
    ("g", "biometrics", {"lawful_labelling": True}),
    ("g", "biometrics", {"police_categorising": True}),
    ("h", "live_identification", {"real_time": False}),
    ("h", "live_identification", {"public_space": False}),
    ("h", "live_identification", {"for_law_enforcement": False}),
]
"""Each element of a point told otherwise, with the rest as it must be; then each of its exceptions."""

ALTERNATIVES: list[tuple[str, str, dict[str, object]]] = [
    ("a", "influence", {"subliminal": False, "manipulative": True}),
    ("b", "influence", {"exploits_age": False, "exploits_disability": True}),
    ("b", "influence", {"exploits_age": False, "exploits_situation": True}),
    ("ba", "intimate_imagery", {"intended": False, "reproducible": True}),
    ("ba", "intimate_imagery", {"intended": False, "deployer_purpose": True}),
    ("ba", "intimate_imagery", {"intended": True, "safeguards": True}),
    ("bb", "child_abuse_material", {"reproducible": False, "intended": True}),
    ("bb", "child_abuse_material", {"reproducible": False, "deployer_purpose": True}),
    ("bb", "child_abuse_material", {"reproducible": False, "intended": True, "safeguards": True}),
    ("c", "social_scoring", {"social_behaviour": False, "personal_traits": True}),
    ("c", "social_scoring", {"unrelated_context": False, "disproportionate": True}),
    ("c", "social_scoring", {"unrelated_context": True, "disproportionate": True}),
    ("d", "crime_risk", {"solely_profiling": False, "solely_traits": True}),
]


@pytest.mark.parametrize("point", PRACTICES)
def test_each_practice_is_prohibited_where_all_its_elements_are_there(point: str) -> None:
    assert f"prohibited:art-5/1/{point}" in found(plain(**PRACTICES[point]), _ALL_LIMBS)


@pytest.mark.parametrize(("point", "topic", "facts"), MISSED)
def test_each_practice_is_narrowly_missed(point: str, topic: str, facts: dict[str, object]) -> None:
    classification = classify(plain(**changed(PRACTICES[point], topic, facts)), _ALL_LIMBS)

    assert "prohibited" not in (*classification.tiers, *classification.possible_tiers)


@pytest.mark.parametrize(("point", "topic", "facts"), MISSED)
def test_what_was_not_told_leaves_a_practice_possible_and_is_asked(
    point: str, topic: str, facts: dict[str, object]
) -> None:
    open_one = next(iter(facts))
    system = plain(**changed(PRACTICES[point], topic, {**facts, open_one: None}))
    classification = classify(system, _ALL_LIMBS)

    assert "prohibited" not in classification.tiers
    assert "prohibited" in classification.possible_tiers
    key = f"{topic}.{open_one}"
    first_question = next(fact.gate for fact in FACTS if fact.key == key)
    assert {key, first_question} & {asked.fact for asked in classification.open_questions}


@pytest.mark.parametrize(("point", "topic", "facts"), ALTERNATIVES)
def test_alternatives_within_a_practice_count_alike(
    point: str, topic: str, facts: dict[str, object]
) -> None:
    assert f"prohibited:art-5/1/{point}" in found(
        plain(**changed(PRACTICES[point], topic, facts)), _ALL_LIMBS
    )


def test_every_fact_that_a_practice_asks_is_told_both_ways_above() -> None:
    told = {f"{topic}.{name}" for _, topic, facts in (*MISSED, *ALTERNATIVES) for name in facts}
    told |= {
        f"live_identification.{name}" for facts in (_CONDITIONS, *_OBJECTIVES.values()) for name in facts
    }
    formulas = [one for rule in RULES for one in (rule.elements, *(each.holds for each in rule.exemptions))]
    asked = {FACTS[index].key for formula in formulas for index, _ in formula.facts()}

    assert (
        asked - told
        == {
            "biometrics.remote_identification",  # follows from real_time
            "intimate_imagery.involved",  # follows from what lies within
            "child_abuse_material.involved",
            "social_scoring.involved",
            "nexus.placed_in_union",  # told below
        }
        - told
    )


@pytest.mark.parametrize("topic", ["intimate_imagery", "child_abuse_material"])
def test_what_is_not_supplied_in_the_union_is_prohibited_by_its_use_only(topic: str) -> None:
    facts = yes("realistic", "identifiable") if topic == "intimate_imagery" else {}
    nexus = {"placed_in_union": False, "deployer_in_union": True}
    intended = plain(nexus=nexus, **{topic: {**facts, "intended": True}})
    used = plain(nexus=nexus, **{topic: {**facts, "deployer_purpose": True}})

    assert not any(one.startswith("prohibited") for one in found(intended, _ALL_LIMBS))
    assert any(one.startswith("prohibited") for one in found(used, _ALL_LIMBS))


def test_manipulation_that_shows_no_more_is_an_exception_for_intimate_imagery_only() -> None:
    system = plain(**changed(PRACTICES["bb"], "intimate_imagery", yes("no_more_exposed")))

    assert "prohibited:art-5/1/bb" in found(system, _ALL_LIMBS)


@pytest.mark.parametrize("point", _OBJECTIVES)
def test_live_identification_is_let_through_for_three_objectives(point: str) -> None:
    classification = classify(_live(_OBJECTIVES[point], _CONDITIONS), TODAY)

    assert "prohibited" not in classification.tiers
    assert [(str(one.of), str(one.provision)) for one in classification.exclusions] == [
        ("eu-ai-act/art-5/1/h", f"eu-ai-act/art-5/1/h/{point}")
    ]


@pytest.mark.parametrize("point", _OBJECTIVES)
@pytest.mark.parametrize("missing", _CONDITIONS)
def test_each_objective_needs_every_condition(point: str, missing: str) -> None:
    system = _live(_OBJECTIVES[point], {**_CONDITIONS, missing: False})

    assert "prohibited:art-5/1/h" in found(system)


@pytest.mark.parametrize("missing", _OBJECTIVES["iii"])
def test_the_search_for_a_suspect_needs_a_grave_offence(missing: str) -> None:
    system = _live({**_OBJECTIVES["iii"], missing: False}, _CONDITIONS)

    assert "prohibited:art-5/1/h" in found(system)


def test_the_conditions_alone_let_nothing_through() -> None:
    assert "prohibited:art-5/1/h" in found(_live({}, _CONDITIONS))


def _live(objective: Mapping[str, object], conditions: Mapping[str, object]) -> AISystem:
    return plain(**changed(PRACTICES["h"], "live_identification", {**objective, **conditions}))


@pytest.mark.parametrize("point", ["ba", "bb"])
def test_the_new_practices_come_with_their_dates(point: str) -> None:
    system = plain(**PRACTICES[point])
    later = f"prohibited-later:art-5/1/{point}"

    assert not any("art-5" in one for one in found(system, date(2026, 7, 26)))
    assert later in found(system, date(2026, 7, 27))
    assert later in found(system, date(2026, 12, 1))
    assert f"prohibited:art-5/1/{point}" in found(system, date(2026, 12, 2))


@pytest.mark.parametrize("point", [point for point in PRACTICES if point not in ("ba", "bb")])
def test_the_first_eight_practices_are_prohibited_from_february_2025(point: str) -> None:
    system = plain(**PRACTICES[point])

    assert f"prohibited-later:art-5/1/{point}" in found(system, date(2025, 2, 1))
    assert f"prohibited:art-5/1/{point}" in found(system, date(2025, 2, 2))
