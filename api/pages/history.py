"""How a provision has read: the stretches of days on which neither it nor any of its parts changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from copilot.law import Corpus, Layer, Period, Provision, ProvisionId


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which a provision and its parts read the same; ``words`` tell two stretches apart."""

    days: Period
    words: tuple[tuple[ProvisionId, str, str], ...]


@dataclass(frozen=True, slots=True)
class History:
    """All stretches of a provision, the earliest first, seen from one day and from today."""

    stretches: tuple[Stretch, ...]
    as_of: date
    today: date

    @property
    def shown(self) -> Stretch | None:
        """The stretch of the day that is looked at; none where the provision was not law on it."""
        return self._on(self.as_of)

    @property
    def before(self) -> Stretch | None:
        """The stretch that ended last before the one shown."""
        earlier = [stretch for stretch in self.stretches if stretch.days.start <= self.as_of]
        return next((stretch for stretch in reversed(earlier) if stretch is not self.shown), None)

    @property
    def next_change(self) -> date | None:
        """The day from which it reads otherwise than today, or is law no longer, as far as is known."""
        current = self._on(self.today)
        return current.days.until if current else None

    @property
    def against_today(self) -> Literal["same", "other", "gone", "to come"]:
        """How what is shown stands to what is law today."""
        current = self._on(self.today)
        if current is not None:
            return "same" if self.shown and self.shown.words == current.words else "other"
        return "to come" if self.stretches and self.stretches[0].days.start > self.today else "gone"

    def _on(self, day: date) -> Stretch | None:
        return next((stretch for stretch in self.stretches if day in stretch.days), None)


def history_of(
    corpus: Corpus, provision_id: ProvisionId, *, layer: Layer, as_of: date, today: date
) -> History:
    """How a provision has read in one layer; an unknown one is ``UnknownProvision``."""
    whole = [wording for wording in corpus.timeline(provision_id) if wording.layer == layer]
    parts = [
        wording
        for part in corpus.parts(provision_id)
        for wording in corpus.timeline(part)
        if wording.layer == layer
    ]
    return History(tuple(_stretches(whole, [*whole, *parts])), as_of, today)


def _stretches(whole: list[Provision], passage: list[Provision]) -> Iterator[Stretch]:
    ends = {end for wording in passage for end in (wording.in_force.start, wording.in_force.until) if end}
    held: Stretch | None = None
    for start, until in pairwise([*sorted(ends), None]):
        if start is None or not any(start in wording.in_force for wording in whole):
            continue
        words = tuple(
            (wording.id, wording.title, wording.text) for wording in passage if start in wording.in_force
        )
        if held is not None and held.words == words and held.days.until == start:
            held = Stretch(Period(held.days.start, until), words)
            continue
        if held is not None:
            yield held
        held = Stretch(Period(start, until), words)
    if held is not None:
        yield held
