"""Which words of its source a statement has, in order, and where it departs from them.

How near a statement is to its source decides what a difference means: in a sentence that follows its source
word by word, "may" for "shall" is a falsehood; in one worded freely it may be another way of saying it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from copilot.grounding.wording import Wording
from copilot.grounding.wording.stems import WORD, stem_of

RUNS = 0.6
"""A statement of which this share stands in its source, three words or more in a row, follows it word by word."""

COVERED = 0.75
LEAST_IN_RUNS = 6
"""So does one that adds to it: this share of the words of its source, and so many, stand in such runs."""

DENSE = 0.5
"""In either case at least this share of the words between the first and the last that are shared is kept."""

VERBATIM = 0.85
"""From this share of words kept in order on, nothing but single words or a clause of a near statement are others."""

QUOTED = 0.9
"""From this share of words kept in order on, a statement that follows its source is the wording of it."""

_RUN = 3
_BEFORE_ITS_SENTENCE = re.compile(r"^.*[.;:]\s+", re.DOTALL)
_DENIES_WHAT_IT_FOLLOWS = ("not", "never")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that the statement has in the place of others of its source."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True)
class Alignment:
    """A statement beside the words of its source."""

    statement: Wording
    source: Wording

    @cached_property
    def _blocks(self) -> tuple[tuple[int, int, int], ...]:
        own, theirs = (
            tuple(stem_of(word) for word in text.words) for text in (self.statement, self.source)
        )
        matcher = SequenceMatcher(None, own, theirs, autojunk=False)
        return tuple((block.a, block.b, block.size) for block in matcher.get_matching_blocks())

    @cached_property
    def kept(self) -> float:
        """The share of the statement's words that stand in the source in the same order."""
        size = sum(length for _, _, length in self._blocks)
        return size / max(1, len(self.statement.words))

    @cached_property
    def _in_runs(self) -> int:
        return sum(length for _, _, length in self._blocks if length >= _RUN)

    @cached_property
    def is_near(self) -> bool:
        """Whether the statement follows its source word by word, and does not gather its words from all over."""
        own, theirs = len(self.statement.words), len(self.span.words)
        runs = self._in_runs >= min(RUNS * own, max(LEAST_IN_RUNS, COVERED * theirs))
        return runs and self.kept * own >= DENSE * theirs

    @property
    def is_verbatim(self) -> bool:
        """Whether so few of its words are others that each of these must mean what it stands for."""
        return self.is_near and self.kept >= VERBATIM

    @cached_property
    def head(self) -> str:
        """What the sentence, of which the statement's first words are, says before these, in small letters."""
        first = next((theirs for _, theirs, length in self._blocks if length), 0)
        words = [match.start() for match in WORD.finditer(self.source.folded)]
        return _BEFORE_ITS_SENTENCE.sub("", self.source.folded[: words[first]]) if first else ""

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """Where it departs; beyond the first and the last shared word only as many words as it has in their place."""
        found: list[Edit] = []
        own_at = their_at = 0
        for own, theirs, length in self._blocks:
            added = self.statement.words[own_at:own]
            if not length:
                theirs = min(theirs, their_at + len(added))
            elif not their_at:
                their_at = max(0, theirs - len(added))
            edit = Edit(added, self.source.words[their_at:theirs])
            if edit.added or edit.dropped:
                found.append(edit)
            own_at, their_at = own + length, theirs + length
        return tuple(found)

    def kept_of(self, first: int, last: int) -> float:
        """The share of some words of the source, from the first up to the last, that the statement has."""
        has = sum(
            max(0, min(last, theirs + length) - max(first, theirs)) for _, theirs, length in self._blocks
        )
        return has / max(1, last - first)

    @cached_property
    def span(self) -> Wording:
        """The part of the source that the statement follows, with as many words around it as it has in their place."""
        blocks = [block for block in self._blocks if block[2]]
        if not blocks:
            return self.source
        (own, first, _), (own_last, last, length) = blocks[0], blocks[-1]
        places = [match.span() for match in WORD.finditer(self.source.folded)]
        behind = len(self.statement.words) - own_last - length
        start = places[max(0, first - own)][0]
        follows = last + length + behind
        while follows < len(places) and self.source.words[follows] in _DENIES_WHAT_IT_FOLLOWS:
            follows += 1
        end = places[follows][0] if follows < len(places) else len(self.source.folded)
        return Wording(self.source.written[start:end], self.source.folded[start:end])
