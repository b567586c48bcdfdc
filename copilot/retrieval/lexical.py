"""The lexical index: BM25 over words in their context, pairs of words and titles, and over whole articles.

Only what the asker may see on the day counts, for the statistics as well: how rare a word is, and how long
texts are, is taken from the visible texts alone, so that no score tells of a text that is closed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from copilot.errors import IndexCorrupt
from copilot.retrieval.build_folder import REBUILD
from copilot.retrieval.entry import Entry
from copilot.retrieval.question import Question, Weights
from copilot.retrieval.words import pairs, stems

_SATURATION, _LENGTH_COUNTS = 1.5, 0.75
_FILE = "{name}.npz"

Mask = NDArray[np.bool_]
Scores = NDArray[np.float32]
Groups = NDArray[np.int32]
"""For every entry the number of the group it belongs to."""


def _own(entry: Entry) -> list[str]:
    return stems(entry.wording.text)


def _in_context(entry: Entry) -> list[str]:
    return stems(entry.words)


def _pairs(entry: Entry) -> list[str]:
    return pairs(_own(entry))


def _title(entry: Entry) -> list[str]:
    """The title of the unit, or else of the article it stands in."""
    return stems(entry.wording.title or " ".join(entry.wording.heading_path[-1:]))


_FIELDS: dict[str, Callable[[Entry], list[str]]] = {
    "own": _own,
    "context": _in_context,
    "pairs": _pairs,
    "title": _title,
}
_COUNTS = {"context": 0.8, "pairs": 0.4, "title": 0.3}
"""What each field counts in the one score of a text; groups of texts are read by their own words."""


class LexicalIndex:
    """All fields together."""

    def __init__(self, fields: dict[str, _Field]) -> None:
        self._fields = fields

    @classmethod
    def build(cls, entries: Sequence[Entry]) -> LexicalIndex:
        """Count the words of every entry, in the order given."""
        return cls(
            {name: _Field.build([read(entry) for entry in entries]) for name, read in _FIELDS.items()}
        )

    @classmethod
    def open(cls, folder: Path) -> LexicalIndex:
        """Read what ``save`` wrote; ``IndexCorrupt`` where it cannot be read."""
        try:
            return cls({name: _Field.open(folder / _FILE.format(name=name)) for name in _FIELDS})
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise IndexCorrupt(
                f"the lexical index in {folder} cannot be read: {error}", remedy=REBUILD
            ) from error

    def save(self, folder: Path) -> None:
        """Write one file a field."""
        for name, field in self._fields.items():
            field.save(folder / _FILE.format(name=name))

    def scores(self, question: Question, visible: Mask) -> Scores:
        """The score of every entry, at most 1; zero for one that is not visible or shares no word."""
        total = np.zeros(len(visible), dtype=np.float32)
        for name, counts in _COUNTS.items():
            sought = question.pairs if name == "pairs" else question.words
            total += counts * self._fields[name].scores(sought, visible)
        return at_most_one(total)

    def group_scores(self, question: Question, visible: Mask, groups: Groups) -> Scores:
        """For every entry how well its group matches, such as the article it stands in, read as one text."""
        return at_most_one(self._fields["own"].group_scores(question.words, visible, groups))[groups]

    def group_coverage(self, question: Question, visible: Mask, groups: Groups) -> Scores:
        """For every entry the share of the question's words, by rarity, that its group has."""
        return self._fields["own"].group_coverage(question.words, visible, groups)[groups]


