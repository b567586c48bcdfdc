"""Words that an answer is held against: how a text is made plain, and when it says a wording.

``words`` are lists of lists: every inner list is one thing, in any of its wordings. A wording is in small letters
and stands in the text as whole words; a star at its end stands for any ending (``deployer*``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

_SAME = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')
)
_ENDING = "*"


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text in small letters, with one kind of space, dash and quotation mark, and without what cannot be seen."""
    seen = "".join(letter for letter in text if unicodedata.category(letter) != "Cf")
    return " ".join(unicodedata.normalize("NFKC", seen).translate(_SAME).lower().split())


def _in_plain_form(wording: str) -> str:
    if wording != plain(wording) or not wording.strip(_ENDING):
        raise ValueError(f"{wording!r} is not in its plain form, {plain(wording)!r}")
    return wording


Wording: TypeAlias = Annotated[str, AfterValidator(_in_plain_form)]
Thing: TypeAlias = Annotated[tuple[Wording, ...], Field(min_length=1)]
Words: TypeAlias = tuple[Thing, ...]


def says(text: str, thing: Thing) -> bool:
    """Whether a text says one thing, in any of its wordings."""
    return bool(_pattern(thing).search(plain(text)))


def says_all(text: str, words: Iterable[Thing]) -> bool:
    """Whether a text says every one of these things."""
    return all(says(text, thing) for thing in words)


@lru_cache(maxsize=8192)
def _pattern(thing: Thing) -> re.Pattern[str]:
    wordings = (re.escape(wording.rstrip(_ENDING)) + _end(wording) for wording in thing)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(wordings)})")


def _end(wording: str) -> str:
    return "" if wording.endswith(_ENDING) else r"(?![^\W_])"
