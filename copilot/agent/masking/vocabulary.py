"""The words that are no names: those of the law, of everyday English, of markets, and of places.

A word that stands in an act is public. The firm's own texts teach small words only: what they write with a
capital may be a person or a deal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import Stemmer

from copilot.law import Corpus

WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’-][^\W\d_]+)*(?!\w)")
_SMALL = re.compile(r"(?<![\w@./'’-])[a-zß-öø-ÿ]+(?![\w@]|[./'’-]\w)")
_CAPITAL = re.compile(r"(?<![\w'’-])[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|(?<!\b[A-Z])\.|[!?:;…\n|·•–—]|\b[a-z0-9]\))[\s\"'“”‘’«»()\[\]*#>_-]*$")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_STEMMER = Stemmer.Stemmer("english")
_LONGEST_ACRONYM = 5
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``ordinary`` are written small, ``stems`` are theirs; ``proper`` has a capital within a sentence of the law."""

    ordinary: frozenset[str]
    stems: frozenset[str]
    proper: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus) -> Vocabulary:
        """The vocabulary that the public texts of a corpus give, beside the one that ships."""
        ordinary, proper = set(shipped_words("known-words.txt")), set[str]()
        for instrument in corpus.instruments.values():
            if instrument.kind != "policy":
                names = " ".join(
                    (instrument.title, instrument.short, *instrument.also, instrument.publisher)
                )
                proper.update(word.lower() for word in bare_words(names))
        for wording in corpus.wordings():
            public = corpus.instruments[wording.instrument].kind != "policy" and not wording.audience
            for text in (wording.text, wording.title, *wording.heading_path):
                ordinary.update(_SMALL.findall(text))
                for word, within_sentence in _with_capital(text) if public else ():
                    (proper if within_sentence else ordinary).add(word)
        stems: list[str] = _STEMMER.stemWords(sorted(ordinary))
        telling = (stem for stem in stems if len(stem) >= _SHORTEST_STEM)
        return cls(frozenset(ordinary), frozenset(telling), frozenset(proper))

    def knows(self, word: str) -> bool:
        """Whether it is a word of the language, of the law, or an abbreviation.

        Of AI-driven only AI is looked up: what follows a hyphen with a small letter is no name.
        """
        first, *rest = without_possessive(word).split("-")
        return all(self._knows_part(part) for part in (first, *rest) if part is first or not part.islower())

    def is_proper(self, word: str) -> bool:
        """Whether the law writes it with a capital: Union, Annex, Provider of a heading."""
        return without_possessive(word).lower() in self.proper

    def _knows_part(self, part: str) -> bool:
        small = part.lower()
        if len(part) == 1 or (part.removesuffix("s").isupper() and len(part) <= _LONGEST_ACRONYM):
            return True
        return small in self.proper or small in self.ordinary or _STEMMER.stemWord(small) in self.stems


def bare_words(text: str) -> Iterator[str]:
    """The words of a text without what marks possession."""
    return (without_possessive(found[0]) for found in WORD.finditer(text))


def without_possessive(word: str) -> str:
    """``Price`` of ``Price's``."""
    return _POSSESSIVE.sub("", word)


def begins_sentence(text: str, place: int) -> bool:
    """Whether what stands at a place begins a sentence, so that its capital says nothing."""
    return _SENTENCE_START.search(text, max(0, place - 40), place) is not None if place else True


def is_given_name(word: str) -> bool:
    """Whether people are called so; some such names are words, too."""
    return word.lower() in shipped_words("given-names.txt")


@cache
def shipped_words(file: str) -> frozenset[str]:
    """The words of a list that ships beside this module, in small letters."""
    lines = files("copilot.agent.masking").joinpath(file).read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for line in lines if not line.startswith("#") for word in line.split())


def _with_capital(text: str) -> Iterator[tuple[str, bool]]:
    """Each such word in small letters, and whether it stands within a sentence."""
    for found in _CAPITAL.finditer(text):
        within = not begins_sentence(text, found.start())
        for part in without_possessive(found[0]).split("-"):
            yield part.lower(), within
