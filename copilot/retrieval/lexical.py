"""The lexical index: BM25 over words, words in their context, pairs of words, and titles.

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
from copilot.retrieval.words import pairs, stems

_SATURATION, _LENGTH_COUNTS = 1.5, 0.75
_FILE = "{name}.npz"

Mask = NDArray[np.bool_]
Scores = NDArray[np.float32]


def _own(entry: Entry) -> list[str]:
    return stems(entry.wording.text)


def _in_context(entry: Entry) -> list[str]:
    return stems(entry.words)


def _pairs(entry: Entry) -> list[str]:
    return pairs(_own(entry))


def _title(entry: Entry) -> list[str]:
    """The title of the unit, or else of the article it stands in."""
    return stems(entry.wording.title or " ".join(entry.wording.heading_path[-1:]))


def _as_asked(words: list[str]) -> list[str]:
    return words


_FIELDS: dict[str, tuple[float, Callable[[Entry], list[str]], Callable[[list[str]], list[str]]]] = {
    "own": (0.5, _own, _as_asked),
    "context": (0.5, _in_context, _as_asked),
    "pairs": (0.3, _pairs, pairs),
    "title": (0.1, _title, _as_asked),
}
"""What is counted, its weight, how it is read from a text and from the words of a question."""


class LexicalIndex:
    """All fields together."""

    def __init__(self, fields: dict[str, _Field]) -> None:
        self._fields = fields

    @classmethod
    def build(cls, entries: Sequence[Entry]) -> LexicalIndex:
        """Count the words of every entry, in the order given."""
        return cls(
            {
                name: _Field.build([read(entry) for entry in entries])
                for name, (_, read, _) in _FIELDS.items()
            }
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

    def scores(self, query: str, visible: Mask) -> Scores:
        """The score of every entry; zero for one that is not visible or shares no word."""
        words = stems(query)
        total = np.zeros(len(visible), dtype=np.float32)
        for name, (weight, _, ask) in _FIELDS.items():
            total += weight * self._fields[name].scores(ask(words), visible)
        return total


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

    def scores(self, words: Sequence[str], visible: Mask) -> Scores:
        """BM25, as if the visible texts were all there are."""
        total = np.zeros(len(self.lengths), dtype=np.float32)
        seen = int(visible.sum())
        if not seen or not len(self.words):
            return total
        mean_length = float(self.lengths[visible].mean()) or 1.0
        for word in dict.fromkeys(words):
            entries, counts = self._postings(word, visible)
            if not len(entries):
                continue
            rarity = np.log1p((seen - len(entries) + 0.5) / (len(entries) + 0.5))
            length = 1 - _LENGTH_COUNTS + _LENGTH_COUNTS * self.lengths[entries] / mean_length
            total[entries] += rarity * counts * (_SATURATION + 1) / (counts + _SATURATION * length)
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


def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest())
