"""Reads what single units are called by: ``(a)``, ``III``, ``6-1-1702``, and how lists of them go on."""

from __future__ import annotations

import re
from typing import Literal

from copilot.law.labels import SECTION_NUMBER, annex_number
from copilot.law.references.lists import Segments
from copilot.law.references.names import InstrumentNames
from copilot.law.references.tokens import Token, tokenize

Joint = Literal["", ",", "and", "to"]

_AND = {"and", "or", "&", "/", "und", "oder"}
_TO = {"to", "-", "through"}
_SECTION_NUMBER = re.compile(rf"(?ai:{SECTION_NUMBER})")
_SEGMENT = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_DIVISION = re.compile(r"[A-Z]|[IVX]+")
_NO_WORD = re.compile(r"[0-9]{1,3}[a-z]{0,2}|[0-9]+(?:\.[0-9]+)+|[a-z][a-e]?|[ivx]+")


class MarkerReader:
    """Goes through a text piece by piece.

    A reading method says what begins at the piece it stands at and goes behind it. Where it finds
    nothing it says so and stays.
    """

    def __init__(self, text: str, names: InstrumentNames) -> None:
        self._text = text
        self._names = names
        self._tokens = tokenize(text)
        self._at = 0

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    @property
    def _next(self) -> Token:
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    @property
    def _end(self) -> int:
        """Where the words read so far end."""
        return self._tokens[self._at - 1].end

    def _skip(self, *keys: str) -> bool:
        found = self._token.key in keys
        self._at += found
        return found

    def _at_name(self) -> bool:
        """Whether an instrument is named here: no word of its name counts as one of a reference."""
        return self._names.find(self._tokens, self._at) is not None

    def _joint(self) -> Joint:
        """How a list goes on, if it does."""
        if self._skip(*_TO):
            return "to"
        comma, word = self._skip(","), False
        while self._skip(*_AND):
            word = True
        return "and" if word else "," if comma else ""

    def _list_goes_on_behind_next(self) -> bool:
        return self._next.key in {",", *_AND}

    def _annex(self) -> Segments | None:
        """An annex as ``III``, ``IIIa`` or ``3``, or ``A`` where they have letters; also ``III 5(b)``."""
        try:
            number = annex_number(self._token.text)
        except ValueError:
            return None
        self._at += 1
        point = self._token
        if point.kind == "number" and self._next.kind == "bracket" and self._next.start == point.end:
            self._at += 1
            return f"anx-{number}", point.key
        return (f"anx-{number}",)

    def _division(self) -> str | None:
        """The number or letter of a section or table; a small letter only where "of" shows it is none."""
        token = self._token
        small = re.fullmatch("[a-z]", token.text) and self._next.key == "of"
        if small or _DIVISION.fullmatch(token.text):
            self._at += 1
            return token.key
        return self._section_number()

    def _section_number(self) -> str | None:
        return self._as_written(_SECTION_NUMBER)

    def _segment(self) -> str | None:
        return self._as_written(_SEGMENT)

    def _as_written(self, pattern: re.Pattern[str]) -> str | None:
        """What the text writes as the id does, however many pieces it was cut into."""
        match = pattern.match(self._text, self._token.start)
        if match is None:
            return None
        last = self._at
        while self._tokens[last].end < match.end():
            last += 1
        if self._tokens[last].end != match.end():
            return None
        self._at = last + 1
        return match[0].lower()

    def _brackets(self) -> Segments:
        found = []
        while marker := self._bracket():
            found.append(marker)
        return tuple(found)

    def _bracket(self, *, said: bool = False) -> str | None:
        """A marker in brackets; one set apart only if it is no word, save where "point" is ``said``."""
        token = self._token
        if token.kind != "bracket" or self._at_name():
            return None
        inner, marker = token.in_brackets, token.in_brackets.lower()
        is_acronym = len(inner) > 1 and inner.isalpha() and not inner.islower()
        is_apart = not said and token.start > self._end
        if is_acronym or (is_apart and not _NO_WORD.fullmatch(marker)):
            return None
        self._at += 1
        return marker
