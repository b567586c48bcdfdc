from collections.abc import Mapping
from datetime import date

import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, plain, yes

_ALL_LIMBS = date(2026, 12, 2)
_CONDITIONS = yes("targeted_only", "national_law", "assessed", "registered", "authorised")
_LIVE = yes("real_time", "public_space", "for_law_enforcement")

Topics = Mapping[str, Mapping[str, object]]

MET: dict[str, Topics] = {
    "a": {
        "influence": yes(
            "subliminal", "distorts_behaviour", "impairs_decision", "other_decision", "significant_harm"
        )
    },
    "b": {"influence": yes("exploits_age", "distorts_behaviour", "significant_harm")},
    "ba": {"intimate_imagery": yes("realistic", "identifiable", "intended")},
    "bb": {"child_abuse_material": yes("reproducible")},
    "c": {"social_scoring": yes("involved", "over_time", "social_behaviour", "unrelated_context")},
    "d": {"crime_risk": yes("assesses", "solely_profiling")},
    "e": {"face_database": yes("builds", "untargeted_scraping")},
    "f": {"emotions": yes("emotions", "work_or_education")},
    "g": {"biometrics": yes("categorises", "individually", "infers_special", "infers_protected")},
    "h": {"biometrics": yes("remote_identification"), "live_identification": _LIVE},
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
    ("ba", "intimate_imagery", {"intended": False, "reproducible": True, "safeguards": True}),
    ("bb", "child_abuse_material", {"reproducible": False, "involved": True}),
    ("bb", "child_abuse_material", {"safeguards": True}),
    ("bb", "child_abuse_material", {"defence": True}),
    ("c", "social_scoring", {"over_time": False}),
    ("c", "social_scoring", {"social_behaviour": False}),
    ("c", "social_scoring", {"unrelated_context": False}),
    ("d", "crime_risk", {"solely_profiling": False}),
    ("d", "crime_risk", {"supports_human": True}),
    ("e", "face_database", {"untargeted_scraping": False}),
    ("e", "face_database", {"builds": False}),
    ("f", "emotions", {"work_or_education": False}),
    ("f", "emotions", {"medical_or_safety": True}),
    ("f", "emotions", {"emotions": False, "intentions": True}),
    ("g", "biometrics", {"individually": False}),
    ("g", "biometrics", {"infers_special": False}),
    ("g", "biometrics", {"ancillary": True}),
    ("g", "biometrics", {"lawful_labelling": True}),
    ("g", "biometrics", {"police_categorising": True}),
    ("h", "live_identification", {"real_time": False}),
    ("h", "live_identification", {"public_space": False}),
    ("h", "live_identification", {"for_law_enforcement": False}),
]


def _changed(point: str, topic: str, facts: Mapping[str, object]) -> Topics:
    return {**MET[point], topic: {**MET[point].get(topic, {}), **facts}}


@pytest.mark.parametrize("point", MET)
def test_each_practice_is_prohibited_where_all_its_elements_are_there(point: str) -> None:
    assert f"prohibited:art-5/1/{point}" in found(plain(**MET[point]), _ALL_LIMBS)


@pytest.mark.parametrize(("point", "topic", "facts"), MISSED)
def test_each_practice_is_narrowly_missed(point: str, topic: str, facts: dict[str, object]) -> None:
    classification = classify(plain(**_changed(point, topic, facts)), _ALL_LIMBS)

    assert "prohibited" not in (*classification.tiers, *classification.possible_tiers)


@pytest.mark.parametrize(
    ("point", "topic", "facts"),
    [
        ("a", "influence", {"subliminal": False, "manipulative": True}),
        ("b", "influence", {"exploits_age": False, "exploits_disability": True}),
        ("b", "influence", {"exploits_age": False, "exploits_situation": True}),
        ("ba", "intimate_imagery", {"intended": False, "reproducible": True}),
        ("ba", "intimate_imagery", {"intended": False, "deployer_purpose": True}),
        ("bb", "child_abuse_material", {"reproducible": False, "intended": True}),
        ("bb", "child_abuse_material", {"reproducible": False, "deployer_purpose": True}),
        ("c", "social_scoring", {"social_behaviour": False, "personal_traits": True}),
        ("c", "social_scoring", {"unrelated_context": False, "disproportionate": True}),
        ("d", "crime_risk", {"solely_profiling": False, "solely_traits": True}),
    ],
)
def test_alternatives_within_a_practice_count_alike(
    point: str, topic: str, facts: dict[str, object]
) -> None:
    assert f"prohibited:art-5/1/{point}" in found(plain(**_changed(point, topic, facts)), _ALL_LIMBS)


@pytest.mark.parametrize("topic", ["intimate_imagery", "child_abuse_material"])
def test_what_is_not_supplied_in_the_union_is_prohibited_by_its_use_only(topic: str) -> None:
    facts = yes("realistic", "identifiable") if topic == "intimate_imagery" else {}
    nexus = {"placed_in_union": False, "deployer_in_union": True}
    intended = plain(nexus=nexus, **{topic: {**facts, "intended": True}})
    used = plain(nexus=nexus, **{topic: {**facts, "deployer_purpose": True}})

    assert not any(one.startswith("prohibited") for one in found(intended, _ALL_LIMBS))
    assert any(one.startswith("prohibited") for one in found(used, _ALL_LIMBS))


@pytest.mark.parametrize(
    "objective",
    [
        yes("victim_search"),
        yes("imminent_threat"),
        yes("suspect_search", "annex_2_offence", "four_years"),
    ],
)
def test_live_identification_is_let_through_for_three_objectives(objective: dict[str, object]) -> None:
    live = {**_LIVE, **objective, **_CONDITIONS}

    classification = classify(plain(**_changed("h", "live_identification", live)), TODAY)

    assert "prohibited" not in classification.tiers
    assert [str(one.of) for one in classification.exclusions] == ["eu-ai-act/art-5/1/h"]


@pytest.mark.parametrize("missing", [*_CONDITIONS, "annex_2_offence", "four_years"])
def test_live_identification_is_let_through_under_all_conditions_only(missing: str) -> None:
    grave = yes("suspect_search", "annex_2_offence", "four_years")
    live = {**_LIVE, **grave, **_CONDITIONS, missing: False}

    assert "prohibited:art-5/1/h" in found(plain(**_changed("h", "live_identification", live)))


@pytest.mark.parametrize("point", ["ba", "bb"])
def test_the_new_practices_come_with_their_dates(point: str) -> None:
    system = plain(**MET[point])
    later = f"prohibited-later:art-5/1/{point}"

    assert not any("art-5" in one for one in found(system, date(2026, 7, 26)))
    assert later in found(system, date(2026, 7, 27))
    assert later in found(system, date(2026, 12, 1))
    assert f"prohibited:art-5/1/{point}" in found(system, date(2026, 12, 2))


@pytest.mark.parametrize("point", [point for point in MET if point not in ("ba", "bb")])
def test_the_first_eight_practices_are_prohibited_from_february_2025(point: str) -> None:
    system = plain(**MET[point])

    assert f"prohibited-later:art-5/1/{point}" in found(system, date(2025, 2, 1))
    assert f"prohibited:art-5/1/{point}" in found(system, date(2025, 2, 2))
