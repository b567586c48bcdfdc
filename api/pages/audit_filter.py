"""Which entries of the ledger are looked for, as an auditor writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args
from urllib.parse import urlencode

from copilot.records.ledger.entry import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Filter:
    """Which entries are looked for, as it was written; ``faults`` say of a field what is wrong with it."""

    kind: Kind | None
    who: str
    since: date | None
    until: date | None
    faults: Mapping[str, str]

    @property
    def query(self) -> str:
        """The same as part of an address."""
        said = {"kind": self.kind, "who": self.who, "since": self.since, "until": self.until}
        return urlencode({name: value for name, value in said.items() if value})


def read_filter(kind: str = "", who: str = "", since: str = "", until: str = "") -> Filter:
    """A filter as a form sends it: what is empty narrows nothing, a day that is none is a fault."""
    days, faults = {"since": since, "until": until}, {}
    read: dict[str, date | None] = {"since": None, "until": None}
    for name, text in days.items():
        try:
            read[name] = date.fromisoformat(text) if text else None
        except ValueError:
            faults[name] = f"“{text}” is not a day; write it like 2026-07-27"
    named = next((one for one in KINDS if one == kind), None)
    return Filter(named, who.strip(), read["since"], read["until"], faults)
