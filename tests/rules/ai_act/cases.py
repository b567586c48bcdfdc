"""The cases that several tests start from: each practice of Article 5 and each use of Annex III, in full."""

from collections.abc import Mapping
from typing import TypeAlias

from tests.rules.ai_act.builders import yes

Topics: TypeAlias = Mapping[str, Mapping[str, object]]

PRACTICES: dict[str, Topics] = {
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
    "h": {
        "biometrics": yes("remote_identification"),
        "live_identification": yes("real_time", "public_space", "for_law_enforcement"),
    },
}
"""The points of Art. 5(1)."""

POLICE = yes("by_authority", "permitted_by_law")
BORDER = yes("by_authority", "permitted_by_law")

USES: list[tuple[str, Topics]] = [
    ("1/a", {"biometrics": yes("remote_identification", "permitted_by_law")}),
    ("1/b", {"biometrics": yes("categorises", "infers_protected", "permitted_by_law")}),
    ("1/c", {"emotions": yes("emotions", "from_biometrics"), "biometrics": yes("permitted_by_law")}),
    ("1/c", {"emotions": yes("intentions", "from_biometrics"), "biometrics": yes("permitted_by_law")}),
    ("2", {"infrastructure": yes("involved"), "safety": yes("function")}),
    ("2", {"infrastructure": yes("involved"), "safety": yes("failure_endangers_health")}),
    ("2", {"infrastructure": yes("involved"), "safety": yes("failure_endangers_property")}),
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
    ("6/a", {"law_enforcement": {**POLICE, **yes("victim_risk")}}),
    ("6/b", {"law_enforcement": {**POLICE, **yes("polygraph")}}),
    ("6/c", {"law_enforcement": {**POLICE, **yes("evidence_reliability")}}),
    ("6/d", {"law_enforcement": POLICE, "crime_risk": yes("assesses")}),
    ("6/d", {"law_enforcement": {**POLICE, **yes("traits_or_record")}}),
    ("6/e", {"law_enforcement": {**POLICE, **yes("profiling")}, "task": yes("profiling")}),
    ("7/a", {"migration": {**BORDER, **yes("polygraph")}}),
    ("7/b", {"migration": {**BORDER, **yes("entry_risk")}}),
    ("7/c", {"migration": {**BORDER, **yes("applications")}}),
    ("7/d", {"migration": {**BORDER, **yes("identification")}}),
    ("8/a", {"justice": yes("assists_judging", "judicial_authority")}),
    ("8/a", {"justice": yes("dispute_resolution")}),
    ("8/b", {"democracy": yes("influences_vote")}),
]
"""The points of Annex III, once for each use that makes them."""


def changed(topics: Topics, topic: str, facts: Mapping[str, object]) -> Topics:
    """The same case with some facts of one topic told otherwise."""
    return {**topics, topic: {**topics.get(topic, {}), **facts}}
