"""What SFDR asks for, as rows that read like its articles, and what they come to for one entity or product."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.law import LawOnDay, Period, ProvisionId
from copilot.rules.binding import Binding, Status, binding
from copilot.rules.sfdr.held import Held
from copilot.rules.sfdr.told import Told

Capacity: TypeAlias = Literal["financial market participant", "financial adviser"]
Certainty: TypeAlias = Literal["certain", "possible"]
Condition: TypeAlias = Callable[[Told], Held]

APPLIES = Period(date(2021, 3, 10))
"""From the day SFDR applies in general: Art. 20(2)."""


def sfdr(path: str) -> ProvisionId:
    """A provision of SFDR: ``art-4/3``."""
    return ProvisionId.parse(f"sfdr/{path}")


def rts(path: str) -> ProvisionId:
    """A provision of Delegated Regulation (EU) 2022/1288: ``art-4/1``."""
    return ProvisionId.parse(f"sfdr-rts/{path}")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: what, for whom, by which provision and when.

    ``evidence`` is what shows that it was fulfilled, ``due`` a day of the year that the law names, ``also``
    further provisions it leans on, ``dated_by`` the one whose date counts where that is not its own.
    ``version`` and ``valid`` are of the row: since when it was law as it reads here. From when it binds is
    said by the texts, not by the row.
    """

    name: str
    whose: Capacity
    provision: ProvisionId
    what: str
    when: Condition
    evidence: tuple[str, ...]
    due: str | None = None
    also: tuple[ProvisionId, ...] = ()
    dated_by: ProvisionId | None = None
    version: str = "1"
    valid: Period = APPLIES


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a duty comes to on the facts told and on the day.

    ``certainty`` is that of the facts, ``status`` that of the day: a duty can be certain and not bind yet.
    ``since`` is the first day on which it binds anybody, by the date of ``dated_by``; ``wording`` is the time
    during which its provision reads as it does on the day. ``depends_on`` are the facts not told that would
    settle what is only possible.
    """

    name: str
    whose: Capacity
    provision: ProvisionId
    what: str
    evidence: tuple[str, ...]
    due: str | None
    certainty: Certainty
    status: Status
    since: date | None
    dated_by: ProvisionId
    wording: Period
    rests_on: tuple[str, ...]
    depends_on: tuple[str, ...]
    also: tuple[ProvisionId, ...]
    version: str
    valid: Period

    @property
    def owed(self) -> bool:
        """Whether it is certain and binds on the day."""
        return self.certainty == "certain" and self.status == "binds"


def obligations_under(duties: Iterable[Duty], told: Told) -> Iterator[Obligation]:
    """The duties that hold or may hold, where their provision is law on the day."""
    for duty in duties:
        if told.law.day in duty.valid and duty.provision in told.law:
            held = duty.when(told)
            if held.value is not False:
                yield _obligation(duty, held, told.law)


def clocks_of(obligations: Iterable[Obligation], law: LawOnDay) -> tuple[Binding, ...]:
    """Whether each provision binds on the day, read once a provision."""
    return tuple(binding(law, at) for at in dict.fromkeys(each.dated_by for each in obligations))


def _since(provision: ProvisionId, law: LawOnDay) -> date | None:
    """The first day on which a provision binds anybody: not before it was first worded."""
    dates = law.provision(provision).applies_as_stated_on(law.day)
    worded = law.corpus.timeline(provision)[0].in_force.start
    return min((max(rule.binds.start, worded) for rule in dates), default=None)


def _obligation(duty: Duty, held: Held, law: LawOnDay) -> Obligation:
    dated_by = duty.dated_by or duty.provision
    return Obligation(
        name=duty.name,
        whose=duty.whose,
        provision=duty.provision,
        what=duty.what,
        evidence=duty.evidence,
        due=duty.due,
        certainty="certain" if held.value else "possible",
        status=binding(law, dated_by).status,
        since=_since(dated_by, law),
        dated_by=dated_by,
        wording=law.provision(duty.provision).in_force,
        rests_on=held.rests_on,
        depends_on=held.missing,
        also=tuple(each for each in duty.also if each in law),
        version=duty.version,
        valid=duty.valid,
    )
