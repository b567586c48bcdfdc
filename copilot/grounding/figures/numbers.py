"""Reads numbers as people write them: ``35 000 000``, ``35,000,000``, ``7.5 million``, ``forty-eight``, ``10^25``."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mio": 10**6, "bn": 10**9, "b": 10**9}
_ALONE = {"dozen": 12, "twice": 2}

WORD = rf"(?:{'|'.join(sorted((*_ONES, *_TENS, *_SCALES), key=len, reverse=True))})"
NUMBER = rf"""
    (?P<power>\b10\s?\^\s?\(?\d+\)?)
  | (?P<digits>(?<![\w.,])(?:\d{{1,3}}(?:[ ]\d{{3}}(?!\d))+ | \d{{1,3}}(?:,\d{{3}}(?!\d))+
      | \d{{1,3}}(?:\.\d{{3}}(?!\d)){{2,}} | \d+)(?:[.,]\d+)?
      (?:\s?-?(?:(?P<scale>million|billion|thousand|hundred)s?|(?P<letter>k|mn|mio|m|bn|b))\b)?)
  | \b(?P<words>{WORD}(?:(?:[ -]|[ ]and[ ]){WORD})*)\b
  | \b(?P<alone>{"|".join(_ALONE)})\b
"""
"""How a number is written; for a verbose pattern, in small letters."""


def number_of(match: re.Match[str]) -> Decimal | None:
    """The value of what ``NUMBER`` matched; none for words that make no number together."""
    if match["power"]:
        base, _, exponent = match["power"].partition("^")
        return Decimal(base.strip()) ** int(exponent.strip(" ()"))
    if match["alone"]:
        return Decimal(_ALONE[match["alone"]])
    if match["words"]:
        return _from_words(match["words"])
    digits = match["digits"]
    if letters := match["scale"] or match["letter"]:
        digits = digits[: match.start("scale" if match["scale"] else "letter") - match.start("digits")]
    value = _from_digits(digits.rstrip(" -"))
    return value * (_SCALES.get(letters or "") or _LETTERS.get(letters or "") or 1)


def _from_digits(text: str) -> Decimal:
    text = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", text):
        return Decimal(text.replace(".", ""))
    whole, point, rest = text.rpartition(",")
    if point and len(rest) != 3 and "." not in rest and "," not in whole:
        return Decimal(f"{whole}.{rest}")
    return Decimal(text.replace(",", ""))


def _from_words(text: str) -> Decimal | None:
    total = current = 0
    for word in re.findall(WORD, text):
        if word in _ONES:
            if current % 10 and current % 100 < 20:
                return None
            current += _ONES[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        else:
            total += (current or 1) * _SCALES[word]
            current = 0
    return Decimal(total + current)
