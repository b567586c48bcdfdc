"""A rule: what one provision makes of the facts, from when until when it is worded so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.law import Period, ProvisionId
from copilot.rules.ai_act.formula import Formula

Tier: TypeAlias = Literal[
    "prohibited",
    "high-risk-annex-iii",
    "high-risk-annex-i-a",
    "high-risk-annex-i-b",
    "prohibited-later",
    "gpai-systemic",
    "gpai",
    "derogated",
    "transparency",
    "minimal",
    "out-of-scope",
    "not-an-ai-system",
]
"""The tiers, the gravest first; a system can be in several at once.

``prohibited-later`` is a practice of Article 5 whose prohibition is law but does not apply yet.
``derogated`` is a system of Annex III that Article 6(3) takes out of the high-risk class; what Annex III
itself excludes is in no tier by that point.
"""

IN_FORCE = Period(date(2024, 8, 1))
"""From the day the Act entered into force: Art. 113, first paragraph."""

FIRST_WORDING = Period(date(2024, 8, 1), date(2026, 7, 27))
AMENDED = Period(date(2026, 7, 27))
"""Since Regulation (EU) 2026/1744."""

Party: TypeAlias = Literal["provider", "deployer"]


def act(path: str) -> ProvisionId:
    """A provision of the AI Act: ``art-6/3``."""
    return ProvisionId.parse(f"eu-ai-act/{path}")


@dataclass(frozen=True, slots=True)
class Exemption:
    """What takes a case out of a rule. ``alone`` is one worth telling even where the rule would not be met."""

    about: str
    provision: ProvisionId
    holds: Formula
    alone: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One provision: its elements, its exemptions, and the tier that follows where it is met.

    ``also`` are further provisions the result leans on, ``dated`` those from whose dates it follows when
    the consequences bind, ``owed_by`` whose duty it is where only one party has it. Each rule is itself
    alone: two are never equal, so that what it reads can be remembered for it.
    """

    tier: Tier
    provision: ProvisionId
    question: str
    matters: str
    elements: Formula
    version: str
    exemptions: tuple[Exemption, ...] = ()
    in_force: Period = IN_FORCE
    also: tuple[ProvisionId, ...] = ()
    dated: tuple[ProvisionId, ...] = ()
    owed_by: Party | None = None

    @property
    def cited(self) -> tuple[ProvisionId, ...]:
        """Every provision named, the rule's own first."""
        exempting = (exemption.provision for exemption in self.exemptions)
        return tuple(dict.fromkeys((self.provision, *self.also, *self.dated, *exempting)))
