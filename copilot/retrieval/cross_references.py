"""Which units a text refers to, read when first wanted and kept."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from copilot.law import ProvisionId
from copilot.law.references import InstrumentNames, parse
from copilot.retrieval.collection import Collection
from copilot.retrieval.lexical import Mask, Scores

_LEADING = 20
_DAMPED = 3


class CrossReferences:
    """The references in the texts of a collection, as understood by one who knows these names."""

    def __init__(self, collection: Collection, names: InstrumentNames) -> None:
        self.names = names
        self._collection = collection
        self._read: dict[int, frozenset[ProvisionId]] = {}

    def towards(self, places: NDArray[np.intp], visible: Mask, first_scores: Scores) -> NDArray[np.float32]:
        """One hop: how far up the texts stand that refer to each of these places."""
        leading = np.flatnonzero(visible)
        leading = leading[np.argsort(-first_scores[leading], kind="stable")[:_LEADING]]
        gains: dict[ProvisionId, float] = {}
        for rank, place in enumerate(leading):
            for unit in self._in(int(place)):
                gains[unit] = gains.get(unit, 0.0) + 1 / (rank + _DAMPED)
        found = [gains.get(self._collection.wording(place).id, 0.0) for place in places]
        return np.array(found, dtype=np.float32)

    def _in(self, place: int) -> frozenset[ProvisionId]:
        if place not in self._read:
            wording = self._collection.wording(place)
            found = parse(wording.text, self.names, within=wording.id)
            self._read[place] = frozenset(reference.id for reference in found) - {wording.id}
        return self._read[place]
