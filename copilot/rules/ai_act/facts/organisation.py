"""Facts on who the person asking is and how the system is used: the duties depend on them, the tier does not."""

# ruff: noqa: RUF009  # asked() makes fields

from __future__ import annotations

from dataclasses import dataclass

from copilot.rules.ai_act.facts.topic import Topic, asked
from copilot.rules.telling import Said


@dataclass(frozen=True, slots=True)
class Organisation(Topic):
    """Who the person asking is."""

    financial_institution: Said = asked(
        "Are you a financial institution on whose internal governance, arrangements or processes Union "
        "financial services law lays down requirements?",
        "Then some duties are met through that law: Art. 17(4), 18(3), 19(2), 26(5) and (6), 72(4).",
    )
    public_authority: Said = asked(
        "Are you a public authority, or an institution, body, office or agency of the Union?",
        "Such deployers register their use and use nothing unregistered: Art. 26(8), 49(3).",
    )
    on_behalf_of_public: Said = asked(
        "Do you act on behalf of a public authority or of a body of the Union?",
        "Such deployers, too, register their use: Art. 49(3), 71(3).",
    )
    public_law_body: Said = asked(
        "Are you a body governed by public law?",
        "Such deployers assess the impact on fundamental rights: Art. 27(1).",
    )
    public_services: Said = asked(
        "Are you a private entity that provides public services?",
        "Such deployers assess the impact on fundamental rights: Art. 27(1).",
    )
    sme: Said = asked(
        "Are you a micro, small or medium-sized enterprise (a start-up counts only if it is of that size)?",
        "Simpler forms and lower fines are meant for these: Art. 3(14a), 11(1), 17(2), 63(1), 99(6).",
    )
    small_mid_cap: Said = asked(
        "Are you a small mid-cap enterprise?",
        "Some simpler forms are meant for these, too: Art. 11(1), 17(2), 99(6a).",
    )
    linked_enterprises: Said = asked(
        "Do you have partner enterprises or linked enterprises?",
        "Only without these may a small enterprise simplify its quality management system: Art. 63(1).",
    )
    equivalent_reporting: Said = asked(
        "Does other Union law lay reporting duties on you that are equivalent to those on serious incidents?",
        "Then, for what Annex III lists, only infringements of fundamental rights are left to report: Art. 73(9).",
    )
    represents_model_provider: Said = asked(
        "Have you accepted the written mandate of a third-country provider of a general-purpose AI model?",
        "Such a representative has tasks of its own: Art. 54(3).",
    )
    supplies_parts: Said = asked(
        "Do you supply a model, system, tool, service, component or process that somebody else uses in "
        "this system?",
        "A written agreement with the system's provider is owed: Art. 25(4).",
    )


@dataclass(frozen=True, slots=True)
class Operation(Topic):
    """How the system is made and used."""

    at_workplace: Said = asked(
        "Do you, as an employer, put it into service or use it at the workplace?",
        "Then workers and their representatives are informed first: Art. 26(7).",
    )
    controls_input: Said = asked(
        "Do you have control over its input data?",
        "Then the input must be fit for the purpose: Art. 26(4).",
    )
    controls_logs: Said = asked(
        "Are the logs it generates automatically under your control?",
        "Logs are kept by whoever controls them: Art. 19(1), 26(6).",
    )
    about_persons: Said = asked(
        "Does it make decisions that relate to natural persons, or assist in making them?",
        "Then these persons are informed: Art. 26(11).",
    )
    significant_decisions: Said = asked(
        "Do you, on the basis of its output, take decisions with legal or similarly significant effects on "
        "persons?",
        "Then these persons can ask for an explanation: Art. 86(1).",
    )
    impact_assessment_due: Said = asked(
        "Must you carry out a data protection impact assessment for using it?",
        "What the provider tells you in the instructions goes into it: Art. 26(9).",
    )
    uses_supplied_parts: Said = asked(
        "Are models, systems, tools, services, components or processes of third parties used in it?",
        "A written agreement with each supplier is owed: Art. 25(4).",
    )
    only_open_source_parts: Said = asked(
        "Are these all under a free and open-source licence and publicly accessible, and none a "
        "general-purpose model?",
        "No agreement is owed with the suppliers of such parts: Art. 25(4).",
    )
    standards_applied: Said = asked(
        "Are harmonised standards, cited in the Official Journal without restriction, or common "
        "specifications fully applied to all its requirements?",
        "Only then may the provider of a biometric system choose internal control: Art. 43(1). No standard had "
        "been cited by 6 October 2026.",
    )
    departs_from_specifications: Said = asked(
        "Has the Commission laid down common specifications for it that you do not follow?",
        "Then you justify that your solutions are at least equivalent: Art. 41(5).",
    )


@dataclass(frozen=True, slots=True)
class Legacy(Topic):
    """What decides whether a system that was there before the Act comes under it."""

    design_changed: Said = asked(
        "Was its design significantly changed on or after the day from which Chapter III applies to such systems?",
        "An older high-risk system comes under the Act only by such a change: Art. 111(2).",
    )
    for_public_authorities: Said = asked(
        "Is it intended to be used by public authorities?",
        "Older systems of this kind must comply by 2 August 2030, changed or not: Art. 111(2).",
    )
    large_scale_it: Said = asked(
        "Is it a component of one of the large-scale IT systems that Annex X names?",
        "Such systems have until 31 December 2030: Art. 111(1).",
    )
