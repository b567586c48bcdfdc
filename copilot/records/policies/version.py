"""A version of a policy as it is kept: its file, what it says of itself, and from which to which day it is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal, TypeAlias

from copilot.law import Period
from copilot.law.policy import PolicyHead

Ending: TypeAlias = tuple[Literal["replaced", "retired"], date]
"""What ended a version, and from which day on."""


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version. ``number`` counts the files of all policies, and is told to nobody."""

    number: int
    policy: str
    head: PolicyHead
    file_name: str
    size: int
    sha256: str
    uploaded_by: str
    uploaded_at: datetime
    ended: Ending | None = None

    @property
    def until(self) -> date | None:
        """The first day on which it is no longer in force."""
        ends = [end for end in (self.head.until, self.ended and self.ended[1]) if end is not None]
        return min(ends, default=None)

    @property
    def in_force(self) -> Period | None:
        """The days on which it is in force; none where it was ended before its first."""
        start, until = self.head.effective, self.until
        return None if until is not None and until <= start else Period(start, until)


@dataclass(frozen=True, slots=True)
class KeptPolicy:
    """A policy with all its versions, the earliest first. All have one audience: it is a part of what the policy is."""

    id: str
    versions: tuple[PolicyVersion, ...]

    @property
    def audience(self) -> frozenset[str]:
        """Who may see it; everybody where it is empty."""
        return self.versions[-1].head.audience

    @property
    def latest(self) -> PolicyVersion:
        """The version that begins last."""
        return self.versions[-1]

    @classmethod
    def grouped(cls, versions: Iterable[PolicyVersion]) -> tuple[KeptPolicy, ...]:
        """Policies by their ids, from all versions of all of them."""
        ordered = sorted(
            versions, key=lambda version: (version.policy, version.head.effective, version.number)
        )
        return tuple(
            cls(policy, tuple(held))
            for policy, held in groupby(ordered, key=lambda version: version.policy)
        )


def shelf_id(head: PolicyHead) -> str:
    """The id under which a policy is kept: that of its head, and for a closed one its audiences behind it.

    So a policy can meet one of the same id only where whoever uploads it may see that one, too: no conflict tells
    that a closed policy exists. A head's id has no dot, so that none can be made up.
    """
    return ".".join((head.id, *sorted(head.audience)))