@dataclass(frozen=True, slots=True)
class _Field:
    """Postings: for each word the entries that have it and how often; words are kept as sorted hashes."""

    words: NDArray[np.uint64]
    starts: NDArray[np.int64]
    entries: NDArray[np.int32]
    counts: NDArray[np.float32]
    lengths: NDArray[np.float32]

    @classmethod
    def build(cls, texts: Sequence[list[str]]) -> _Field:
        found = [
            (_hashed(word), place, count)
            for place, text in enumerate(texts)
            for word, count in Counter(text).items()
        ]
        found.sort()
        hashes = np.array([item[0] for item in found], dtype=np.uint64)
        words, starts = np.unique(hashes, return_index=True)
        return cls(
            words,
            np.append(starts, len(found)).astype(np.int64),
            np.array([item[1] for item in found], dtype=np.int32),
            np.array([item[2] for item in found], dtype=np.float32),
            np.array([len(text) for text in texts], dtype=np.float32),
        )

    @classmethod
    def open(cls, file: Path) -> _Field:
        with np.load(file, allow_pickle=False) as held:
            return cls(*(held[name] for name in cls.__slots__))

    def save(self, file: Path) -> None:
        np.savez(file, **{name: getattr(self, name) for name in self.__slots__})

    def scores(self, sought: Weights, visible: Mask) -> Scores:
        """BM25, as if the visible texts were all there are."""
        return self._bm25(sought, visible, self.lengths, int(visible.sum()), groups=None)

    def group_scores(self, sought: Weights, visible: Mask, groups: Groups) -> Scores:
        """BM25 over groups of visible texts, each group read as one text."""
        lengths = np.bincount(
            groups[visible], weights=self.lengths[visible], minlength=int(groups.max()) + 1
        )
        return self._bm25(
            sought, visible, lengths.astype(np.float32), int((lengths > 0).sum()), groups=groups
        )

    def group_coverage(self, sought: Weights, visible: Mask, groups: Groups) -> Scores:
        """The share of the words sought that each group has, the rare ones counting more."""
        covered = np.zeros(int(groups.max()) + 1, dtype=np.float32)
        wanted = 0.0
        seen = int(visible.sum())
        for word, weight in sought.items():
            entries, _ = self._postings(word, visible)
            worth = weight * float(np.log1p(seen / (1 + len(entries))))
            covered[np.bincount(groups[entries], minlength=len(covered)) > 0] += worth
            wanted += worth
        return covered / (wanted or 1.0)

    def _bm25(
        self,
        sought: Weights,
        visible: Mask,
        lengths: NDArray[np.float32],
        seen: int,
        *,
        groups: Groups | None,
    ) -> Scores:
        total = np.zeros(len(lengths), dtype=np.float32)
        if not seen or not len(self.words):
            return total
        mean_length = float(self.lengths[visible].sum()) / seen or 1.0
        for word, weight in sought.items():
            having, often = self._postings(word, visible)
            if groups is not None:
                together = np.bincount(groups[having], weights=often, minlength=len(lengths))
                having = np.flatnonzero(together).astype(np.int32)
                often = together[having].astype(np.float32)
            rarity = np.log1p((seen - len(having) + 0.5) / (len(having) + 0.5))
            length = 1 - _LENGTH_COUNTS + _LENGTH_COUNTS * lengths[having] / mean_length
            total[having] += weight * rarity * often * (_SATURATION + 1) / (often + _SATURATION * length)
        return total

    def _postings(self, word: str, visible: Mask) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        hashed = np.uint64(_hashed(word))
        place = int(np.searchsorted(self.words, hashed))
        if place == len(self.words) or self.words[place] != hashed:
            return self.entries[:0], self.counts[:0]
        span = slice(self.starts[place], self.starts[place + 1])
        entries, counts = self.entries[span], self.counts[span]
        shown = visible[entries]
        return entries[shown], counts[shown]


def best_places(scores: Scores, visible: Mask, top: int) -> NDArray[np.intp]:
    """The places of the best visible entries, the best first; of two alike the first in the order of keys."""
    places = np.flatnonzero(visible)
    held = scores[places].round(6)
    if len(places) > top:
        least = np.partition(held, -top)[-top]
        places, held = places[held >= least], held[held >= least]
    return places[np.argsort(-held, kind="stable")[:top]]


def at_most_one(scores: Scores) -> Scores:
    """Scores as shares of the best."""
    return scores / (float(scores.max(initial=0.0)) or 1.0)


def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())
