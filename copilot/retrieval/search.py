"""Searching the law: what was in force on a day and may be seen by the actor, the best match first.

Every visible wording is scored by words and by meaning, exactly: with all vectors in memory that takes less
time than a filtered query. What the question names itself ("Art. 26(6) AI Act") comes first. Nothing that
is not visible takes part, not even in the statistics.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from copilot.actor import Actor
from copilot.law import Corpus, Provision, ProvisionId
from copilot.law.references import InstrumentNames, parse
from copilot.retrieval.embedding import Embedder
from copilot.retrieval.entry import Entry, entries_of
from copilot.retrieval.index import index_status, open_index
from copilot.retrieval.lexical import Mask, Scores
from copilot.retrieval.words import stems

_MEANING_COUNTS = 1.2
_NEAR = 0.35
_NAMED, _PART_OF_NAMED, _PERHAPS_NAMED = 2.0, 1.0, 0.25
_LONGEST_QUERY = 4_000
_TYPOGRAPHY = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that was found, how well it matches, and why."""

    provision: Provision
    score: float
    why: str


class Searcher:
    """Searches one index that is ready; open a new one after a build."""

    def __init__(self, corpus: Corpus, embedder: Embedder, data_folder: Path) -> None:
        index_status(corpus, embedder, data_folder).raise_unless_ready()
        store, self._lexical = open_index(data_folder)
        self._embedder = embedder
        self._names = InstrumentNames.of(corpus.instruments.values())
        self._entries = entries_of(corpus)
        self._vectors = store.vectors([entry.key for entry in self._entries])
        periods = [entry.wording.in_force for entry in self._entries]
        self._starts = np.array([period.start.toordinal() for period in periods])
        self._untils = np.array([(period.until or date.max).toordinal() for period in periods])
        self._by_audience: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        for place, entry in enumerate(self._entries):
            self._by_audience[entry.wording.audience].append(place)

    def search(self, query: str, *, as_of: date, actor: Actor, top: int) -> tuple[Found, ...]:
        """The wordings that match the query best, among those in force on the day and open to the actor.

        Of a very long query only the beginning counts; one without words finds nothing.
        """
        asked = query[:_LONGEST_QUERY].translate(_TYPOGRAPHY)
        visible = self._visible(as_of, actor)
        if not asked.strip() or not visible.any():
            return ()
        words = self._lexical.scores(asked, visible)
        meaning = self._vectors @ self._embedder.embed_query(asked)
        scores = (words / (words.max() or 1.0) + _MEANING_COUNTS * meaning) / (1 + _MEANING_COUNTS)
        named = self._named(asked, visible)
        for place, gain in named.items():
            scores[place] += gain
        return tuple(
            Found(
                self._entries[place].wording, float(scores[place]), self._why(place, asked, named, meaning)
            )
            for place in _best(scores, visible, top)
        )

    def _visible(self, day: date, actor: Actor) -> Mask:
        in_force = (self._starts <= day.toordinal()) & (day.toordinal() < self._untils)
        closed = [places for audience, places in self._by_audience.items() if not actor.may_see(audience)]
        for places in closed:
            in_force[places] = False
        return in_force

    def _named(self, query: str, visible: Mask) -> dict[int, float]:
        """What the provisions that the question names gain: the unit itself more than its parts.

        An act named as a whole gains nothing: everything in it would. Where no act is named beside an
        article, that article of every act gains a little.
        """
        wanted = self._units_named(query, default=None)
        perhaps = set[ProvisionId]().union(
            *(
                self._units_named(query, default=name)
                for name, kind in self._names.kinds.items()
                if kind == "regulation"
            )
        )
        gains: dict[int, float] = {}
        for place, entry in enumerate(self._entries) if perhaps | wanted else ():
            unit = entry.wording.id
            if visible[place] and any(unit.within(named) for named in perhaps | wanted):
                exact = _NAMED if unit in wanted else _PART_OF_NAMED
                gains[place] = exact if any(unit.within(named) for named in wanted) else _PERHAPS_NAMED
        return gains

    def _units_named(self, query: str, *, default: str | None) -> set[ProvisionId]:
        return {found.id for found in parse(query, self._names, default=default) if found.id.segments}

    def _why(self, place: int, query: str, named: Mapping[int, float], meaning: Scores) -> str:
        gain = named.get(place, 0.0)
        reasons = (
            ["you named it"] if gain > _PERHAPS_NAMED else ["it has the number you named"] if gain else []
        )
        shared = _shared_words(query, self._entries[place])
        if shared:
            reasons.append(f"same words: {', '.join(shared)}")
        if meaning[place] >= _NEAR or not reasons:
            reasons.append("near in meaning")
        return "; ".join(reasons)


def _best(scores: Scores, visible: Mask, top: int) -> list[int]:
    """The places of the best visible entries, the best first; of two alike the first in the order of keys."""
    places = np.flatnonzero(visible)
    order = np.argsort(-scores[places].round(6), kind="stable")[:top]
    return [int(place) for place in places[order]]


def _shared_words(query: str, entry: Entry) -> list[str]:
    """The words of the question that the wording has as well, as the question has them."""
    held = set(stems(entry.words))
    asked = dict.fromkeys(word for word in query.split() if set(stems(word)) & held)
    return [word.strip(".,;:?!\"'") for word in asked][:6]
