"""What the provider builds into a high-risk system: Articles 8 to 15, through Article 16(a)."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import ANNEX_I_A, DutyRule, Relief, annex_iii, duty
from copilot.rules.ai_act.formula import told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, act


def _provider(key: str, path: str, title: str, what: str, *evidence: str, also: str = "") -> DutyRule:
    return duty(key, "provider", path, title, what, *evidence, also=f"art-16/a {also}".strip())


REQUIREMENTS = _provider(
    "requirements",
    "art-8/1",
    "Meet the requirements of Section 2",
    "Make sure that the system meets Articles 9 to 15 for its intended purpose and by the acknowledged "
    "state of the art, before it reaches the market and for as long as it is there.",
    "Matrix of requirements, measures and proof",
)

ONE_PRODUCT_FILE = duty(
    "sector-requirements",
    "provider",
    "art-8/2",
    "Meet the product law as well",
    "Answer for the product meeting its own law of Annex I, Section A, too; tests, reports and documents "
    "may be merged into those that this law asks for.",
    "Merged technical file, with both sets of requirements mapped",
    follows=ANNEX_I_A,
)

RISK_MANAGEMENT = _provider(
    "risk-management",
    "art-9",
    "Risk management system",
    "Run a documented risk management system over the whole lifecycle: identify, estimate and evaluate "
    "risks to health, safety and fundamental rights, also from foreseeable misuse and from monitoring "
    "data; take targeted measures until the residual risk is acceptable; test against metrics and "
    "thresholds set beforehand; consider minors and vulnerable groups.",
    "Risk register with residual risks and who accepted them",
    "Test plan with metrics and thresholds fixed beforehand, and results",
    "Record of regular reviews",
)

_DATA = (
    "Govern training, validation and test data: design choices, origin, preparation, assumptions, "
    "suitability, bias and gaps. Data are relevant, sufficiently representative, as free of errors and "
    "complete as possible, and fit the setting of use. A system that is not trained owes this for its test "
    "data only. "
)
_DATA_EVIDENCE = (
    "Data sheet of each data set: origin, purpose, preparation",
    "Examination for bias, and the measures taken",
    "Analysis of representativeness and of gaps",
)
DATA_UNTIL_2026 = duty(
    "data-governance",
    "provider",
    "art-10",
    "Data and data governance",
    _DATA
    + "Special categories of personal data only where strictly necessary against bias, under six conditions.",
    *_DATA_EVIDENCE,
    also="art-16/a art-10/5",
    in_force=FIRST_WORDING,
)
DATA = duty(
    "data-governance",
    "provider",
    "art-10",
    "Data and data governance",
    _DATA
    + "Special categories of personal data only where strictly necessary against bias, under Art. 4a.",
    *_DATA_EVIDENCE,
    also="art-16/a art-4a/1",
    in_force=AMENDED,
)

DOCUMENTATION = duty(
    "technical-documentation",
    "provider",
    "art-11",
    "Technical documentation",
    "Draw up the technical documentation with all that Annex IV lists before the system reaches the "
    "market, and keep it up to date; for a product of Annex I, Section A, as one set with what that law "
    "asks for.",
    "Technical documentation by the headings of Annex IV, with versions",
    also="art-16/a anx-4",
    reliefs=(
        Relief(
            "a small enterprise may use the simplified form",
            act("art-11/1/sub-2"),
            told("organisation.sme"),
        ),
        Relief(
            "a small mid-cap may use the simplified form",
            act("art-11/1/sub-2"),
            told("organisation.small_mid_cap"),
            AMENDED,
        ),
    ),
)

LOGGING = _provider(
    "logging",
    "art-12",
    "Automatic logs",
    "Build the system so that it records events over its lifetime: what points to a risk or a substantial "
    "modification, and what monitoring by provider and deployer needs.",
    "Specification of the logs and a sample",
)

LOGGING_BIOMETRIC = duty(
    "logging-biometric",
    "provider",
    "art-12/3",
    "Logs of remote biometric identification",
    "Log at least the start and end of each use, the reference database, the input that matched, and who "
    "verified the result.",
    "Sample log with the four fields",
    follows=annex_iii("1/a"),
    also="art-16/a",
)

INSTRUCTIONS = _provider(
    "instructions",
    "art-13",
    "Instructions for use",
    "Make the system transparent enough for deployers to interpret its output, and give them instructions: "
    "purpose, accuracy with its metrics, risks, performance by group, input data, oversight measures, "
    "resources, lifetime and logs.",
    "Instructions for use, with versions",
    "Check of the instructions against Art. 13(3)",
)

OVERSIGHT = _provider(
    "human-oversight-design",
    "art-14",
    "Human oversight by design",
    "Design the system so that people can oversee it: understand its limits, resist automation bias, "
    "interpret, disregard or reverse its output, and stop it.",
    "Description of the oversight measures and of the stop function",
    "Tests with the people who are to oversee",
)

TWO_PERSONS = duty(
    "two-person-verification",
    "provider",
    "art-14/5",
    "Verification by two persons",
    "Provide for no action being taken on an identification before two competent persons have confirmed it "
    "separately; law may lift this for police, migration, border and asylum where it is disproportionate.",
    "Workflow that enforces two confirmations",
    follows=annex_iii("1/a"),
    also="art-16/a",
)

ACCURACY = _provider(
    "accuracy-robustness-security",
    "art-15",
    "Accuracy, robustness and cybersecurity",
    "Reach an appropriate level of accuracy, robustness and cybersecurity throughout the lifecycle; "
    "declare accuracy in the instructions; guard against errors, feedback loops, poisoned data or models, "
    "adversarial input and leaks.",
    "Accuracy metrics and test results, as declared",
    "Robustness and security tests, and how findings were closed",
)

DUTIES = (
    REQUIREMENTS,
    ONE_PRODUCT_FILE,
    RISK_MANAGEMENT,
    DATA_UNTIL_2026,
    DATA,
    DOCUMENTATION,
    LOGGING,
    LOGGING_BIOMETRIC,
    INSTRUCTIONS,
    OVERSIGHT,
    TWO_PERSONS,
    ACCURACY,
)
