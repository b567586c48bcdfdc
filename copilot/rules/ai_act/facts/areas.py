"""Facts on the areas of Annex III."""

# ruff: noqa: RUF009  # asked() and within() make fields

from __future__ import annotations

from dataclasses import dataclass

from copilot.rules.ai_act.facts.topic import Topic, asked, within
from copilot.rules.telling import Said


@dataclass(frozen=True, slots=True)
class Infrastructure(Topic):
    """Critical infrastructure."""

    gate = "involved"

    involved: Said = asked(
        "Is it used in managing or operating critical digital infrastructure or road traffic, or in "
        "supplying water, gas, heating or electricity?",
        "A safety component there is high-risk: Annex III 2.",
    )


@dataclass(frozen=True, slots=True)
class Education(Topic):
    """Education and vocational training."""

    gate = "involved"

    involved: Said = asked(
        "Is it intended for education or vocational training?", "If not, Annex III 3 is ruled out."
    )
    admission: Said = within(
        "Is it meant to determine access or admission to institutions, or to assign persons to them?",
        "Annex III 3(a).",
    )
    outcomes: Said = within(
        "Is it meant to evaluate learning outcomes, also to steer learning?", "Annex III 3(b)."
    )
    level: Said = within(
        "Is it meant to assess the level of education a person will receive or can access?",
        "Annex III 3(c).",
    )
    test_monitoring: Said = within(
        "Is it meant to monitor and detect prohibited behaviour of students during tests?",
        "Annex III 3(d).",
    )


@dataclass(frozen=True, slots=True)
class Employment(Topic):
    """Work and access to self-employment."""

    gate = "involved"

    involved: Said = asked(
        "Is it intended for hiring people, for managing people at work or for access to self-employment?",
        "If not, Annex III 4 is ruled out.",
    )
    recruitment: Said = within(
        "Is it meant for recruiting or selecting persons, such as by targeted job advertisements, filtering "
        "applications or evaluating candidates?",
        "Annex III 4(a).",
    )
    decisions: Said = within(
        "Is it meant for decisions on terms of work, promotion or termination?", "Annex III 4(b)."
    )
    task_allocation: Said = within(
        "Is it meant to allocate tasks by individual behaviour or personal traits?", "Annex III 4(b)."
    )
    monitoring: Said = within(
        "Is it meant to monitor and evaluate how persons at work perform and behave?",
        "Annex III 4(b).",
    )


@dataclass(frozen=True, slots=True)
class EssentialServices(Topic):
    """Essential private and public services and benefits."""

    gate = "involved"

    involved: Said = asked(
        "Is it intended for credit or creditworthiness, for insurance, for public benefits or services "
        "(healthcare included) or for emergency services?",
        "If not, Annex III 5 is ruled out.",
    )
    public_benefits: Said = within(
        "Is it meant to evaluate eligibility for essential public assistance benefits and services, healthcare "
        "included, or to "
        "grant, reduce, revoke or reclaim them?",
        "An element of Annex III 5(a).",
    )
    for_public_authority: Said = asked(
        "Is it to be used for that by public authorities or on their behalf?",
        "An element of Annex III 5(a).",
    )
    creditworthiness: Said = within(
        "Is it meant to evaluate the creditworthiness of natural persons, sole traders included, or to "
        "establish their credit score?",
        "Annex III 5(b).",
    )
    fraud_only: Said = asked(
        "Is it used for detecting financial fraud, with no output that serves to judge creditworthiness?",
        "Detecting financial fraud is excepted by the text of Annex III 5(b).",
    )
    capital_model: Said = asked(
        "Is it used solely to calculate capital requirements for prudential purposes, as Union law provides, with "
        "no output that serves to judge a person's creditworthiness?",
        "Such models of banks and insurers should not be high-risk: recital 58.",
    )
    insurance_pricing: Said = within(
        "Is it meant for risk assessment and pricing of natural persons in insurance?",
        "An element of Annex III 5(c).",
    )
    life_or_health: Said = asked(
        "Is that life or health insurance?", "Other lines are outside Annex III 5(c)."
    )
    emergency_calls: Said = within(
        "Is it meant to evaluate and classify emergency calls by natural persons?", "Annex III 5(d)."
    )
    emergency_dispatch: Said = within(
        "Is it meant to dispatch emergency first response, or to set its priority?", "Annex III 5(d)."
    )
    emergency_triage: Said = within(
        "Is it meant to triage patients in emergency healthcare?", "Annex III 5(d)."
    )


