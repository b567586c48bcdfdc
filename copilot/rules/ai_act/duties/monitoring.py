"""What the provider of a high-risk system watches and reports: Articles 72 and 73."""

from __future__ import annotations

from copilot.law import Period
from copilot.rules.ai_act import annex_iii
from copilot.rules.ai_act.annex_i import ROUTES
from copilot.rules.ai_act.duties.provider import FINANCIAL_INSTITUTION
from copilot.rules.ai_act.duties.rule import ANNEX_III, DutyRule, Relief, duty
from copilot.rules.ai_act.formula import all_of, one_of, told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, act

_IN_SECTION_A = (
    "elements of it may go into the monitoring already set up under the product's own law, if the level of "
    "protection is equivalent"
)
_SECTION_A = {route.in_force: route.elements for route in ROUTES if route.tier == "high-risk-annex-i-a"}
_INTEGRATED = (
    Relief(_IN_SECTION_A, act("art-72/4"), _SECTION_A[FIRST_WORDING], FIRST_WORDING),
    Relief(_IN_SECTION_A, act("art-72/4"), _SECTION_A[AMENDED], AMENDED),
    Relief(
        "a financial institution may make it part of existing systems and plans for systems of Annex III, "
        "point 5, if the level of protection is equivalent",
        act("art-72/4/sub-2"),
        all_of(FINANCIAL_INSTITUTION, one_of(*(point.elements for point in annex_iii.SERVICES))),
    ),
)
_ONLY_FUNDAMENTAL_RIGHTS = (
    Relief(
        "for what Annex III lists only infringements of fundamental rights are reported, as other Union law "
        "asks for equivalent reports",
        act("art-73/9"),
        told("organisation.equivalent_reporting"),
        follows=ANNEX_III,
    ),
)

MONITORING = duty(
    "post-market-monitoring",
    "provider",
    "art-72",
    "Post-market monitoring",
    "Run a documented monitoring system, in proportion to the risks, that gathers and analyses how the "
    "system performs over its lifetime, on a plan that is part of the technical documentation.",
    "Post-market monitoring plan",
    "Reports on performance, and what followed from them",
    reliefs=_INTEGRATED,
)


def _incidents(addressee: str, in_force: Period, also: str = "") -> DutyRule:
    return duty(
        "report-incidents",
        "provider",
        "art-73",
        "Report serious incidents",
        f"Report each serious incident to the market surveillance authority where it happened{addressee}, as "
        "soon as a link with the system is likely and no later than 15 days after knowing; 10 days for a "
        "death; 2 days for a widespread infringement or for critical infrastructure. A first report may be "
        "incomplete. For medical devices and in vitro diagnostics only infringements of fundamental rights "
        "are reported, to the authority that the Member State has chosen for it.",
        "Incident procedure with these time limits",
        "Register of incidents, reports and when each became known",
        also=also,
        reliefs=_ONLY_FUNDAMENTAL_RIGHTS,
        in_force=in_force,
    )


INCIDENTS = (
    _incidents("", FIRST_WORDING),
    _incidents(", or to the AI Office where Art. 75(1) makes it competent", AMENDED, also="art-75/1a"),
)

INVESTIGATION = duty(
    "investigate-incidents",
    "provider",
    "art-73/6",
    "Investigate serious incidents",
    "After a report, investigate without delay, assess the risk and correct; cooperate with the "
    "authorities, and alter nothing that could hide the causes before they are told.",
    "Investigation report with risk assessment and correction",
)

DUTIES = (MONITORING, *INCIDENTS, INVESTIGATION)
