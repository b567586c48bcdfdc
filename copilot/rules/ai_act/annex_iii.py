"""The points of Annex III, each with what its own text excludes.

An exclusion takes a system out of the point: nothing follows for it, unlike for a derogation of Art. 6(3).
Points 1, 6 and 7 cover uses only in so far as Union or national law permits them.
"""

from __future__ import annotations

from copilot.law import Period
from copilot.rules.ai_act.annex_i import SAFETY_COMPONENT, SAFETY_COMPONENT_UNTIL_2026
from copilot.rules.ai_act.formula import Formula, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, IN_FORCE, Exemption, Rule, act

VERSION = "1"


def _point(
    path: str,
    about: str,
    elements: Formula,
    *exemptions: Exemption,
    in_force: Period = IN_FORCE,
    also: tuple[str, ...] = (),
) -> Rule:
    return Rule(
        tier="high-risk-annex-iii",
        provision=act(f"anx-3/{path}"),
        question=f"Is it meant for {about}?",
        matters="Annex III lists it as high-risk, unless Art. 6(3) takes it out.",
        elements=elements,
        exemptions=exemptions,
        in_force=in_force,
        also=(act("art-6/2"), *(act(other) for other in also)),
        dated=(act(f"anx-3/{path}"), act("art-8"), act("art-43"), act("art-49")),
        version=VERSION,
    )


def _police(path: str, about: str, task: Formula) -> Rule:
    """A task in the hands of law enforcement."""
    return _point(
        f"6/{path}", about, all_of("law_enforcement.by_authority", "law_enforcement.permitted_by_law", task)
    )


def _border(path: str, about: str, task: str, *exemptions: Exemption) -> Rule:
    """A task in the hands of migration, asylum or border authorities."""
    elements = all_of("migration.by_authority", "migration.permitted_by_law", task)
    return _point(f"7/{path}", about, elements, *exemptions)


def _infrastructure(component: Formula, in_force: Period, also: tuple[str, ...]) -> Rule:
    elements = all_of("infrastructure.involved", component)
    about = "the safety of critical infrastructure"
    return _point("2", about, elements, in_force=in_force, also=also)


BIOMETRICS = (
    _point(
        "1/a",
        "remote biometric identification",
        all_of("biometrics.remote_identification", "biometrics.permitted_by_law"),
        Exemption(
            "biometric verification whose sole purpose is to confirm a claimed identity",
            act("anx-3/1/a/sub-2"),
            told("biometrics.verification_only"),
            alone=True,
        ),
        also=("art-3/41",),
    ),
    _point(
        "1/b",
        "biometric categorisation by sensitive or protected attributes",
        all_of(
            "biometrics.categorises",
            none_of("biometrics.ancillary"),
            "biometrics.infers_protected",
            "biometrics.permitted_by_law",
        ),
        also=("art-3/40",),
    ),
    _point(
        "1/c",
        "emotion recognition",
        all_of(
            one_of("emotions.emotions", "emotions.intentions"),
            "emotions.from_biometrics",
            "biometrics.permitted_by_law",
        ),
        also=("art-3/39",),
    ),
)

INFRASTRUCTURE = (
    _infrastructure(SAFETY_COMPONENT_UNTIL_2026, FIRST_WORDING, ("art-3/14",)),
    _infrastructure(SAFETY_COMPONENT, AMENDED, ("art-3/14", "art-6/1a", "art-6/1b")),
)

EDUCATION = (
    _point("3/a", "access or admission to education", told("education.admission")),
    _point("3/b", "evaluating learning outcomes", told("education.outcomes")),
    _point("3/c", "assessing the appropriate level of education", told("education.level")),
    _point("3/d", "monitoring students during tests", told("education.test_monitoring")),
)

EMPLOYMENT = (
    _point("4/a", "recruiting or selecting persons", told("employment.recruitment")),
    _point(
        "4/b",
        "decisions on work, allocating tasks by behaviour or traits, or monitoring and evaluating workers",
        one_of("employment.decisions", "employment.task_allocation", "employment.monitoring"),
    ),
)

_CAPITAL_MODEL = Exemption(
    "calculation of prudential capital requirements, provided for by Union law",
    act("rec-58"),
    told("essential_services.capital_model"),
    alone=True,
)
SERVICES = (
    _point(
        "5/a",
        "eligibility for essential public benefits and services",
        all_of("essential_services.public_benefits", "essential_services.for_public_authority"),
    ),
    _point(
        "5/b",
        "creditworthiness or credit scores of natural persons",
        told("essential_services.creditworthiness"),
        Exemption(
            "detection of financial fraud",
            act("anx-3/5/b"),
            told("essential_services.fraud_only"),
            alone=True,
        ),
        _CAPITAL_MODEL,
    ),
    _point(
        "5/c",
        "risk assessment and pricing in life and health insurance",
        all_of("essential_services.insurance_pricing", "essential_services.life_or_health"),
    ),
    _point(
        "5/d",
        "emergency calls, dispatch or triage",
        one_of(
            "essential_services.emergency_calls",
            "essential_services.emergency_dispatch",
            "essential_services.emergency_triage",
        ),
    ),
)

LAW_ENFORCEMENT = (
    _police("a", "the risk of becoming a victim", told("law_enforcement.victim_risk")),
    _police("b", "polygraphs of law enforcement", told("law_enforcement.polygraph")),
    _police("c", "the reliability of evidence", told("law_enforcement.evidence_reliability")),
    _police(
        "d",
        "the risk of offending, personality traits or past criminal behaviour",
        one_of(
            all_of("crime_risk.assesses", none_of("crime_risk.solely_profiling")),
            "law_enforcement.traits_or_record",
        ),
    ),
    _police("e", "profiling in criminal investigations", told("law_enforcement.profiling")),
)

MIGRATION = (
    _border("a", "polygraphs of migration authorities", "migration.polygraph"),
    _border("b", "risks posed by persons entering", "migration.entry_risk"),
    _border("c", "examining applications for asylum, visa or residence", "migration.applications"),
    _border(
        "d",
        "identifying persons at the border",
        "migration.identification",
        Exemption(
            "verification of travel documents",
            act("anx-3/7/d"),
            told("migration.travel_documents_only"),
            alone=True,
        ),
    ),
)

JUSTICE = (
    _point(
        "8/a",
        "assisting courts or alternative dispute resolution",
        one_of(
            all_of("justice.assists_judging", "justice.judicial_authority"),
            "justice.dispute_resolution",
        ),
    ),
    _point(
        "8/b",
        "influencing elections, referenda or votes",
        told("democracy.influences_vote"),
        Exemption(
            "tools to whose output persons are not directly exposed",
            act("anx-3/8/b"),
            told("democracy.campaign_logistics"),
            alone=True,
        ),
    ),
)

POINTS = (
    *BIOMETRICS,
    *INFRASTRUCTURE,
    *EDUCATION,
    *EMPLOYMENT,
    *SERVICES,
    *LAW_ENFORCEMENT,
    *MIGRATION,
    *JUSTICE,
)
