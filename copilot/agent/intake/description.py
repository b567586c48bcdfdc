"""A description as words: each with its stem and its place, sentence by sentence, and what is denied of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import Stemmer

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_ENDS = re.compile(r"[.!?](?=\s|$)|[\n•]")
_STEMMER = Stemmer.Stemmer("english")

_FAR, _NEAR, _NEXT = 7, 1, 0
_REACH = {
    **dict.fromkeys("not never cannot neither nor".split(), _FAR),
    **dict.fromkeys("no without except".split(), _NEAR),
    "non": _NEXT,
}
"""How many words may stand between a denial and what it denies: "without human review it rejects" rejects."""

_DENIED_AFTER = re.compile(
    r"^\W*(?:(?:data|recognition|detection|analysis|scoring)\W+)?"
    r"(?:(?:is|are|was|were|will be|being)\W+(?:not|never|neither|excluded)|isn['’]t|aren['’]t|none)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"\b(?:and|but|however|while|although|that|which|who|so)\b|[;:]|,\s*(?:it|we|they|instead|then)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
_NO_DENIAL = frozenset("only just merely".split())


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as it is written in small letters, its stem, and where it stands in the description."""

    said: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, also as one string of ``said/stem`` for each word, on which phrases are matched."""

    words: tuple[Word, ...]
    line: str
    starts: tuple[int, ...]

    def word_at(self, place: int) -> int:
        """Which word stands at a place of the line."""
        return bisect_right(self.starts, place) - 1

    @property
    def says_no(self) -> bool:
        """Whether anything is denied in it."""
        return any(_reach_of(word) >= 0 for word in self.words)


@dataclass(frozen=True, slots=True)
class Description:
    """What somebody wrote of a system."""

    text: str
    sentences: tuple[Sentence, ...]

    def denies(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the words from the first to the last are denied: by a "not" shortly before, or after them."""
        words = sentence.words
        for place in range(first - 1, max(-1, first - 2 - _FAR), -1):
            reach = _reach_of(words[place])
            if first - place - 1 > reach or words[place + 1].said in _NO_DENIAL:
                continue
            return not self._new_clause(words[place].end, words[first].start, words[last].end)
        return bool(_DENIED_AFTER.match(self.text[words[last].end :]))

    def _new_clause(self, denial: int, start: int, end: int) -> bool:
        """Whether something new begins between a denial and what follows; a comma goes on only within a list."""
        between = self.text[denial:start]
        goes_on = "," not in between or _LIST.search(self.text[denial:end])
        return bool(_NEW_CLAUSE.search(between)) or not goes_on


def describe(text: str) -> Description:
    """Cut a text into sentences and words."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(text)] + [len(text)]
    sentences: list[Sentence] = []
    start = 0
    for end in ends:
        if words := tuple(_words(text, start, end)):
            sentences.append(_sentence(words))
        start = end
    return Description(text, tuple(sentences))


@cache
def stem_of(word: str) -> str:
    """The stem of a word in small letters."""
    stem: str = _STEMMER.stemWord(word)
    return stem


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        said = found.group().lower().replace("’", "'")
        yield Word(said, stem_of(said), found.start(), found.end())


def _sentence(words: tuple[Word, ...]) -> Sentence:
    starts: list[int] = []
    line = ""
    for word in words:
        starts.append(len(line))
        line += f" {word.said}/{word.stem}"
    return Sentence(words, line, tuple(starts))


def _reach_of(word: Word) -> int:
    return _FAR if word.said.endswith("n't") else _REACH.get(word.said, -1)
