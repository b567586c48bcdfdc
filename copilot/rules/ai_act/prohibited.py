"""The ten prohibited practices of Article 5(1), each with its elements and exceptions."""

from __future__ import annotations

from copilot.rules.ai_act.formula import Formula, all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import AMENDED, Exemption, Rule, act

VERSION = "1"


def _supplied_or_used(topic: str) -> Formula:
    """Art. 5(1a): supply is prohibited in two cases only, use in one."""
    return one_of(
        all_of(
            "nexus.placed_in_union",
            one_of(
                f"{topic}.intended",
                all_of(f"{topic}.reproducible", none_of(f"{topic}.safeguards")),
            ),
        ),
        f"{topic}.deployer_purpose",
    )


MANIPULATION = Rule(
    tier="prohibited",
    provision=act("art-5/1/a"),
    question="Does it manipulate people into harmful decisions?",
    matters="Technique, distortion, impaired decision, another decision and significant harm must all be there.",
    elements=all_of(
        one_of("influence.subliminal", "influence.manipulative"),
        "influence.distorts_behaviour",
        "influence.impairs_decision",
        "influence.other_decision",
        "influence.significant_harm",
    ),
    version=VERSION,
)

VULNERABILITY = Rule(
    tier="prohibited",
    provision=act("art-5/1/b"),
    question="Does it exploit vulnerabilities harmfully?",
    matters="Only age, disability and a specific social or economic situation count as vulnerabilities.",
    elements=all_of(
        one_of("influence.exploits_age", "influence.exploits_disability", "influence.exploits_situation"),
        "influence.distorts_behaviour",
        "influence.significant_harm",
    ),
    version=VERSION,
)

INTIMATE_IMAGERY = Rule(
    tier="prohibited",
    provision=act("art-5/1/ba"),
    question="Does it make intimate imagery of identifiable persons without their consent?",
    matters="Supply is prohibited where it is intended or left foreseeable, use where it is the purpose.",
    elements=all_of(
        "intimate_imagery.involved",
        "intimate_imagery.realistic",
        "intimate_imagery.identifiable",
        none_of("intimate_imagery.consent"),
        _supplied_or_used("intimate_imagery"),
    ),
    exemptions=(
        Exemption(
            "manipulation that neither increases exposure nor alters the nature of what is shown",
            act("art-5/1b"),
            told("intimate_imagery.no_more_exposed"),
        ),
    ),
    in_force=AMENDED,
    also=(act("art-5/1a"),),
    version=VERSION,
)

CHILD_ABUSE_MATERIAL = Rule(
    tier="prohibited",
    provision=act("art-5/1/bb"),
    question="Does it make child sexual abuse material?",
    matters="Supply is prohibited where it is intended or left foreseeable, use where it is the purpose.",
    elements=all_of("child_abuse_material.involved", _supplied_or_used("child_abuse_material")),
    exemptions=(
        Exemption(
            "a 'without right' defence under national law",
            act("art-5/1/bb"),
            told("child_abuse_material.defence"),
        ),
    ),
    in_force=AMENDED,
    also=(act("art-5/1a"),),
    version=VERSION,
)

SOCIAL_SCORING = Rule(
    tier="prohibited",
    provision=act("art-5/1/c"),
    question="Is it social scoring?",
    matters="Evaluation over time becomes prohibited by one of two consequences of the score.",
    elements=all_of(
        "social_scoring.involved",
        "social_scoring.over_time",
        one_of("social_scoring.social_behaviour", "social_scoring.personal_traits"),
        one_of("social_scoring.unrelated_context", "social_scoring.disproportionate"),
    ),
    version=VERSION,
)

CRIME_PREDICTION = Rule(
    tier="prohibited",
    provision=act("art-5/1/d"),
    question="Does it predict crimes of individuals from profiling or personality alone?",
    matters="Only assessments based solely on profiling or on personality traits are prohibited.",
    elements=all_of(
        "crime_risk.assesses", one_of("crime_risk.solely_profiling", "crime_risk.solely_traits")
    ),
    exemptions=(
        Exemption(
            "support of a human assessment that already rests on objective, verifiable facts",
            act("art-5/1/d"),
            told("crime_risk.supports_human"),
        ),
    ),
    version=VERSION,
)

