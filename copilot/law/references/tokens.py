"""Cuts a text into the pieces of which references are made: words, numbers, ``(a)``, names of acts.

Every piece keeps its place in the text. Spaces, hyphens and apostrophes of all kinds count as the plain
ones, so that text from a PDF or the Official Journal is cut like text that was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from copilot.law.labels import CODE

TokenKind = Literal["act", "bracket", "action", "code", "ordinal", "number", "word", "other", "end"]

_PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u2019\u02bc", "'")
)
_ACT = r"""
    (?: (?:regulation|directive|decision|recommendation)s?\s+ (?:\((?:eu|ec|eec|euratom|eu,\s?euratom)\)\s*)?
      | \((?:eu|ec|eec)\)\s* )
    (?:no\.?\s*)? [0-9]{1,4}/[0-9]{1,4}(?:/[a-z]{2,7})?"""
_TOKEN = re.compile(
    rf"""
      (?P<act>(?ai:{_ACT})(?!\w))
    | (?P<bracket>(?ai:\([ ]?(?:[0-9]{{1,4}}[a-z]{{0,2}}|[0-9]{{1,4}}(?:\.[0-9]{{1,4}})+|[a-z]{{1,4}})[ ]?\)))
    | (?P<action>(?ai:[a-z]{{2}}-[0-9]{{1,2}}\.[0-9]{{1,2}}-[0-9]{{3}})(?!\w))
    | (?P<code>(?ai:{CODE})(?!\w))
    | (?P<ordinal>(?ai:[0-9]{{1,3}}(?:st|nd|rd|th))(?!\w))
    | (?P<number>(?ai:[0-9]{{1,4}}(?:\.[0-9]{{1,4}})*[a-z]{{0,2}})(?!\w))
    | (?P<word>[^\W\d_]+)
    | (?P<other>\d+|\S)
    """,
    re.VERBOSE,
)
_NUMBER_OF_ACT = re.compile(r"[0-9].*")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text; ``key`` is what it is compared by, so that writings of one thing are equal."""

    kind: TokenKind
    text: str
    key: str
    start: int
    end: int

    @property
    def in_brackets(self) -> str:
        """What stands between the brackets of a ``bracket``, as written."""
        return self.text.strip("() ")


def tokenize(text: str) -> tuple[Token, ...]:
    """All pieces of a text in its order, and an empty one of kind ``end`` behind them."""
    found = [_token(match) for match in _TOKEN.finditer(text.translate(_PLAIN))]
    return (*found, Token("end", "", "", len(text), len(text)))


def keys(text: str) -> tuple[str, ...]:
    """What a name is compared by."""
    return tuple(token.key for token in tokenize(text)[:-1])


def _token(match: re.Match[str]) -> Token:
    text, kind = match[0], cast(TokenKind, match.lastgroup)
    key = text.lower()
    if kind == "bracket":
        key = key.replace(" ", "")
    elif kind == "act" and (number := _NUMBER_OF_ACT.search(key)):
        key = number[0]
    return Token(kind, text, key, match.start(), match.end())
