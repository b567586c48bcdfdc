"""Where a regime stands on a day, and what is known to come next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from copilot.rules.jurisdictions.register import Regime, Standing


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which something of a regime changes, as far as is known."""

    day: date
    what: str


def standing_on(regime: Regime, day: date) -> Standing | None:
    """The status on a day; none before the register holds anything of the regime."""
    reached = (one for one in regime.standing if one.from_ is None or one.from_ <= day)
    return max(reached, key=lambda one: one.from_ or date.min, default=None)


def next_change(regime: Regime, day: date, duties: Iterable[Change]) -> Change | None:
    """The first change after a day: of the status, or of a duty that concerns this launch."""
    statuses = (Change(one.from_, in_words(one)) for one in regime.standing if one.from_ is not None)
    coming = [change for change in (*statuses, *duties) if change.day > day]
    first = min((change.day for change in coming), default=None)
    if first is None:
        return None
    said = dict.fromkeys(change.what for change in coming if change.day == first)
    return Change(first, "; ".join(said))


def in_words(standing: Standing) -> str:
    """The status with its note."""
    return f"{standing.status} ({standing.note})" if standing.note else standing.status