@dataclass(frozen=True, slots=True)
class LawEnforcement(Topic):
    """Law enforcement."""

    gate = "by_authority"

    by_authority: Said = asked(
        "Will law enforcement authorities use it, somebody on their behalf, or Union bodies in support of them?",
        "If not, Annex III 6 is ruled out.",
    )
    permitted_by_law: Said = asked(
        "Do Union and national law permit this use?",
        "Annex III 6 covers only uses that are permitted; others are unlawful anyway.",
    )
    victim_risk: Said = asked(
        "Is it meant to assess the risk that a person becomes the victim of a crime?", "Annex III 6(a)."
    )
    polygraph: Said = asked("Is it meant as a polygraph or a similar tool?", "Annex III 6(b).")
    evidence_reliability: Said = asked(
        "Is it meant to evaluate the reliability of evidence in investigating or prosecuting crimes?",
        "Annex III 6(c).",
    )
    traits_or_record: Said = asked(
        "Is it meant to assess past criminal behaviour, or personality traits and characteristics?",
        "Annex III 6(d), second case.",
    )
    profiling: Said = asked(
        "Is it meant to profile persons in detecting, investigating or prosecuting crimes?",
        "Annex III 6(e).",
    )


@dataclass(frozen=True, slots=True)
class Migration(Topic):
    """Migration, asylum and border control."""

    gate = "by_authority"

    by_authority: Said = asked(
        "In migration, asylum or border control, will competent public authorities use it, somebody on their "
        "behalf, or Union bodies?",
        "If not, Annex III 7 is ruled out.",
    )
    permitted_by_law: Said = asked(
        "Do Union and national law permit this use?",
        "Annex III 7 covers only uses that are permitted; others are unlawful anyway.",
    )
    polygraph: Said = asked("Is it meant as a polygraph or a similar tool there?", "Annex III 7(a).")
    entry_risk: Said = asked(
        "Is it meant to assess a risk (of security, irregular migration, health or of another kind) posed by a "
        "person who intends to enter or has entered?",
        "Annex III 7(b).",
    )
    applications: Said = asked(
        "Is it meant to assist in examining applications for asylum, visa or residence permits, or complaints "
        "about them, the reliability of evidence included?",
        "Annex III 7(c).",
    )
    identification: Said = asked(
        "Is it meant to detect, recognise or identify persons there?", "Annex III 7(d)."
    )
    travel_documents_only: Said = asked(
        "Does it, at the border, only verify travel documents?",
        "Verification of travel documents is excepted by the text of Annex III 7(d).",
    )


@dataclass(frozen=True, slots=True)
class Justice(Topic):
    """Administration of justice."""

    gate = "involved"

    involved: Said = asked(
        "Is it intended for courts or other judicial authorities, or for alternative dispute resolution?",
        "If not, Annex III 8(a) is ruled out.",
    )
    assists_judging: Said = within(
        "Is it meant to assist in researching and interpreting facts and law and in applying the law to facts?",
        "An element of Annex III 8(a).",
    )
    judicial_authority: Said = within(
        "Is it to be used for that by a judicial authority or on its behalf?",
        "An element of Annex III 8(a).",
    )
    dispute_resolution: Said = within(
        "Will alternative dispute resolution use it in a similar way?", "Annex III 8(a)."
    )


@dataclass(frozen=True, slots=True)
class Democracy(Topic):
    """Elections and referenda."""

    gate = "involved"

    involved: Said = asked(
        "Is it intended for elections, referenda or political campaigns?",
        "If not, Annex III 8(b) is ruled out.",
    )
    influences_vote: Said = within(
        "Is it meant to influence how people vote, or how an election or referendum ends?",
        "Annex III 8(b).",
    )
    campaign_logistics: Said = within(
        "Is it a tool, as for campaign logistics, to whose output persons are not directly exposed?",
        "Such tools are excluded by the text of Annex III 8(b).",
    )


@dataclass(frozen=True, slots=True)
class Task(Topic):
    """What part the system plays in a decision of an Annex III area."""

    profiling: Said = asked(
        "Does it profile natural persons: evaluate, automatically and from personal data, aspects such as "
        "their performance, economic situation, health, reliability or behaviour?",
        "A system of Annex III that profiles people is always high-risk: Art. 6(3), third subparagraph.",
    )
    narrow_procedural: Said = asked(
        "Is it meant to perform a narrow procedural task?", "Condition (a) of the derogation: Art. 6(3)."
    )
    improves_human_work: Said = asked(
        "Is it meant to improve the result of a human activity completed before?",
        "Condition (b) of the derogation: Art. 6(3).",
    )
    detects_patterns: Said = asked(
        "Is it meant to detect decision-making patterns or deviations from them?",
        "Condition (c) of the derogation: Art. 6(3).",
    )
    replaces_without_review: Said = asked(
        "Is it meant to replace or influence a completed human assessment without proper human review?",
        "Then condition (c) of the derogation does not hold: Art. 6(3).",
    )
    preparatory: Said = asked(
        "Is it meant to prepare an assessment relevant to the use?",
        "Condition (d) of the derogation: Art. 6(3).",
    )
    significant_risk: Said = asked(
        "Does it pose a significant risk of harm to health, safety or fundamental rights, for example by "
        "materially influencing the outcome of decisions?",
        "There is no derogation for a system that does: Art. 6(3), first subparagraph.",
    )
