"""Finds a quote in the text it is said to be from, word for word.

Only the text of the cited unit is looked at, never several texts joined: a quote stitched together from two
places is none. An ellipsis says that words were left out; then each part has to be found, in order. A part
begins and ends with whole words and whole figures ("EUR 35" is not "EUR 35 000 000").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.grounding.plain import PlainText, plain
from copilot.grounding.statement import Place

_ELLIPSIS = re.compile(r"[\[(]\s*\.{3,}\s*[\])]|\.{3,}")
_EDGES = " \"'.,;:"
_LEAST_WORDS = 3
_LEAST_LETTERS = 12
_LEAST_WORDS_OF_A_PART = 2
_WORD = re.compile(r"[^\W_]+")
_FIGURE_GOES_ON = re.compile(r"[., ]?\d")
_FIGURE_BEGAN = re.compile(r"\d[., ]?$")


@dataclass(frozen=True, slots=True)
class Found:
    """Where the parts of a quote stand in the plain form of a text."""

    text: PlainText
    parts: tuple[Place, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Where they stand in the text as it is written."""
        return tuple(self.text.original(start, end) for start, end in self.parts)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What stands between the parts."""
        ends, starts = self.parts[:-1], self.parts[1:]
        return tuple(self.text.folded[end:start] for (_, end), (start, _) in zip(ends, starts, strict=True))


def find_quote(quote: str, text: str) -> Found | None:
    """Where a quote stands in a text; none where it is not there word for word."""
    held, at, parts = plain(text), 0, []
    for part in _parts_of(quote):
        found = _find(part, held.folded, at)
        if found is None:
            return None
        parts.append(found)
        at = found[1]
    return Found(held, tuple(parts)) if parts else None


def too_short(quote: str, text: str) -> bool:
    """Whether a quote says too little to lean on, save where it is the whole of a text or of a line of it."""
    parts = _parts_of(quote)
    words = [len(_WORD.findall(part)) for part in parts]
    lines = [plain(line).folded.strip(_EDGES) for line in text.split("\n")]
    if len(parts) == 1 and any(parts[0] in (line, line.partition(": ")[2]) for line in lines):
        return False
    long_enough = sum(words) >= _LEAST_WORDS and sum(map(len, parts)) >= _LEAST_LETTERS
    return not long_enough or min(words) < min(_LEAST_WORDS_OF_A_PART, len(parts))


def _parts_of(quote: str) -> list[str]:
    parts = (part.strip(_EDGES) for part in _ELLIPSIS.split(plain(quote).folded))
    return [part for part in parts if part]


def _find(part: str, text: str, at: int) -> Place | None:
    while (start := text.find(part, at)) >= 0:
        end = start + len(part)
        if _begins_whole(text, start) and _ends_whole(text, end):
            return start, end
        at = start + 1
    return None


def _begins_whole(text: str, start: int) -> bool:
    before = text[:start][-2:]
    if text[start].isdigit() and _FIGURE_BEGAN.search(before):
        return False
    return not (before and text[start].isalnum() and before[-1].isalnum())


def _ends_whole(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if text[end - 1].isdigit() and _FIGURE_GOES_ON.match(after):
        return False
    return not (after and text[end - 1].isalnum() and after[0].isalnum())
