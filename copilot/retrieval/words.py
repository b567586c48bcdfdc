"""The words by which texts are compared: stems of the telling ones, in their order."""

from __future__ import annotations

import re
from itertools import pairwise

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_UNTELLING = frozenset(
    "a an and any are as at be been but by can could did do does for from had has have how i if in into is it its "
    "may must no not of on or our shall should such that the their then there these they this to was we were what "
    "when where which who whom whose why will with would you your".split()
)
_STEMMER = Stemmer.Stemmer("english")


def plain_words(text: str) -> list[str]:
    """The words of a text as they stand, in small letters."""
    return _WORD.findall(text.lower())


def stems(text: str) -> list[str]:
    """The stems of the telling words of a text; numbers and letters of points are words, too."""
    stemmed: list[str] = _STEMMER.stemWords([word for word in plain_words(text) if word not in _UNTELLING])
    return stemmed


def pairs(words: list[str]) -> list[str]:
    """Each two words that follow one another: ``high risk`` tells more than ``high`` and ``risk``."""
    return [f"{first} {second}" for first, second in pairwise(words)]
