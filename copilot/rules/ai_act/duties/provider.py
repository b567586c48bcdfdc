"""What the provider of a high-risk system does around it: Articles 16 to 22(2)."""

from __future__ import annotations

from copilot.rules.ai_act.duties.rule import Relief, duty
from copilot.rules.ai_act.formula import all_of, none_of, told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, Exemption, act

FINANCIAL_INSTITUTION = told("organisation.financial_institution")


def _logs_elsewhere(path: str) -> tuple[Exemption, ...]:
    return (
        Exemption("the logs are not under your control", act(path), none_of("operation.controls_logs")),
    )


NAME = duty(
    "name-on-system",
    "provider",
    "art-16/b",
    "Name and address on the system",
    "Show on the system, or else on its packaging or documents, who you are and where you can be reached.",
    "Label or screen with name, mark and address",
)

ACCESSIBILITY = duty(
    "accessibility",
    "provider",
    "art-16/l",
    "Accessibility",
    "Make the system meet the accessibility requirements of Directives (EU) 2016/2102 and (EU) 2019/882.",
    "Accessibility test report",
)

QUALITY_MANAGEMENT = duty(
    "quality-management",
    "provider",
    "art-17",
    "Quality management system",
    "Run a quality management system in written policies, procedures and instructions that covers at least "
    "the thirteen aspects of Art. 17(1), in proportion to your size.",
    "Quality manual mapped to Art. 17(1)(a) to (m)",
    "Accountability framework for management and staff",
    "Internal audits and management reviews",
    also="art-16/c",
    reliefs=(
        Relief(
            "deemed met by the rules of financial services law on internal governance, except for risk "
            "management, post-market monitoring and incident reporting: points (g), (h) and (i) stay due",
            act("art-17/4"),
            FINANCIAL_INSTITUTION,
        ),
        Relief(
            "a small enterprise without partner or linked enterprises may simplify certain elements",
            act("art-63/1"),
            all_of("organisation.sme", none_of("organisation.linked_enterprises")),
            AMENDED,
        ),
        Relief(
            "a microenterprise without partner or linked enterprises may simplify certain elements",
            act("art-63/1"),
            all_of("organisation.sme", none_of("organisation.linked_enterprises")),
            FIRST_WORDING,
        ),
        Relief(
            "to be implemented in proportion to a small mid-cap",
            act("art-17/2"),
            told("organisation.small_mid_cap"),
            AMENDED,
        ),
    ),
)

DOCUMENTS = duty(
    "keep-documents",
    "provider",
    "art-18",
    "Keep documents for ten years",
    "Keep the technical documentation, the quality management documents, what notified bodies approved or "
    "decided, and the EU declaration of conformity ready for the authorities until ten years after the "
    "system reached the market.",
    "Archive with retention dates",
    also="art-16/d",
    reliefs=(
        Relief(
            "the technical documentation is kept within the documents that financial services law asks for",
            act("art-18/3"),
            FINANCIAL_INSTITUTION,
        ),
    ),
)

LOGS = duty(
    "keep-logs-provider",
    "provider",
    "art-19",
    "Keep the logs",
    "Keep the logs that the system generates, so far as they are under your control, as long as its "
    "purpose asks for and at least six months, unless other law, above all on data protection, says "
    "otherwise.",
    "Retention rule and oldest log held",
    unless=_logs_elsewhere("art-19/1"),
    also="art-16/e",
    reliefs=(
        Relief(
            "the logs are kept within the documents that financial services law asks for",
            act("art-19/2"),
            FINANCIAL_INSTITUTION,
        ),
    ),
)

CORRECTION = duty(
    "corrective-action",
    "provider",
    "art-20/1",
    "Correct, withdraw or recall",
    "As soon as there is reason to think that the system does not conform: bring it into conformity, or "
    "withdraw, disable or recall it, and tell distributors, deployers, importers and the representative.",
    "Procedure and register of corrective actions",
    "Notices sent along the chain",
    also="art-16/j",
)

RISK_NOTICE = duty(
    "inform-of-risk-provider",
    "provider",
    "art-20/2",
    "Investigate a risk and tell the authorities",
    "On learning that the system presents a risk in the sense of Art. 79(1): investigate the causes at "
    "once, and tell the market surveillance authorities and the notified body what is wrong and what was "
    "done.",
    "Investigation report and notice to the authority",
)

COOPERATION = duty(
    "cooperation-provider",
    "provider",
    "art-21/1",
    "Show conformity on request",
    "Give a competent authority, on its reasoned request, all it needs to see that the system conforms, in "
    "a language it understands.",
    "File that can be handed over, and who answers requests",
    also="art-16/k",
)

LOG_ACCESS = duty(
    "log-access",
    "provider",
    "art-21/2",
    "Give access to the logs",
    "Give a competent authority, on its reasoned request, access to the logs that are under your control.",
    "Way of access to the logs",
    unless=_logs_elsewhere("art-21/2"),
)

REPRESENTATIVE = duty(
    "appoint-representative",
    "provider",
    "art-22/1",
    "Appoint an authorised representative",
    "Appoint a representative in the Union by written mandate before the system is made available there, "
    "and enable it to do what the mandate says.",
    "Written mandate, accepted",
    when=none_of("roles.in_union"),
    also="art-22/2",
)

DUTIES = (
    NAME,
    ACCESSIBILITY,
    QUALITY_MANAGEMENT,
    DOCUMENTS,
    LOGS,
    CORRECTION,
    RISK_NOTICE,
    COOPERATION,
    LOG_ACCESS,
    REPRESENTATIVE,
)
