"""Systems that do not conform or present a risk: Article 20 of the AI Act."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact

VERSION = "1"
VALID = Period(date(2024, 8, 1))
FACTS: tuple[Fact, ...] = ("presents-risk",)

_CORRECT = ProvisionId.parse("eu-ai-act/art-20/1")
_RISK = ProvisionId.parse("eu-ai-act/art-20/2")


def corrective_action(found: Findings) -> None:
    """Put it right at once and tell the chain; where there is a risk, find the causes and tell the authorities."""
    found.add(
        Deadline(
            duty="bring the system into conformity, withdraw, disable or recall it, and inform of it",
            who="the provider",
            addressee="the distributors and, where applicable, the deployers, authorised representative and importers",
            basis=_CORRECT,
            pace="immediately",
            due=None,
        )
    )
    risk = found.ask("presents-risk", _RISK)
    if risk is False:
        return
    only_if = None if risk else "the system presents a risk in the sense of Art. 79(1)"
    found.add(
        Deadline(
            duty="investigate the causes, where applicable with the deployer who reported the risk",
            who="the provider",
            addressee=None,
            basis=_RISK,
            pace="immediately",
            due=None,
            only_if=only_if,
        )
    )
    found.add(
        Deadline(
            duty="inform of the risk",
            who="the provider",
            addressee="the market surveillance authorities and, where one certified the system, the notified body",
            basis=_RISK,
            pace="immediately",
            due=None,
            contents=("what the non-compliance consists in", "any relevant corrective action taken"),
            contents_basis=_RISK,
            only_if=only_if,
        )
    )
