"""How lists of markers go on: what stands between two ends of a range, what stands beside a point."""

from __future__ import annotations

import re

from copilot.law.labels import roman

_ROMAN = {roman(number).lower(): number for number in range(1, 40)}
_NUMERALS = {number: numeral for numeral, number in _ROMAN.items()}
_COUNTED = re.compile(r"(.*?)([0-9]{1,6})")
_LETTERED = re.compile(r"((?:.*[0-9])?)([a-z])")
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})*[a-z]{0,2}")
_LETTERS = re.compile(r"[a-z]{1,4}")
_LONGEST_RANGE = 250

Segments = tuple[str, ...]


def between(first: Segments, last: Segments) -> list[Segments]:
    """The units between two of one list: ``art-9`` and ``art-12`` → ``art-10``, ``art-11``.

    So for letters, Roman numerals and ``art-75a`` to ``art-75d``. There are none where the ends are
    not of one kind (``art-4`` to ``art-4a``), where they stand in different units, or where the range
    is too long to be one.
    """
    if first[:-1] != last[:-1]:
        return []
    return [(*first[:-1], segment) for segment in _segments_between(first[-1], last[-1])]


def beside(segments: Segments, marker: str) -> Segments | None:
    """The unit with this marker that stands beside a unit or one it is a part of.

    Beside Article 6(1)(a), ``b`` is Article 6(1)(b) and ``2`` is Article 6(2); ``None`` where no
    marker on the way is of this kind.
    """
    wanted = _kinds(marker, nested=False)
    for depth in reversed(range(len(segments))):
        nested = any(_LETTERS.fullmatch(segment) for segment in segments[:depth])
        if wanted & _kinds(segments[depth], nested=nested):
            return (*segments[:depth], marker)
    return None


def _segments_between(first: str, last: str) -> list[str]:
    low, high = _COUNTED.fullmatch(first), _COUNTED.fullmatch(last)
    if low and high:
        numbers = range(int(low[2]) + 1, int(high[2])) if low[1] == high[1] else range(0)
        return [f"{low[1]}{number:0{len(low[2])}}" for number in numbers if len(numbers) <= _LONGEST_RANGE]
    if first in _ROMAN and last in _ROMAN:
        return [_NUMERALS[number] for number in range(_ROMAN[first] + 1, _ROMAN[last])]
    low, high = _LETTERED.fullmatch(first), _LETTERED.fullmatch(last)
    if low and high and low[1] == high[1]:
        return [f"{low[1]}{chr(letter)}" for letter in range(ord(low[2]) + 1, ord(high[2]))]
    return []


def _kinds(segment: str, *, nested: bool) -> set[str]:
    """What a marker may be; within a lettered point, ``i`` is a numeral, elsewhere it may be a letter."""
    if _NUMBER.fullmatch(segment):
        return {"number"}
    if segment in _ROMAN:
        return {"roman"} if nested or len(segment) > 1 else {"roman", "letter"}
    return {"letter"} if _LETTERS.fullmatch(segment) else set()
