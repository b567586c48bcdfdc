"""Which text refers to which: read once when the index is built, followed one hop in a search.

Only names that are open to everybody are understood, so that whether a closed policy exists changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from copilot.errors import IndexCorrupt
from copilot.law import Instrument, ProvisionId
from copilot.law.references import InstrumentNames, parse
from copilot.retrieval.build_folder import REBUILD
from copilot.retrieval.entry import Entry
from copilot.retrieval.lexical import Mask, Scores, best_places

_FILE = "references.npz"
_LEADING = 20
_DAMPED = 3


@dataclass(frozen=True, slots=True)
class CrossReferences:
    """For each entry the places of the entries it refers to, one list after the other."""

    starts: NDArray[np.int64]
    targets: NDArray[np.int32]

    @classmethod
    def build(cls, entries: Sequence[Entry], instruments: Iterable[Instrument]) -> CrossReferences:
        """Read the references in every text."""
        names = InstrumentNames.of(act for act in instruments if not act.audience)
        places: defaultdict[ProvisionId, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            places[entry.wording.id].append(place)
        found = [_targets(entry, names, places) for entry in entries]
        ends = np.cumsum([0, *(len(targets) for targets in found)], dtype=np.int64)
        return cls(ends, np.array([place for targets in found for place in targets], dtype=np.int32))

    @classmethod
    def open(cls, folder: Path) -> CrossReferences:
        """Read what ``save`` wrote; ``IndexCorrupt`` where it cannot be read."""
        try:
            with np.load(folder / _FILE, allow_pickle=False) as held:
                return cls(held["starts"], held["targets"])
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise IndexCorrupt(
                f"the references in {folder} cannot be read: {error}", remedy=REBUILD
            ) from error

    def save(self, folder: Path) -> None:
        """Write them into a folder."""
        np.savez(folder / _FILE, starts=self.starts, targets=self.targets)

    def towards(self, visible: Mask, first_scores: Scores) -> Scores:
        """One hop: for every entry how far up the visible texts stand that refer to it."""
        gains = np.zeros(len(visible), dtype=np.float32)
        for rank, place in enumerate(best_places(first_scores, visible, _LEADING)):
            gains[self.targets[self.starts[place] : self.starts[place + 1]]] += 1 / (rank + _DAMPED)
        return gains


def _targets(entry: Entry, names: InstrumentNames, places: dict[ProvisionId, list[int]]) -> list[int]:
    wording = entry.wording
    units = {reference.id for reference in parse(wording.text, names, within=wording.id)} - {wording.id}
    return sorted({place for unit in units for place in places.get(unit, ())})
