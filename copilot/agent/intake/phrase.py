"""Phrases as they stand in ``phrases/*.yaml``, and finding them in a description.

- A word stands for all its forms: ``rank`` is found in "ranks" and "ranking".
- ``analy*`` is any word that begins so; ``a|b`` is either, ``a_b|c`` two words or one;
  ``<people>`` is any entry of that list in ``words.yaml``.
- ``..`` lets up to three other words stand between, ``...`` up to eight.
- ``a ~ b`` wants both in one sentence, in either order; ``a & b`` anywhere in the description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from copilot.agent.intake.description import Description, Sentence, stem_of

_GAPS = {"..": r"(?: [^ ]+){0,3}?", "...": r"(?: [^ ]+){0,8}?"}

Lists = Mapping[str, str]
"""Lists of words that phrases share: entries divided by commas."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a phrase stands: from which place of the text to which, and whether the text denies it."""

    start: int
    end: int
    sentence: int
    denied: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    sentence: int
    first: int
    last: int


_Together = tuple[re.Pattern[str], ...]
"""Parts that must all stand in one sentence."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to be looked for: groups of parts, each group within a sentence of its own or the same."""

    written: str
    groups: tuple[_Together, ...]

    def found_in(self, description: Description) -> Iterator[Found]:
        """Each sentence in which the first group stands, if the others stand anywhere."""
        first, *others = self.groups
        if all(_stands(group, description) for group in others):
            for spots in _places(first, description):
                yield _found(description, spots)


def phrase(written: str, lists: Lists) -> Phrase:
    """Read a phrase; a list that does not exist is a ``KeyError``, found by the first test that loads it."""
    groups = (group.split(" ~ ") for group in written.split(" & "))
    return Phrase(
        written,
        tuple(tuple(re.compile(_pattern(part, lists) + r"(?= |$)") for part in group) for group in groups),
    )


def _places(group: _Together, description: Description) -> Iterator[tuple[_Spot, ...]]:
    """Where all parts of a group stand in one sentence, for each place of the first."""
    for number, sentence in enumerate(description.sentences):
        found = [list(_spots(part, number, sentence)) for part in group]
        if all(found):
            for spot in found[0]:
                yield (spot, *(spots[0] for spots in found[1:]))


def _stands(group: _Together, description: Description) -> bool:
    """Whether a group stands anywhere without being denied."""
    return any(not _found(description, spots).denied for spots in _places(group, description))


def _spots(part: re.Pattern[str], number: int, sentence: Sentence) -> Iterator[_Spot]:
    for found in part.finditer(sentence.line):
        yield _Spot(number, sentence.word_at(found.start()), sentence.word_at(found.end() - 1))


def _found(description: Description, spots: tuple[_Spot, ...]) -> Found:
    number = spots[0].sentence
    sentence = description.sentences[number]
    first, last = min(spot.first for spot in spots), max(spot.last for spot in spots)
    earliest = min(spots, key=lambda spot: spot.first)
    return Found(
        start=sentence.words[first].start,
        end=sentence.words[last].end,
        sentence=number,
        denied=description.denies(sentence, earliest.first, earliest.last),
    )


def _pattern(part: str, lists: Lists) -> str:
    return "".join(_GAPS.get(word) or _one_of(word, lists) for word in part.split())


def _one_of(written: str, lists: Lists) -> str:
    return f"(?:{'|'.join(_word(one, lists) for one in written.split('|'))})"


def _word(written: str, lists: Lists) -> str:
    if written.startswith("<"):
        return "|".join(_pattern(entry, lists) for entry in lists[written.strip("<>")].split(","))
    if "_" in written:
        return "".join(f"(?:{_word(one, lists)})" for one in written.split("_"))
    if written.endswith("*"):
        return rf" {re.escape(written[:-1])}[^ /]*/[^ ]+"
    return rf" [^ /]+/{re.escape(stem_of(written))}"
