"""What the deployer of a high-risk system owes: Articles 26 and 86; its impact assessment has its own file."""

from __future__ import annotations

from copilot.rules.ai_act.duties.provider import FINANCIAL_INSTITUTION
from copilot.rules.ai_act.duties.rule import ANNEX_III, ANNEX_III_BUT_2, Relief, annex_iii, duty
from copilot.rules.ai_act.formula import all_of, none_of, one_of, told
from copilot.rules.ai_act.rule import Exemption, act

INSTRUCTIONS = duty(
    "follow-instructions",
    "deployer",
    "art-26/1",
    "Use it by the instructions",
    "Take technical and organisational measures so that the system is used as its instructions say.",
    "Operating procedure that puts the instructions into practice",
)

OVERSIGHT = duty(
    "human-oversight",
    "deployer",
    "art-26/2",
    "Assign human oversight",
    "Assign oversight to people who have the competence, training and authority for it, and support them.",
    "Names and mandates of the people who oversee",
    "Their training records",
)

INPUT_DATA = duty(
    "input-data",
    "deployer",
    "art-26/4",
    "Fit input data",
    "Where you control the input data, see that they are relevant and representative enough for the "
    "intended purpose.",
    "Specification of input data and the checks made",
    when=told("operation.controls_input"),
)

MONITORING = duty(
    "monitor-use",
    "deployer",
    "art-26/5",
    "Monitor its operation",
    "Monitor the system by its instructions, and pass on to the provider what its own monitoring needs.",
    "Monitoring reports",
    "What was passed on to the provider",
    reliefs=(
        Relief(
            "monitoring is deemed met by the rules of financial services law on internal governance; "
            "telling of risks and of serious incidents stays due",
            act("art-26/5/sub-2"),
            FINANCIAL_INSTITUTION,
        ),
    ),
)

RISK = duty(
    "suspend-on-risk",
    "deployer",
    "art-26/5",
    "Suspend use and tell of a risk",
    "Where use by the instructions may present a risk in the sense of Art. 79(1), stop using the system "
    "and tell provider or distributor and the market surveillance authority without undue delay.",
    "Criteria for suspension and who decides",
    "Notices sent",
)

INCIDENT = duty(
    "tell-of-incidents",
    "deployer",
    "art-26/5",
    "Tell of serious incidents",
    "On finding a serious incident, tell the provider at once, then importer or distributor and the market "
    "surveillance authorities; if the provider cannot be reached, report as Art. 73 asks of it. The police "
    "keep sensitive operational data to themselves.",
    "Incident procedure with addresses",
    "Register of incidents and notices",
    also="art-73",
)

LOGS = duty(
    "keep-logs-deployer",
    "deployer",
    "art-26/6",
    "Keep the logs",
    "Keep the logs that the system generates, so far as they are under your control, as long as its "
    "purpose asks for and at least six months, unless other law, above all on data protection, says "
    "otherwise.",
    "Retention rule and oldest log held",
    unless=(
        Exemption(
            "the logs are not under your control", act("art-26/6"), none_of("operation.controls_logs")
        ),
    ),
    reliefs=(
        Relief(
            "the logs are kept within the documents that financial services law asks for",
            act("art-26/6/sub-2"),
            FINANCIAL_INSTITUTION,
        ),
    ),
)

WORKERS = duty(
    "inform-workers",
    "deployer",
    "art-26/7",
    "Inform workers and their representatives",
    "As an employer, tell the affected workers and their representatives before the system is put into "
    "service or used at the workplace, in the way that law and practice on informing workers ask for.",
    "Notice to workers and representatives, dated before first use",
    when=told("operation.at_workplace"),
)

UNREGISTERED = duty(
    "use-only-registered",
    "deployer",
    "art-26/8",
    "Use only what is registered",
    "As a public authority or Union body, meet the duties of Art. 49; if the system is missing from the EU "
    "database, do not use it, and tell provider or distributor.",
    "Check of the EU database before use",
    follows=ANNEX_III_BUT_2,
    when=told("organisation.public_authority"),
    also="art-49/3 art-71",
)

DATA_PROTECTION = duty(
    "impact-on-data-protection",
    "deployer",
    "art-26/9",
    "Use the instructions in the data protection impact assessment",
    "Where data protection law asks for an impact assessment, use in it what the provider tells by Art. 13.",
    "Data protection impact assessment that refers to the instructions",
    when=told("operation.impact_assessment_due"),
    also="art-13",
)

_LATER_IDENTIFICATION = all_of("biometrics.remote_identification", none_of("live_identification.real_time"))
_FOR_LAW_ENFORCEMENT = all_of(
    _LATER_IDENTIFICATION,
    one_of("law_enforcement.by_authority", "live_identification.for_law_enforcement"),
)
LATER_IDENTIFICATION = duty(
    "later-identification",
    "deployer",
    "art-26/10",
    "Authorisation for identifying persons afterwards",
    "To search for a suspect or convict, ask a court or a binding, reviewable authority for authorisation "
    "beforehand or within 48 hours, except for first identifying a suspect from objective facts; stop and "
    "delete if it is refused. Keep each use to what one specific offence strictly requires; never search "
    "untargeted or decide on the output alone.",
    "Authorisation for each search",
    follows=annex_iii("1/a"),
    when=_FOR_LAW_ENFORCEMENT,
    also="art-26/10/sub-2 art-26/10/sub-3",
)

LATER_IDENTIFICATION_RECORDS = duty(
    "later-identification-records",
    "deployer",
    "art-26/10/sub-5",
    "Document and report identifying persons afterwards",
    "Whatever the purpose and whoever uses it: document each use in the relevant police file, open to the "
    "market surveillance and data protection authorities on request, and report on use to both every "
    "year. Sensitive operational data of law enforcement are left out.",
    "Police file entry for each use",
    "Annual reports to market surveillance and data protection authorities",
    follows=annex_iii("1/a"),
    when=_LATER_IDENTIFICATION,
    also="art-26/10/sub-6",
)

PERSONS = duty(
    "inform-persons",
    "deployer",
    "art-26/11",
    "Inform the persons decided on",
    "Tell natural persons that the system is used on them where it makes decisions relating to them or "
    "assists in making them. For law enforcement, Art. 13 of Directive (EU) 2016/680 governs this.",
    "Notice given to the persons, and where in the process",
    follows=ANNEX_III,
    when=told("operation.about_persons"),
)

COOPERATION = duty(
    "cooperation-deployer",
    "deployer",
    "art-26/12",
    "Cooperate with the authorities",
    "Cooperate with the competent authorities in whatever they do about the system to implement the Act.",
    "Who answers the authorities",
)

EXPLANATION = duty(
    "explain-decisions",
    "deployer",
    "art-86/1",
    "Explain individual decisions",
    "On request of a person on whom a decision with legal or similarly significant effects was based on "
    "the output, and who sees health, safety or fundamental rights harmed, explain clearly what part the "
    "system played and the main elements of the decision, unless other Union law gives that right already "
    "or exceptions are made by law.",
    "Procedure for requests, with a sample explanation",
    "Register of requests and answers",
    follows=ANNEX_III_BUT_2,
    when=told("operation.significant_decisions"),
    also="art-86/2 art-86/3",
)

DUTIES = (
    INSTRUCTIONS,
    OVERSIGHT,
    INPUT_DATA,
    MONITORING,
    RISK,
    INCIDENT,
    LOGS,
    WORKERS,
    UNREGISTERED,
    DATA_PROTECTION,
    LATER_IDENTIFICATION,
    LATER_IDENTIFICATION_RECORDS,
    PERSONS,
    COOPERATION,
    EXPLANATION,
)
