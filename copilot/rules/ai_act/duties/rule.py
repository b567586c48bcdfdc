"""A duty as the law lays it down: on whom, on which ground, under which condition, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from copilot.law import Period, ProvisionId
from copilot.rules.ai_act.formula import Formula, all_of
from copilot.rules.ai_act.roles import Role
from copilot.rules.ai_act.rule import IN_FORCE, Exemption, Tier, act

Bearer: TypeAlias = Role | Literal["everyone", "supplier", "model-provider", "model-representative"]
"""On whom a duty falls. The last four are no roles of a classification: their duties ask for what they need."""

BEARERS: tuple[Bearer, ...] = tuple(bearer for part in get_args(Bearer) for bearer in get_args(part))
"""All of them, in the order in which they are shown."""

Source: TypeAlias = Tier | Literal["any-ai-system", "own-facts"]
"""What a duty follows from: a tier; that there is an AI system in scope at all; or the facts of its own condition."""


@dataclass(frozen=True, slots=True)
class Follows:
    """The tiers a duty follows from: by any ground, only by some, or by all but some."""

    sources: tuple[Source, ...]
    only: tuple[ProvisionId, ...] = ()
    but_not: tuple[ProvisionId, ...] = ()

    def reaches(self, source: Source, ground: ProvisionId) -> bool:
        """Whether the duty follows from a tier on this ground."""
        return self._speaks_of(source, ground) and not self._left_out(ground)

    def leaves_out(self, source: Source, ground: ProvisionId) -> bool:
        """Whether the law excepts this ground by name."""
        return self._speaks_of(source, ground) and self._left_out(ground)

    def _speaks_of(self, source: Source, ground: ProvisionId) -> bool:
        return source in self.sources and (not self.only or any(ground.within(one) for one in self.only))

    def _left_out(self, ground: ProvisionId) -> bool:
        return any(ground.within(one) for one in self.but_not)


_ALWAYS = all_of()

ANY_SYSTEM = Follows(("any-ai-system",))
OWN_FACTS = Follows(("own-facts",))
HIGH_RISK = Follows(("high-risk-annex-iii", "high-risk-annex-i-a"))
"""All that Chapter III reaches: not Annex I, Section B, of which Art. 2(2) leaves only Article 6(1)."""

ANNEX_III = Follows(("high-risk-annex-iii",))
ANNEX_III_BUT_2 = Follows(("high-risk-annex-iii",), but_not=(act("anx-3/2"),))
ANNEX_I_A = Follows(("high-risk-annex-i-a",))


def annex_iii(*points: str) -> Follows:
    """Only these points of Annex III."""
    return Follows(("high-risk-annex-iii",), only=tuple(act(f"anx-3/{point}") for point in points))


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One way to come under a duty: a ground, a condition beside it, and what takes a case out."""

    follows: Follows
    when: Formula = _ALWAYS
    unless: tuple[Exemption, ...] = ()


@dataclass(frozen=True, slots=True)
class Relief:
    """What lightens a duty without lifting it; with ``follows``, only where the duty follows from that, too."""

    about: str
    provision: ProvisionId
    holds: Formula
    in_force: Period = IN_FORCE
    follows: Follows | None = None


@dataclass(frozen=True, slots=True, eq=False)
class DutyRule:
    """One duty in one wording.

    ``also`` are further provisions it rests on; ``evidence`` is what a supervisor would ask to see. Each
    rule is itself alone: two are never equal.
    """

    key: str
    role: Bearer
    provision: ProvisionId
    title: str
    what: str
    evidence: tuple[str, ...]
    cases: tuple[Case, ...]
    also: tuple[ProvisionId, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    in_force: Period = IN_FORCE

    @property
    def cited(self) -> Iterator[ProvisionId]:
        """Every provision it names, its own first."""
        yield self.provision
        yield from self.also
        yield from (exemption.provision for case in self.cases for exemption in case.unless)


def duty(
    key: str,
    role: Bearer,
    path: str,
    title: str,
    what: str,
    *evidence: str,
    follows: Follows = HIGH_RISK,
    when: Formula = _ALWAYS,
    unless: tuple[Exemption, ...] = (),
    also: str = "",
    reliefs: tuple[Relief, ...] = (),
    in_force: Period = IN_FORCE,
) -> DutyRule:
    """A duty with one case, the most common form; ``also`` are paths set apart by blanks."""
    return DutyRule(
        key=key,
        role=role,
        provision=act(path),
        title=title,
        what=what,
        evidence=evidence,
        cases=(Case(follows, when, unless),),
        also=tuple(act(other) for other in also.split()),
        reliefs=reliefs,
        in_force=in_force,
    )
