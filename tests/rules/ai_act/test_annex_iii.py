import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes
from tests.rules.ai_act.cases import BORDER, POLICE, USES, Topics

EXCLUDED: list[tuple[str, Topics, str]] = [
    (
        "1/a",
        {"biometrics": yes("remote_identification", "permitted_by_law", "verification_only")},
        "anx-3/1/a/sub-2",
    ),
    ("5/b", {"essential_services": yes("creditworthiness", "fraud_only")}, "anx-3/5/b"),
    ("5/b", {"essential_services": yes("creditworthiness", "capital_model")}, "rec-58"),
    ("7/d", {"migration": {**BORDER, **yes("identification", "travel_documents_only")}}, "anx-3/7/d"),
    ("8/b", {"democracy": yes("influences_vote", "campaign_logistics")}, "anx-3/8/b"),
]
"""What the text of a point takes out of it, with the provision that does."""

_NOT_POLICE = {**POLICE, "by_authority": False}
_NOT_PERMITTED = {**POLICE, "permitted_by_law": False}

MISSED: list[tuple[str, Topics]] = [
    ("1/a", {"biometrics": yes("remote_identification")}),
    ("1/a", {"biometrics": yes("involved", "permitted_by_law")}),
    ("1/b", {"biometrics": yes("categorises", "permitted_by_law")}),
    ("1/b", {"biometrics": yes("infers_protected", "permitted_by_law")}),
    ("1/b", {"biometrics": yes("categorises", "infers_protected")}),
    ("1/b", {"biometrics": yes("categorises", "infers_protected", "permitted_by_law", "ancillary")}),
    ("1/c", {"emotions": yes("emotions"), "biometrics": yes("permitted_by_law")}),
    ("1/c", {"emotions": yes("emotions", "from_biometrics"), "biometrics": yes("involved")}),
    ("1/c", {"emotions": yes("involved", "from_biometrics"), "biometrics": yes("permitted_by_law")}),
    ("2", {"infrastructure": yes("involved")}),
    ("2", {"safety": yes("function")}),
    ("2", {"infrastructure": yes("involved"), "safety": yes("only_convenience")}),
    (
        "2",
        {
            "infrastructure": yes("involved"),
            "safety": yes("only_convenience", "failure_endangers_property"),
        },
    ),
    *((point, {"education": yes("involved")}) for point in ("3/a", "3/b", "3/c", "3/d")),
    *((point, {"employment": yes("involved")}) for point in ("4/a", "4/b")),
    ("5/a", {"essential_services": yes("public_benefits")}),
    ("5/a", {"essential_services": yes("involved", "for_public_authority")}),
    ("5/b", {"essential_services": yes("involved")}),
    ("5/c", {"essential_services": yes("insurance_pricing")}),
    ("5/c", {"essential_services": yes("involved", "life_or_health")}),
    ("5/d", {"essential_services": yes("involved")}),
    *(
        (f"6/{letter}", {"law_enforcement": {**who, **yes(task)}, "task": {"profiling": letter == "e"}})
        for letter, task in [
            ("a", "victim_risk"),
            ("b", "polygraph"),
            ("c", "evidence_reliability"),
            ("d", "traits_or_record"),
            ("e", "profiling"),
        ]
        for who in (_NOT_POLICE, _NOT_PERMITTED)
    ),
    *((f"6/{letter}", {"law_enforcement": POLICE}) for letter in "abcde"),
    ("6/d", {"crime_risk": yes("assesses")}),
    (
        "6/d",
        {"law_enforcement": POLICE, "crime_risk": yes("assesses", "solely_profiling", "supports_human")},
    ),
    *(
        (f"7/{letter}", {"migration": {**who, **yes(task)}})
        for letter, task in [
            ("a", "polygraph"),
            ("b", "entry_risk"),
            ("c", "applications"),
            ("d", "identification"),
        ]
        for who in (_NOT_POLICE, _NOT_PERMITTED)
    ),
    *((f"7/{letter}", {"migration": BORDER}) for letter in "abcd"),
    ("8/a", {"justice": yes("assists_judging")}),
    ("8/a", {"justice": yes("judicial_authority")}),
    ("8/a", {"justice": yes("involved")}),
    ("8/b", {"democracy": yes("involved")}),
]
"""Each use without one of its elements, and each area without any of its uses."""

_HIGH_RISK = {"high-risk-annex-iii", "derogated"}


@pytest.mark.parametrize(("point", "topics"), USES)
def test_each_use_is_high_risk(point: str, topics: Topics) -> None:
    assert f"high-risk-annex-iii:anx-3/{point}" in found(plain(**topics))


@pytest.mark.parametrize(("point", "topics"), MISSED)
def test_each_use_is_narrowly_missed(point: str, topics: Topics) -> None:
    classification = classify(plain(**topics), TODAY)

    assert not _HIGH_RISK & {*classification.tiers, *classification.possible_tiers}, point


def test_every_point_is_met_and_missed_above() -> None:
    assert {point for point, _ in MISSED} == {point for point, _ in USES}


@pytest.mark.parametrize(("point", "topics", "by"), EXCLUDED)
def test_what_the_text_excludes_is_neither_high_risk_nor_derogated(
    point: str, topics: Topics, by: str
) -> None:
    classification = classify(plain(**topics, task=yes("narrow_procedural")), TODAY)

    assert not _HIGH_RISK & {*classification.tiers, *classification.possible_tiers}
    assert (f"eu-ai-act/anx-3/{point}", f"eu-ai-act/{by}") in [
        (str(one.of), str(one.provision)) for one in classification.exclusions
    ]


@pytest.mark.parametrize(("point", "topics", "by"), EXCLUDED)
@pytest.mark.parametrize("profiling", [True, False])
def test_profiling_changes_nothing_for_what_is_excluded(
    point: str, topics: Topics, by: str, profiling: bool
) -> None:
    assert not named(
        classify(plain(**topics, task={"profiling": profiling}), TODAY), "certain", "possible"
    ) & {f"{tier}:anx-3/{point}" for tier in _HIGH_RISK}, by


def test_fraud_detection_alone_is_told_as_excluded() -> None:
    classification = classify(plain(essential_services=yes("fraud_only")), TODAY)

    assert classification.tiers == ("minimal",)
    assert [str(one.of) for one in classification.exclusions] == ["eu-ai-act/anx-3/5/b"]


@pytest.mark.parametrize(
    ("topic", "told", "open_one"),
    [
        ("biometrics", yes("remote_identification"), "permitted_by_law"),
        ("biometrics", yes("remote_identification", "permitted_by_law"), "verification_only"),
        ("essential_services", yes("creditworthiness"), "fraud_only"),
        ("essential_services", yes("public_benefits"), "for_public_authority"),
        ("essential_services", yes("insurance_pricing"), "life_or_health"),
        ("law_enforcement", yes("by_authority", "polygraph"), "permitted_by_law"),
        ("migration", {**BORDER, **yes("identification")}, "travel_documents_only"),
        ("justice", yes("assists_judging"), "judicial_authority"),
        ("democracy", yes("influences_vote"), "campaign_logistics"),
    ],
)
def test_an_open_element_or_exclusion_is_asked_for(
    topic: str, told: dict[str, object], open_one: str
) -> None:
    classification = classify(plain(**{topic: {**told, open_one: None}}), TODAY)

    assert classification.tiers == ()
    assert "high-risk-annex-iii" in classification.possible_tiers
    assert [one.fact for one in classification.open_questions] == [f"{topic}.{open_one}"]
