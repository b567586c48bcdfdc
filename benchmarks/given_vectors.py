"""Vectors that a contestant need not embed: where not its building is measured, embedding takes most of the time."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

_FURTHEST = 1 / 3

Vectors = NDArray[np.float32]


class GivenVectors(Protocol):
    """Gives the same vector for the same words, to every contestant."""

    def of(self, texts: Sequence[str]) -> Vectors:
        """A unit vector for each text, in order."""


class MadeVectors:
    """Vectors for made-up passages: how query time grows depends on their number, not on their meaning.

    Each is a real vector moved by up to a third of the way to another one; the words decide which two.
    """

    def __init__(self, real: Vectors) -> None:
        self._real = real

    def of(self, texts: Sequence[str]) -> Vectors:
        """A vector for each text, in order."""
        drawn = np.array([_drawn(text) for text in texts], dtype=np.uint64).reshape(-1, 3)
        first, second = (self._real[drawn[:, side] % len(self._real)] for side in (0, 1))
        moved = (drawn[:, 2, None] / np.float64(2**64) * _FURTHEST).astype(np.float32)
        between = first * (1 - moved) + second * moved
        unit: Vectors = between / np.linalg.norm(between, axis=1, keepdims=True)
        return unit


class KnownVectors:
    """The real vectors of texts that were embedded before."""

    def __init__(self, words: Sequence[int], vectors: Vectors) -> None:
        self._places = {drawn: place for place, drawn in enumerate(words)}
        self._vectors = vectors

    def of(self, texts: Sequence[str]) -> Vectors:
        """The vector of each text, in order; ``KeyError`` for one that was not embedded."""
        known: Vectors = self._vectors[[self._places[_drawn(text)[0]] for text in texts]]
        return known


def read_vectors(file: Path) -> GivenVectors:
    """Read what one of the two below wrote."""
    with np.load(file) as held:
        if "words" in held:
            return KnownVectors(held["words"].tolist(), held["vectors"])
        return MadeVectors(held["vectors"])


def write_for_making(file: Path, vectors: Vectors) -> Path:
    """Write real vectors out of which others are made."""
    np.savez(file, vectors=vectors)
    return file


def write_known(file: Path, texts: Sequence[str], vectors: Vectors) -> Path:
    """Write the real vectors of texts."""
    np.savez(file, vectors=vectors, words=np.array([_drawn(text)[0] for text in texts], dtype=np.uint64))
    return file


def _drawn(text: str) -> tuple[int, int, int]:
    """Three numbers below 2**64 that look random and are the same for the same text."""
    digest = blake2b(text.encode(), digest_size=24).digest()
    first, second, third = (int.from_bytes(digest[start : start + 8]) for start in (0, 8, 16))
    return first, second, third
