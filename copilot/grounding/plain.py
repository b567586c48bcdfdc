"""Text as it is compared: one kind of space, dash and quotation mark, small letters, and each letter's place.

The Official Journal writes narrow no-break spaces, non-breaking hyphens and typographic quotes, models write
others, and PDF files add soft hyphens: none of these makes a quote wrong, and none may move its place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from copilot.grounding.statement import Place

_SAME = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
)
_UNSEEN = frozenset("Cc Cf".split())
_CLUSTER = re.compile(r"\s+|.[\u0300-\u036f]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in its plain form. ``folded`` is the same in small letters, letter by letter.

    ``places`` says of each letter where it stood in the original.
    """

    text: str
    folded: str
    places: tuple[Place, ...]

    def original(self, start: int, end: int) -> Place:
        """Where letters of the plain text stand in the original one."""
        return self.places[start][0], self.places[end - 1][1]


@lru_cache(maxsize=4096)
def plain(text: str) -> PlainText:
    """The plain form of a text; what cannot be seen is left out."""
    letters = list(_letters(text))
    written = "".join(letter for letter, _ in letters)
    return PlainText(written, "".join(map(_folded, written)), tuple(place for _, place in letters))


def _letters(text: str) -> Iterator[tuple[str, Place]]:
    spaced = True
    for match in _CLUSTER.finditer(text):
        cluster = match[0]
        if cluster.isspace():
            letters = "" if spaced else " "
        elif cluster.isascii():
            letters = cluster.translate(_SAME)
        else:
            letters = unicodedata.normalize("NFKC", cluster).translate(_SAME)
        if letters and not letters.isascii():
            letters = "".join(x for x in letters if unicodedata.category(x) not in _UNSEEN)
        for letter in letters:
            if not (letter.isspace() and spaced):
                yield (" " if letter.isspace() else letter), match.span()
                spaced = letter.isspace()


def _folded(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter
