"""The figures and dates of a text in one form, so that two texts can be compared: ``EUR 35 M`` is ``35000000``."""

from __future__ import annotations

import re

_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_WORDS = {word: str(value) for value, word in enumerate(_NUMBERS, start=2)}
_WORDS |= {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_GROUPS = re.compile(r"(?<=\d)[ ,](?=\d{3}\b)")
_SCALED = re.compile(r"\b(\d+(?:\.\d+)?) (million|billion|thousand)\b", re.IGNORECASE)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ROMAN = re.compile(r"\b(Annex|Annexes|Chapter|Chapters|Title)((?:,? (?:and |or |to )?[IVX]+\b)+)")


def figures_in(text: str, *, spelled_out: bool = True) -> frozenset[str]:
    """Every number, date and Roman numeral of a division that a text states, spelled-out numbers included."""
    found: set[str] = set()

    def take_date(match: re.Match[str]) -> str:
        day, month, year = match.groups()
        found.add(f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}")
        return " "

    def take_scaled(match: re.Match[str]) -> str:
        found.add(f"{round(float(match[1]) * _SCALES[match[2].lower()])}")
        return " "

    rest = _DATE.sub(take_date, " ".join(text.split()))
    rest = _SCALED.sub(take_scaled, _GROUPS.sub("", rest))
    for division, numerals in _ROMAN.findall(rest):
        found |= {f"{division.rstrip('es')} {numeral}" for numeral in re.findall("[IVX]+", numerals)}
    if spelled_out:
        found |= {_WORDS[word.lower()] for word in _WORD.findall(rest)}
    found |= {number.lstrip("0") or "0" for number in _NUMBER.findall(rest)}
    return frozenset(found)
