"""What is known of every entry beforehand: where it stands in its act, and what kind of text it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copilot.law import Corpus, Instrument, Provision, ProvisionId
from copilot.retrieval.entry import Entry
from copilot.retrieval.lexical import Groups

_MONEY = re.compile(r"\bEUR\b|\bfine|penalt|sanction", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:day|month|year|hour)s?\b|\b20\d\d\b|without (?:undue )?delay|immediately", re.IGNORECASE
)
_DEFINES = re.compile(r"\bdefinition", re.IGNORECASE)
_PARAGRAPH = 2
"""A path of so many steps leads to a paragraph, a longer one into it."""

_FEW = 12
"""An article of at most so many parts is shown whole where its own words match."""

Traits = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Collection:
    """All entries in their order: the article and the paragraph each belongs to, and its traits, 1 or 0."""

    entries: Sequence[Entry]
    articles: Groups
    paragraphs: Groups
    traits: Traits
    _order: NDArray[np.int32]
    _acts: NDArray[np.str_]
    _within: Mapping[ProvisionId, Sequence[int]]

    @classmethod
    def of(cls, entries: Sequence[Entry], corpus: Corpus) -> Collection:
        """Look at every entry once."""
        instruments = corpus.instruments
        order = {_identity(wording): number for number, wording in enumerate(corpus.wordings())}
        within: defaultdict[ProvisionId, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            unit = entry.wording.id
            for depth in range(1, len(unit.segments) + 1):
                within[ProvisionId(unit.instrument, unit.segments[:depth])].append(place)
        told = [_traits(entry.wording, instruments[entry.wording.instrument]) for entry in entries]
        return cls(
            entries,
            _numbered((entry.wording.instrument, entry.wording.id.segments[:1]) for entry in entries),
            _numbered(
                (entry.wording.instrument, entry.wording.id.segments[:_PARAGRAPH]) for entry in entries
            ),
            {
                name: np.array([traits[name] for traits in told], dtype=np.float32)
                for name in (told[0] if told else ())
            },
            np.array([order[_identity(entry.wording)] for entry in entries], dtype=np.int32),
            np.array([entry.wording.instrument for entry in entries]),
            within,
        )

    def wording(self, place: int | np.integer[Any]) -> Provision:
        """The wording at a place."""
        return self.entries[int(place)].wording

    def paragraph(self, place: int | np.integer[Any], visible: NDArray[np.bool_]) -> tuple[Provision, ...]:
        """The paragraph that a place belongs to, whole: the lead-ins above it, itself and its points."""
        unit = self.wording(place).id
        above = [
            ProvisionId(unit.instrument, unit.segments[:depth]) for depth in range(1, len(unit.segments))
        ]
        leads = [
            other for lead in above for other in self.places_within(lead) if self.wording(other).id == lead
        ]
        own = self.places_within(ProvisionId(unit.instrument, unit.segments[:_PARAGRAPH]))
        if len(unit.segments) == 1 and len(own) > _FEW:
            own = [int(place)]
        shown = sorted(
            {other for other in (*leads, *own) if visible[other]}, key=lambda other: self._order[other]
        )
        return tuple(self.wording(other) for other in shown)

    @property
    def acts(self) -> tuple[str, ...]:
        """The instruments that have entries."""
        return tuple(str(act) for act in np.unique(self._acts))

    def of_instruments(self, ids: frozenset[str]) -> NDArray[np.float32]:
        """1 for every entry of one of these acts, 0 for the others."""
        return np.isin(self._acts, list(ids)).astype(np.float32)

    def places_within(self, unit: ProvisionId) -> Sequence[int]:
        """Where the unit and its parts stand, in any wording."""
        return self._within.get(unit, ())


def _traits(wording: Provision, act: Instrument) -> dict[str, bool]:
    unit = wording.id.segments
    heading = " ".join((*wording.heading_path[-1:], wording.title))
    return {
        "recital": unit[0].startswith("rec-"),
        "annex": unit[0].startswith("anx-"),
        "policy": act.kind == "policy",
        "amending": bool(act.amends),
        "point": len(unit) > _PARAGRAPH,
        "defines": bool(_DEFINES.search(heading)),
        "money": bool(_MONEY.search(wording.text)),
        "time": bool(_TIME.search(wording.text)),
    }


def _identity(wording: Provision) -> tuple[ProvisionId, date, str]:
    return wording.id, wording.in_force.start, wording.layer


def _numbered(keys: Iterable[Hashable]) -> Groups:
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int32)
