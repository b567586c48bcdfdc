"""What a classification says: tiers with how sure they are, roles, what is excluded, what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.law import Period, ProvisionId, label_of
from copilot.rules.ai_act.dates import Binds
from copilot.rules.ai_act.roles import Role
from copilot.rules.ai_act.rule import Party, Tier
from copilot.rules.result import Inputs, OpenQuestion, Step, ToolResult

TOOL = "classify_ai_system"

Certainty: TypeAlias = Literal["certain", "if-in-scope", "possible"]
"""``if-in-scope``: the facts of the tier itself are all told, but not yet whether the Act reaches the system."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One tier on one ground. ``basis`` are the provisions leaned on, ``binds`` its dates of application."""

    tier: Tier
    provision: ProvisionId
    certainty: Certainty
    basis: tuple[ProvisionId, ...]
    binds: tuple[Binds, ...]
    owed_by: Party | None
    version: str
    valid: Period


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A case that the text of a provision itself takes out; no duty follows from it."""

    of: ProvisionId
    provision: ProvisionId
    about: str


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """A role under one provision; it can be certain or still possible."""

    role: Role
    provision: ProvisionId
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Classification:
    """The class of an AI system as of a day.

    ``valid`` is the span of days on which the same rules would give the same result. ``open_questions``
    begin with the one that would settle most.
    """

    as_of: date
    version: str
    valid: Period
    findings: tuple[Finding, ...]
    reliefs: tuple[Finding, ...]
    exclusions: tuple[Exclusion, ...]
    roles: tuple[RoleFinding, ...]
    open_questions: tuple[OpenQuestion, ...]
    steps: tuple[Step, ...]
    inputs: Inputs

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers the system is certainly in, the gravest first."""
        return self._tiers("certain")

    @property
    def possible_tiers(self) -> tuple[Tier, ...]:
        """The tiers it may still turn out to be in, besides the certain ones."""
        certain = self.tiers
        return tuple(tier for tier in self._tiers("if-in-scope", "possible") if tier not in certain)

    @property
    def basis(self) -> tuple[ProvisionId, ...]:
        """Every provision that a certain finding or an exclusion leans on."""
        certain = (finding for finding in self.findings if finding.certainty == "certain")
        cited = [provision for finding in certain for provision in finding.basis]
        return tuple(dict.fromkeys((*cited, *(exclusion.provision for exclusion in self.exclusions))))

    @property
    def verdict(self) -> str:
        """The result in one line."""
        certain = [finding for finding in self.findings if finding.certainty == "certain"]
        said = "; ".join(f"{finding.tier} ({label_of(finding.provision.segments)})" for finding in certain)
        still = ", ".join(self.possible_tiers)
        return (said or "no tier is certain yet") + (f"; still possible: {still}" if still else "")

    def as_tool_result(self) -> ToolResult:
        """The same as any deterministic tool hands it over."""
        return ToolResult(
            tool=TOOL,
            version=self.version,
            as_of=self.as_of,
            inputs=self.inputs,
            verdict=self.verdict,
            steps=self.steps,
            citations=self.basis,
            open_questions=self.open_questions,
        )

    def _tiers(self, *certainties: Certainty) -> tuple[Tier, ...]:
        found = (finding.tier for finding in self.findings if finding.certainty in certainties)
        return tuple(dict.fromkeys(found))
