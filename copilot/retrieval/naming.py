"""What a question names itself: the best of each unit named comes first, its other parts gain a little.

A question may name an article to read it ("what does Art. 26 say") or only in passing ("the fine for
breaking Art. 5"): the second wants one place of Art. 5, and then what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from copilot.law import ProvisionId
from copilot.retrieval.collection import Collection
from copilot.retrieval.lexical import Mask, Scores, best_places
from copilot.retrieval.question import Question

_FIRST, _LIKELY_FIRST = 4.0, 2.0
_READ, _EXACT, _PART, _ELSEWHERE = 2.0, 0.5, 0.15, 0.1
_LEADING = 20
_DAMPED = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """What each entry gains by being named, and which entries each unit named consists of."""

    gains: Scores
    units: Mapping[ProvisionId, float]
    _collection: Collection

    def firsts(self, scores: Scores, places: NDArray[np.intp]) -> Scores:
        """What one place of each unit named gains, so that it comes first: the unit itself or its best part."""
        gains = np.zeros(len(places), dtype=np.float32)
        for unit, gain in self.units.items():
            rows = np.flatnonzero(np.isin(places, self._collection.places_within(unit)))
            if len(rows):
                itself = [row for row in rows if self._collection.wording(places[row]).id == unit]
                best = itself[0] if itself else rows[scores[rows].argmax()]
                gains[best] = max(gains[best], gain)
        return gains

    def says(self, place: int) -> str | None:
        """How the question names an entry."""
        unit = self._collection.wording(place).id
        gain = max((gain for named, gain in self.units.items() if unit.within(named)), default=0.0)
        if gain == _FIRST:
            return "you named it"
        return "it has the number you named" if self.gains[place] > 0 else None


def named_in(question: Question, collection: Collection, visible: Mask, first_scores: Scores) -> Naming:
    """What the question names.

    An act named as a whole gains nothing here: everything in it would. A unit without an act is most
    likely one of the act whose texts match the question best; an annex is mostly mentioned in passing.
    """
    gains = np.zeros(len(visible), dtype=np.float32)
    units = dict.fromkeys(question.named, _FIRST)
    if question.numbers:
        likely = _leading_act(collection, visible, first_scores)
        for act in collection.acts:
            numbered = [ProvisionId(act, number) for number in question.numbers]
            gain = _PART if act == likely else _ELSEWHERE
            _raise(gains, collection, numbered, gain, gain)
            if act == likely:
                articles = [unit for unit in numbered if question.about_text or not _is_annex(unit)]
                units |= dict.fromkeys(articles, _LIKELY_FIRST)
    _raise(gains, collection, question.named, _EXACT, _READ if question.about_text else _PART)
    return Naming(np.where(visible, gains, 0.0).astype(np.float32), units, collection)


def _is_annex(unit: ProvisionId) -> bool:
    return unit.segments[0].startswith("anx-")


def _raise(
    gains: Scores, collection: Collection, units: Iterable[ProvisionId], exact: float, part: float
) -> None:
    for unit in units:
        for place in collection.places_within(unit):
            gain = exact if collection.wording(place).id == unit else part
            gains[place] = max(gains[place], gain)


def _leading_act(collection: Collection, visible: Mask, first_scores: Scores) -> str:
    """The act of most of the leading texts, the first ones counting most."""
    weights: dict[str, float] = {}
    for rank, place in enumerate(best_places(first_scores, visible, _LEADING)):
        act = collection.wording(place).instrument
        weights[act] = weights.get(act, 0.0) + 1 / (rank + _DAMPED)
    return max(weights, key=lambda act: weights[act])
