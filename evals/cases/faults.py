"""Faults of cases: all of them are gathered, and one error names every line to mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copilot.errors import UnusableCase
from evals.cases.case import Place

SCHEMA = "The fields of a case are described in evals/cases, one file a kind."


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong on a line, in which field, and what to do about it."""

    place: Place
    field: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.field}: {self.what}"


def raise_for(faults: Iterable[Fault]) -> None:
    """Raise one error for all faults, in the order of the lines; none, no error."""
    found = sorted(set(faults))
    if found:
        remedies = dict.fromkeys(fault.remedy for fault in found)
        raise UnusableCase("\n".join(map(str, found)), remedy=" ".join(remedies))
