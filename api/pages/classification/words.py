"""How tiers, roles, standings and calls read on a page."""

from __future__ import annotations

from collections.abc import Mapping

from copilot.agent.intake import Call
from copilot.rules.ai_act import Alteration, Certainty, Tier
from copilot.rules.ai_act.duties import Bearer, Standing

TIERS: Mapping[Tier, str] = {
    "prohibited": "Prohibited practice",
    "high-risk-annex-iii": "High-risk under Annex III",
    "high-risk-annex-i-a": "High-risk under Annex I, Section A",
    "high-risk-annex-i-b": "High-risk under Annex I, Section B",
    "prohibited-later": "Prohibited from a later day",
    "gpai-systemic": "General-purpose model with systemic risk",
    "gpai": "General-purpose model",
    "derogated": "Taken out of the high-risk class by Art. 6(3)",
    "transparency": "Transparency duties",
    "minimal": "Minimal risk",
    "out-of-scope": "Outside the Act",
    "not-an-ai-system": "Not an AI system",
}
CERTAINTIES: Mapping[Certainty, str] = {
    "certain": "certain",
    "if-in-scope": "if the Act reaches the system",
    "possible": "possible",
}
CALLS: Mapping[Call, str] = {
    "prohibited": "Prohibited",
    "high-risk": "High-risk",
    "neither": "Neither prohibited nor high-risk",
}
STANDINGS: Mapping[Standing, str] = {
    "binds": "binds now",
    "disputed": "binds by one reading of a disputed date",
    "depends": "binds for some, by facts not told",
    "not-yet": "not yet",
    "spared": "not as long as Art. 111 spares the system",
}
CHANGES: Mapping[Alteration, str] = {
    "rename": "put our own name or trademark on it",
    "modify": "modify it substantially",
    "integrate": "build it into our own product",
}
"""The changes of Art. 25 that need no further facts; a change of purpose does, and is described anew."""


def bearer(role: Bearer) -> str:
    """A role as people write it."""
    return "initial provider" if role == "initial-provider-must-cooperate" else role.replace("-", " ")
