"""Infringements by name, for those who do not have the provision at hand."""

from __future__ import annotations

from typing import Literal, get_args

from copilot.errors import ToolInputError
from copilot.law import ProvisionId

Topic = Literal[
    "prohibited-practice",
    "provider-duties",
    "representative-duties",
    "importer-duties",
    "distributor-duties",
    "value-chain-duties",
    "deployer-duties",
    "notified-body-duties",
    "transparency",
    "wrong-information",
    "model-duties",
    "model-information-request",
    "model-measure",
    "model-access",
    "impact-assessment",
    "literacy",
    "derogation-documentation",
    "incident-report",
    "ai-office-measure",
    "ai-office-commitment",
    "insider-dealing",
    "unlawful-disclosure",
    "market-manipulation",
    "suspicion-report",
    "public-disclosure",
    "insider-list",
    "managers-transactions",
    "investment-recommendations",
]

TOPICS: dict[Topic, str] = {
    "prohibited-practice": "eu-ai-act/art-5",
    "provider-duties": "eu-ai-act/art-16",
    "representative-duties": "eu-ai-act/art-22/3",
    "importer-duties": "eu-ai-act/art-23",
    "distributor-duties": "eu-ai-act/art-24",
    "value-chain-duties": "eu-ai-act/art-25/4",
    "deployer-duties": "eu-ai-act/art-26",
    "notified-body-duties": "eu-ai-act/art-31",
    "transparency": "eu-ai-act/art-50",
    "wrong-information": "eu-ai-act/art-99/5",
    "model-duties": "eu-ai-act/art-53",
    "model-information-request": "eu-ai-act/art-91",
    "model-measure": "eu-ai-act/art-93",
    "model-access": "eu-ai-act/art-92",
    "impact-assessment": "eu-ai-act/art-27",
    "literacy": "eu-ai-act/art-4",
    "derogation-documentation": "eu-ai-act/art-6/4",
    "incident-report": "eu-ai-act/art-73",
    "ai-office-measure": "eu-ai-act/art-75c/4/b",
    "ai-office-commitment": "eu-ai-act/art-75c/4/c",
    "insider-dealing": "mar/art-14/a",
    "unlawful-disclosure": "mar/art-14/c",
    "market-manipulation": "mar/art-15",
    "suspicion-report": "mar/art-16",
    "public-disclosure": "mar/art-17",
    "insider-list": "mar/art-18",
    "managers-transactions": "mar/art-19",
    "investment-recommendations": "mar/art-20",
}


def infringed(infringement: Topic | ProvisionId | str) -> ProvisionId:
    """The provision an infringement is one of, given as its id, its text, or a topic."""
    if isinstance(infringement, ProvisionId):
        return infringement
    for topic, provision in TOPICS.items():
        if topic == infringement:
            return ProvisionId.parse(provision)
    if "/" in infringement:
        return ProvisionId.parse(infringement)
    raise ToolInputError(
        f"{infringement!r} is neither the id of a provision nor an infringement known by name",
        remedy=f"Give an id like eu-ai-act/art-26/5, or one of: {', '.join(get_args(Topic))}.",
    )
