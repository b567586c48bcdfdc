"""Searching the law: what was in force on a day and may be seen by the actor, the best match first.

Every visible wording is scored by words and by meaning, exactly: with all vectors in memory that takes less
time than a filtered query. The best are looked at again, with learned weights. What the question names
itself ("Art. 26(6) AI Act") comes first. Nothing that is not visible takes part, not even in the
statistics or in the names of acts that are understood.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from copilot.actor import Actor
from copilot.errors import IndexOutdated
from copilot.law import Corpus, Provision
from copilot.law.references import InstrumentNames
from copilot.retrieval.build_folder import REBUILD
from copilot.retrieval.chroma_server import ChromaServer
from copilot.retrieval.collection import Collection
from copilot.retrieval.embedding import Embedder
from copilot.retrieval.entry import entries_of
from copilot.retrieval.everyday import EverydayWords
from copilot.retrieval.index import index_status, open_index
from copilot.retrieval.lexical import Mask, Scores, best_places
from copilot.retrieval.listing import listed
from copilot.retrieval.naming import Naming, named_in
from copilot.retrieval.question import Question, read_question
from copilot.retrieval.ranking import Ranking
from copilot.retrieval.reasons import reasons_for
from copilot.retrieval.signals import Candidates, signals_of
from copilot.tracing import span

_MEANING_COUNTS = 1.2
_ARTICLE_COUNTS, _ACT_COUNTS = 0.25, 0.3
_CANDIDATES = 120


@dataclass(frozen=True, slots=True)
class Found:
    """A wording that was found, how well it matches, and why; with the whole paragraph it stands in."""

    provision: Provision
    score: float
    why: str
    paragraph: tuple[Provision, ...]


class Searcher:
    """Searches one index that is ready; open a new one after a build. Threads may share it."""

    def __init__(
        self, corpus: Corpus, embedder: Embedder, data_folder: Path, server: ChromaServer | None = None
    ) -> None:
        status = index_status(corpus, embedder, data_folder, server)
        status.raise_unless_ready()
        self.fingerprint = status.manifest.fingerprint if status.manifest else ""
        held = open_index(data_folder, server)
        self._lexical, self._references = held.words, held.references
        self._embedder = embedder
        self._instruments = corpus.instruments
        self._collection = Collection.of(entries_of(corpus), corpus)
        entries = self._collection.entries
        self._vectors = held.vectors.vectors([entry.key for entry in entries])
        periods = [entry.wording.in_force for entry in entries]
        self._starts = np.array([period.start.toordinal() for period in periods])
        self._untils = np.array([(period.until or date.max).toordinal() for period in periods])
        self._by_audience: defaultdict[frozenset[str], list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            self._by_audience[entry.wording.audience].append(place)
        self._names: dict[frozenset[str], InstrumentNames] = {}

    @property
    def wordings(self) -> int:
        """How many wordings can be found, of all days and for all actors."""
        return len(self._collection.entries)

    def search(self, query: str, *, as_of: date, actor: Actor, top: int) -> tuple[Found, ...]:
        """The wordings that match the query best, among those in force on the day and open to the actor.

        One of each paragraph: the point or the lead-in that matches best. One without words finds nothing.
        """
        with span("search", top=top):
            return self._found(query, as_of, actor, top)

    def _found(self, query: str, as_of: date, actor: Actor, top: int) -> tuple[Found, ...]:
        looked_up = self._look_up(query, as_of, actor)
        if looked_up is None:
            return ()
        question, naming, candidates, first_scores, visible = looked_up
        places = candidates.places
        scores = first_scores[places] + Ranking.shipped().gain(candidates.signals) + naming.gains[places]
        scores += naming.firsts(scores, places)
        chosen = listed(scores, places, self._collection, top, whole=question.about_text)
        return tuple(
            Found(
                self._collection.wording(places[row]),
                float(scores[row]),
                reasons_for(row, candidates, question, naming, self._collection),
                self._collection.paragraph(places[row], visible),
            )
            for row in chosen
        )

    def candidates(
        self, query: str, *, as_of: date, actor: Actor
    ) -> tuple[tuple[Provision, ...], Scores, Candidates]:
        """What ranking is learned from: the wordings looked at, their first scores and their signals."""
        looked_up = self._look_up(query, as_of, actor)
        if looked_up is None:
            nothing = np.empty(0, dtype=np.float32)
            return (), nothing, Candidates(np.empty(0, dtype=np.intp), {})
        _, _, candidates, first_scores, _ = looked_up
        wordings = tuple(self._collection.wording(place) for place in candidates.places)
        return wordings, first_scores[candidates.places], candidates

    def _look_up(
        self, query: str, day: date, actor: Actor
    ) -> tuple[Question, Naming, Candidates, Scores, Mask] | None:
        visible = self._visible(day, actor)
        question = read_question(query, self._names_open_to(actor), EverydayWords.shipped())
        if not question.asked or not visible.any():
            return None
        texts = (question.asked, question.bare, question.in_law_words)
        near = {text: self._near(text) for text in dict.fromkeys(texts)}
        as_meant = ((near[question.bare] + near[question.in_law_words]) / 2).astype(np.float32)
        words = self._lexical.scores(question, visible)
        mixed = (words + _MEANING_COUNTS * as_meant) / (1 + _MEANING_COUNTS)
        first_scores = mixed.astype(np.float32)
        naming = named_in(question, self._collection, visible, first_scores)
        article = self._lexical.group_scores(question, visible, self._collection.articles)
        in_act = self._collection.of_instruments(question.acts)
        early = first_scores + _ARTICLE_COUNTS * article + _ACT_COUNTS * in_act + naming.gains
        everywhere = np.flatnonzero(visible)
        early[everywhere] += naming.firsts(early[everywhere], everywhere)
        places = best_places(early, visible, _CANDIDATES)
        candidates = signals_of(
            places,
            question,
            self._collection,
            self._lexical,
            visible,
            near=as_meant,
            near_as_asked=near[question.asked],
            article=article,
            first_scores=first_scores,
            references=self._references,
        )
        return question, naming, candidates, first_scores, visible

    def _near(self, text: str) -> Scores:
        vector = self._embedder.embed_query(text)
        if len(vector) != self._vectors.shape[1]:
            raise IndexOutdated(
                f"the model {self._embedder.model} gives vectors of {len(vector)} numbers now, "
                f"and the index holds some of {self._vectors.shape[1]}",
                remedy=REBUILD,
            )
        scores: Scores = self._vectors @ vector
        return scores

    def _visible(self, day: date, actor: Actor) -> Mask:
        in_force = (self._starts <= day.toordinal()) & (day.toordinal() < self._untils)
        for audience, places in self._by_audience.items():
            if not actor.may_see(audience):
                in_force[places] = False
        return in_force

    def _names_open_to(self, actor: Actor) -> InstrumentNames:
        """The names an actor may know of: that a closed policy exists is not told, either."""
        open_to = [act for act in self._instruments.values() if actor.may_see(act.audience)]
        key = frozenset(act.id for act in open_to)
        if key not in self._names:
            self._names[key] = InstrumentNames.of(open_to)
        return self._names[key]
