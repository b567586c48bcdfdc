"""Finds words of the official text that the digest merely repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import count

from copilot.law.fidelity.fixed_names import with_names_as

_WORD = re.compile(r"[^\W_]+")
_BREAK = "\x00"


class FixedTerms:
    """Phrases that cannot be said otherwise: names of acts and institutions, references, defined terms."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_length = sorted((" ".join(_words(phrase)) for phrase in phrases), key=len, reverse=True)
        self._phrases = re.compile(
            "|".join(rf"\b{re.escape(phrase)}\b" for phrase in by_length if phrase) or r"(?!)"
        )

    def words_around(self, text: str) -> list[str]:
        """The words of a text, with a break where a fixed term stands."""
        plain = " ".join(_words(with_names_as(text, f" {_BREAK} ")))
        return self._phrases.sub(_BREAK, plain).split()


def shipped_fixed_terms() -> FixedTerms:
    """The fixed terms that ship beside the texts, one a line; a line with ``#`` is a heading."""
    lines = files("corpus").joinpath("fixed-terms.txt").read_text(encoding="utf-8").splitlines()
    return FixedTerms(line for line in lines if line and not line.startswith("#"))


class OfficialRuns:
    """All runs of a given length in the official texts of one instrument, to hold many units against."""

    def __init__(self, official: Iterable[str], fixed: FixedTerms, length: int) -> None:
        self._fixed, self._length = fixed, length
        self._runs: set[tuple[str, ...]] = set()
        for text in official:
            self._runs.update(self._windows(fixed.words_around(text)))
        self._runs.discard(())

    def copied_in(self, text: str) -> str:
        """The longest run that a text repeats, of the given length at least; empty where there is none."""
        words = self._fixed.words_around(text)
        longest: list[str] = []
        current: list[str] = []
        for window in self._windows(words):
            if window in self._runs:
                current = [*current, window[-1]] if current else list(window)
                longest = max(longest, current, key=len)
            else:
                current = []
        return " ".join(longest)

    def _windows(self, words: list[str]) -> Iterator[tuple[str, ...]]:
        """Every run of the length, in order; one across a fixed term is empty, and found nowhere."""
        for start in range(len(words) - self._length + 1):
            window = tuple(words[start : start + self._length])
            yield () if _BREAK in window else window


def longest_run(ours: Sequence[str], official: Sequence[str], fixed: FixedTerms) -> int:
    """How many words in a row some text of ours has in common with the official ones, at most."""

    def is_copied(length: int) -> bool:
        runs = OfficialRuns(official, fixed, length)
        return any(runs.copied_in(text) for text in ours)

    return next(length - 1 for length in count(1) if not is_copied(length))


def _words(text: str) -> list[str]:
    return [
        _BREAK if word == _BREAK else word.lower()
        for word in re.findall(rf"{_WORD.pattern}|{_BREAK}", text)
    ]
