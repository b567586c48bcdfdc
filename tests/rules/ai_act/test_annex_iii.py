from collections.abc import Mapping

import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, plain, yes

Topics = Mapping[str, Mapping[str, object]]

_POLICE = yes("by_authority", "permitted_by_law")
_BORDER = yes("by_authority", "permitted_by_law")
_SAFETY = {"safety": yes("function")}

MET: list[tuple[str, Topics]] = [
    ("1/a", {"biometrics": yes("remote_identification", "permitted_by_law")}),
    ("1/b", {"biometrics": yes("categorises", "infers_protected", "permitted_by_law")}),
    ("1/c", {"emotions": yes("emotions", "from_biometrics"), "biometrics": yes("permitted_by_law")}),
    ("1/c", {"emotions": yes("intentions", "from_biometrics"), "biometrics": yes("permitted_by_law")}),
    ("2", {"infrastructure": yes("involved"), **_SAFETY}),
    ("3/a", {"education": yes("admission")}),
    ("3/b", {"education": yes("outcomes")}),
    ("3/c", {"education": yes("level")}),
    ("3/d", {"education": yes("test_monitoring")}),
    ("4/a", {"employment": yes("recruitment")}),
    ("4/b", {"employment": yes("decisions")}),
    ("4/b", {"employment": yes("task_allocation")}),
    ("4/b", {"employment": yes("monitoring")}),
    ("5/a", {"essential_services": yes("public_benefits", "for_public_authority")}),
    ("5/b", {"essential_services": yes("creditworthiness")}),
    ("5/c", {"essential_services": yes("insurance_pricing", "life_or_health")}),
    ("5/d", {"essential_services": yes("emergency_calls")}),
    ("5/d", {"essential_services": yes("emergency_dispatch")}),
    ("5/d", {"essential_services": yes("emergency_triage")}),
    ("6/a", {"law_enforcement": {**_POLICE, **yes("victim_risk")}}),
    ("6/b", {"law_enforcement": {**_POLICE, **yes("polygraph")}}),
    ("6/c", {"law_enforcement": {**_POLICE, **yes("evidence_reliability")}}),
    ("6/d", {"law_enforcement": _POLICE, "crime_risk": yes("assesses")}),
    ("6/d", {"law_enforcement": {**_POLICE, **yes("traits_or_record")}}),
    ("6/e", {"law_enforcement": {**_POLICE, **yes("profiling")}, "task": yes("profiling")}),
    ("7/a", {"migration": {**_BORDER, **yes("polygraph")}}),
    ("7/b", {"migration": {**_BORDER, **yes("entry_risk")}}),
    ("7/c", {"migration": {**_BORDER, **yes("applications")}}),
    ("7/d", {"migration": {**_BORDER, **yes("identification")}}),
    ("8/a", {"justice": yes("assists_judging", "judicial_authority")}),
    ("8/a", {"justice": yes("dispute_resolution")}),
    ("8/b", {"democracy": yes("influences_vote")}),
]

EXCLUDED: list[tuple[str, Topics, str]] = [
    (
        "1/a",
        {"biometrics": yes("remote_identification", "permitted_by_law", "verification_only")},
        "anx-3/1/a/sub-2",
    ),
    ("5/b", {"essential_services": yes("creditworthiness", "fraud_only")}, "anx-3/5/b"),
    ("5/b", {"essential_services": yes("creditworthiness", "capital_model")}, "rec-58"),
    ("7/d", {"migration": {**_BORDER, **yes("identification", "travel_documents_only")}}, "anx-3/7/d"),
    ("8/b", {"democracy": yes("influences_vote", "campaign_logistics")}, "anx-3/8/b"),
]

MISSED: list[Topics] = [
    {"biometrics": yes("remote_identification")},
    {"biometrics": yes("categorises", "permitted_by_law")},
    {"biometrics": yes("infers_protected", "permitted_by_law")},
    {"emotions": yes("emotions"), "biometrics": yes("permitted_by_law")},
    {"infrastructure": yes("involved")},
    {"infrastructure": yes("involved"), "safety": yes("only_convenience", "failure_endangers_property")},
    {"essential_services": yes("public_benefits")},
    {"essential_services": yes("insurance_pricing")},
    {"law_enforcement": {**yes("permitted_by_law", "polygraph"), "by_authority": False}},
    {"law_enforcement": yes("by_authority", "polygraph")},
    {"law_enforcement": _POLICE, "crime_risk": yes("assesses", "solely_profiling", "supports_human")},
    {"migration": {**yes("permitted_by_law", "entry_risk"), "by_authority": False}},
    {"migration": yes("by_authority", "entry_risk")},
    {"justice": yes("assists_judging")},
]


@pytest.mark.parametrize(("point", "topics"), MET)
def test_each_point_is_high_risk(point: str, topics: Topics) -> None:
    assert f"high-risk-annex-iii:anx-3/{point}" in found(plain(**topics))


@pytest.mark.parametrize("topics", MISSED)
def test_each_point_is_narrowly_missed(topics: Topics) -> None:
    classification = classify(plain(**topics), TODAY)

    assert "high-risk-annex-iii" not in (*classification.tiers, *classification.possible_tiers)


@pytest.mark.parametrize(("point", "topics", "by"), EXCLUDED)
def test_what_the_text_excludes_is_neither_high_risk_nor_derogated(
    point: str, topics: Topics, by: str
) -> None:
    classification = classify(plain(**topics, task=yes("narrow_procedural")), TODAY)

    assert not {"high-risk-annex-iii", "derogated"} & {
        *classification.tiers,
        *classification.possible_tiers,
    }
    assert (f"eu-ai-act/anx-3/{point}", f"eu-ai-act/{by}") in [
        (str(one.of), str(one.provision)) for one in classification.exclusions
    ]


def test_fraud_detection_alone_is_told_as_excluded() -> None:
    classification = classify(plain(essential_services=yes("fraud_only")), TODAY)

    assert classification.tiers == ("minimal",)
    assert [str(one.of) for one in classification.exclusions] == ["eu-ai-act/anx-3/5/b"]


def test_an_open_permission_is_asked_for() -> None:
    classification = classify(
        plain(biometrics={**yes("remote_identification"), "permitted_by_law": None}), TODAY
    )

    assert classification.tiers == ()
    assert [one.fact for one in classification.open_questions] == ["biometrics.permitted_by_law"]
