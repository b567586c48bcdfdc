"""What comes out: each duty with how sure it is and from when it binds, and what is not owed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from copilot.law import Period, ProvisionId, label_of
from copilot.rules.ai_act.dates import Binds
from copilot.rules.ai_act.duties.rule import Bearer, Source
from copilot.rules.ai_act.verdict import Certainty, Classification
from copilot.rules.fines.listing import Listing
from copilot.rules.result import OpenQuestion, Step, ToolResult

TOOL = "ai_act_duties"

Standing: TypeAlias = Literal["binds", "disputed", "depends", "not-yet", "spared"]
"""Whether a duty binds on the day: for all; by one reading of a disputed date; for some, by facts nobody told;
later; or never as things stand, since an older system comes under the Act only as Article 111 says."""

NONE_LISTED = "no tier lists it: national penalties, Art. 99(1) (our reading)"


@dataclass(frozen=True, slots=True)
class Ground:
    """The tier a duty follows from, under the provision that puts the system there."""

    source: Source
    provision: ProvisionId
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Lightened:
    """A relief that holds: what it lightens, and by which provision."""

    about: str
    provision: ProvisionId


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. ``certainty`` is that it is owed at all, ``standing`` whether it binds on the day asked about."""

    key: str
    title: str
    what: str
    role: Bearer
    provisions: tuple[ProvisionId, ...]
    grounds: tuple[Ground, ...]
    certainty: Certainty
    binds: tuple[Binds, ...]
    standing: Standing
    listing: Listing | None
    evidence: tuple[str, ...]
    reliefs: tuple[Lightened, ...]
    open_questions: tuple[OpenQuestion, ...]

    @property
    def provision(self) -> ProvisionId:
        """The provision that lays the duty down."""
        return self.provisions[0]

    @property
    def first_day(self) -> date | None:
        """The first day on which it binds by any reading; none where it is spared."""
        return min((one.application.binds.start for one in self.binds), default=None)

    @property
    def fined(self) -> str:
        """By which tier a breach is fined."""
        if self.listing is None:
            return NONE_LISTED
        through = f" through {label_of(self.listing.through.segments)}" if self.listing.through else ""
        return f"{label_of(self.listing.basis.segments)}{through}"


@dataclass(frozen=True, slots=True)
class NotOwed:
    """A duty one might expect here, and why the Act does not lay it on the person."""

    key: str
    title: str
    role: Bearer
    provision: ProvisionId
    reason: str


@dataclass(frozen=True, slots=True)
class Duties:
    """What is owed as of a day.

    ``valid`` is the span of days on which the same facts would give the same result.
    """

    as_of: date
    version: str
    valid: Period
    classification: Classification
    duties: tuple[Duty, ...]
    not_owed: tuple[NotOwed, ...]
    notes: tuple[str, ...]
    open_questions: tuple[OpenQuestion, ...]
    steps: tuple[Step, ...]

    @property
    def certain(self) -> tuple[Duty, ...]:
        """What is owed for certain."""
        return tuple(duty for duty in self.duties if duty.certainty == "certain")

    @property
    def verdict(self) -> str:
        """The result in one line."""
        certain = self.certain
        now = sum(duty.standing == "binds" for duty in certain)
        open_ = len(self.duties) - len(certain)
        said = f"{_counted(len(certain), 'duty', 'duties')} certain, {now} of them binding on the day"
        return said + (f"; {open_} more not settled yet" if open_ else "")

    def as_tool_result(self) -> ToolResult:
        """The same as any deterministic tool hands it over."""
        cited = (provision for duty in self.certain for provision in duty.provisions)
        return ToolResult(
            tool=TOOL,
            version=self.version,
            as_of=self.as_of,
            inputs=self.classification.inputs,
            verdict=self.verdict,
            steps=self.steps,
            citations=tuple(dict.fromkeys(cited)),
            open_questions=self.open_questions,
        )


def of_role(found: Iterable[Duty], role: Bearer | None) -> tuple[Duty, ...]:
    """The duties of a role, or of every role; what falls on everyone falls on each."""
    return tuple(duty for duty in found if role is None or duty.role in (role, "everyone"))


def _counted(count: int, one: str, several: str) -> str:
    return f"{count or 'no'} {one if count == 1 else several}"
