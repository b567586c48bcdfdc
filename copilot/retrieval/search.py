"""Searching the law: what was in force on a day and may be seen by the actor, the best match first.

Words and meaning each name candidates; every candidate is then scored by both. What the question names
itself ("Art. 26(6) AI Act") comes first. Nothing that is not visible takes part, not even in the statistics.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from copilot.actor import Actor
from copilot.law import Corpus, Provision
from copilot.law.references import InstrumentNames, parse
from copilot.retrieval.embedding import Embedder
from copilot.retrieval.entry import Entry, entries_of, visible_on
from copilot.retrieval.index import index_status, open_index
from copilot.retrieval.lexical import Mask, Scores
from copilot.retrieval.words import stems

_CANDIDATES = 100
_MEANING_COUNTS = 1.2
_NEAR = 0.35
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
        self._vectors, self._lexical = open_index(data_folder)
        self._embedder = embedder
        self._names = InstrumentNames.of(corpus.instruments.values())
        self._entries = entries_of(corpus)
        self._places = {entry.key: place for place, entry in enumerate(self._entries)}
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
        vector = self._embedder.embed_query(asked)
        words = self._lexical.scores(asked, visible)
        near = dict(self._vectors.nearest(vector, visible_on(as_of, actor), _CANDIDATES))
        by_words = [self._entries[place].key for place in _highest(words, _CANDIDATES)]
        near |= self._vectors.similarities(vector, [key for key in by_words if key not in near])
        named = self._named(asked, visible)
        scored = self._scored(near, words, named)
        best = sorted(scored, key=lambda item: (-item[0], item[1]))[:top]
        return tuple(
            Found(self._entries[place].wording, score, self._why(place, asked, named, near))
            for score, place in best
        )

    def _scored(
        self, near: dict[str, float], words: Scores, named: set[int]
    ) -> Iterator[tuple[float, int]]:
        """Every candidate with its score: words relative to the best match, and meaning; one more if named."""
        most = float(words.max()) or 1.0
        for place in named | {self._places[key] for key in near}:
            meaning = near.get(self._entries[place].key, 0.0)
            score = (float(words[place]) / most + _MEANING_COUNTS * meaning) / (1 + _MEANING_COUNTS)
            yield round(score + (place in named), 6), place

    def _visible(self, day: date, actor: Actor) -> Mask:
        in_force = (self._starts <= day.toordinal()) & (day.toordinal() < self._untils)
        closed = [places for audience, places in self._by_audience.items() if not actor.may_see(audience)]
        for places in closed:
            in_force[places] = False
        return in_force

    def _named(self, query: str, visible: Mask) -> set[int]:
        """The visible wordings of the provisions that the question names; not of an act named as a whole."""
        wanted = {reference.id for reference in parse(query, self._names) if reference.id.segments}
        if not wanted:
            return set()
        return {
            place
            for place, entry in enumerate(self._entries)
            if visible[place] and any(entry.wording.id.within(unit) for unit in wanted)
        }

    def _why(self, place: int, query: str, named: set[int], near: dict[str, float]) -> str:
        entry = self._entries[place]
        reasons = ["you named it"] if place in named else []
        shared = _shared_words(query, entry)
        if shared:
            reasons.append(f"same words: {', '.join(shared)}")
        if near.get(entry.key, 0.0) >= _NEAR or not reasons:
            reasons.append("near in meaning")
        return "; ".join(reasons)


def _highest(scores: Scores, count: int) -> list[int]:
    """The places of the highest scores above zero."""
    count = min(count, len(scores))
    places = np.argpartition(-scores, count - 1)[:count]
    return [int(place) for place in places if scores[place] > 0]


def _shared_words(query: str, entry: Entry) -> list[str]:
    """The words of the question that the wording has as well, as the question has them."""
    held = set(stems(entry.words))
    asked = dict.fromkeys(word for word in query.split() if set(stems(word)) & held)
    return [word.strip(".,;:?!()\"'") for word in asked][:6]
