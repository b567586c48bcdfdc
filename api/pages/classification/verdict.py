"""The verdict for a person: each tier once, with its grounds and the day from which it counts, the surest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import get_args

from api.pages.classification.words import TIERS
from copilot.law import ProvisionId
from copilot.rules.ai_act import Certainty, Classification, Finding, Tier

_SUREST: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Ground:
    """One finding with the days from which it counts: several where the day is disputed, none where none is held."""

    finding: Finding
    days: tuple[date, ...]

    @property
    def provision(self) -> ProvisionId:
        """Where it stands."""
        return self.finding.provision


@dataclass(frozen=True, slots=True)
class InTier:
    """A tier, how sure it is, and on which grounds."""

    tier: Tier
    certainty: Certainty
    grounds: tuple[Ground, ...]

    @property
    def words(self) -> str:
        """The tier in words."""
        return TIERS[self.tier]


def tiers_of(findings: Iterable[Finding]) -> tuple[InTier, ...]:
    """The findings by how sure they are and by tier; within one sureness the gravest first, as they come."""
    found: dict[tuple[Certainty, Tier], list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: _SUREST.index(one.certainty)):
        found.setdefault((finding.certainty, finding.tier), []).append(finding)
    return tuple(
        InTier(tier, certainty, tuple(Ground(one, _days(one)) for one in findings))
        for (certainty, tier), findings in found.items()
    )


def summary_of(found: Classification) -> str:
    """The verdict in a line to be read out."""
    settled = [one for one in tiers_of(found.findings) if one.certainty != "possible"]
    said = "; ".join(
        f"{one.words}{', if the Act reaches the system' if one.certainty == 'if-in-scope' else ''}"
        for one in settled
    )
    number = len(found.open_questions)
    still = f"{number} {'question' if number == 1 else 'questions'} open" if number else "no question open"
    return f"{said or 'No tier is certain yet'}. {still}."


def _days(finding: Finding) -> tuple[date, ...]:
    """From when it counts: by its own provision, or else by the first of those its consequences stand in."""
    own = [one.application for one in finding.binds if one.provision == finding.provision]
    all_of_them = own or [one.application for one in finding.binds]
    readings = {one.binds.start for one in all_of_them if one.disputed}
    first = min((one.binds.start for one in all_of_them), default=None)
    if first is None:
        return ()
    return tuple(sorted(readings)) if first in readings else (first,)