FACE_SCRAPING = Rule(
    tier="prohibited",
    provision=act("art-5/1/e"),
    question="Does it build facial recognition databases by untargeted scraping?",
    matters="Both the database and the untargeted scraping of internet or CCTV images are needed.",
    elements=all_of("face_database.builds", "face_database.untargeted_scraping"),
    version=VERSION,
)

EMOTIONS_AT_WORK = Rule(
    tier="prohibited",
    provision=act("art-5/1/f"),
    question="Does it infer emotions at work or in education?",
    matters="The letter of the point asks for emotions and the place, not for biometric data.",
    elements=all_of("emotions.emotions", "emotions.work_or_education"),
    exemptions=(
        Exemption("medical or safety reasons", act("art-5/1/f"), told("emotions.medical_or_safety")),
    ),
    version=VERSION,
)

BIOMETRIC_CATEGORIES = Rule(
    tier="prohibited",
    provision=act("art-5/1/g"),
    question="Does it categorise individuals biometrically by race, belief, orientation or the like?",
    matters="Only these six kinds of attribute are meant, and only individual categorisation.",
    elements=all_of(
        "biometrics.categorises",
        none_of("biometrics.ancillary"),
        "biometrics.individually",
        "biometrics.infers_special",
    ),
    exemptions=(
        Exemption(
            "labelling or filtering of lawfully acquired biometric datasets",
            act("art-5/1/g"),
            told("biometrics.lawful_labelling"),
        ),
        Exemption(
            "categorising biometric data in the area of law enforcement",
            act("art-5/1/g"),
            told("biometrics.police_categorising"),
        ),
    ),
    also=(act("art-3/40"),),
    version=VERSION,
)

_CONDITIONS = (
    "live_identification.targeted_only",
    "live_identification.within_limits",
    "live_identification.national_law",
    "live_identification.assessed",
    "live_identification.registered",
    "live_identification.authorised",
)
_GRAVE_OFFENCE = all_of(
    "live_identification.suspect_search",
    "live_identification.annex_2_offence",
    "live_identification.four_years",
)

LIVE_IDENTIFICATION = Rule(
    tier="prohibited",
    provision=act("art-5/1/h"),
    question="Is it real-time remote biometric identification in public by law enforcement?",
    matters="Three narrow objectives are let through, each use under the conditions of Art. 5(2), (3) and (5).",
    elements=all_of(
        "live_identification.real_time",
        "biometrics.remote_identification",
        "live_identification.public_space",
        "live_identification.for_law_enforcement",
    ),
    exemptions=(
        Exemption(
            "search for victims or missing persons, under the conditions of Art. 5(2), (3) and (5)",
            act("art-5/1/h/i"),
            all_of("live_identification.victim_search", *_CONDITIONS),
        ),
        Exemption(
            "prevention of an imminent threat or a terrorist attack, under the conditions of Art. 5(2), (3) and (5)",
            act("art-5/1/h/ii"),
            all_of("live_identification.imminent_threat", *_CONDITIONS),
        ),
        Exemption(
            "search for a suspect of a grave offence of Annex II, under the conditions of Art. 5(2), (3) and (5)",
            act("art-5/1/h/iii"),
            all_of(_GRAVE_OFFENCE, *_CONDITIONS),
        ),
    ),
    also=(act("art-3/42"), act("art-5/2"), act("art-5/3"), act("art-5/5"), act("anx-2")),
    version=VERSION,
)

PRACTICES = (
    MANIPULATION,
    VULNERABILITY,
    INTIMATE_IMAGERY,
    CHILD_ABUSE_MATERIAL,
    SOCIAL_SCORING,
    CRIME_PREDICTION,
    FACE_SCRAPING,
    EMOTIONS_AT_WORK,
    BIOMETRIC_CATEGORIES,
    LIVE_IDENTIFICATION,
)
