"""The same figure, date or reference in another notation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from evals.mutation.editing import Edit
from evals.mutation.wording import DATE, MONTHS, NUMBER_WORDS, WORD_OF, figures, number_words, value_of

_AMOUNT = re.compile(r"EUR (?P<sum>\d{1,3}(?:[ \u00a0,]\d{3})+|\d+)(?![\d.,]*\d)")
_AMOUNT_BEFORE = re.compile(r"(?:EUR|€|USD) ?$")
_UNIT = re.compile(r" ?(?:%|per|million|MW)|[-–:]")
_MILLION = 1_000_000


def amounts(text: str) -> Iterator[Edit]:
    """EUR 35 000 000 as EUR 35 million, as €35m and as EUR 35,000,000."""
    for found in _AMOUNT.finditer(text):
        value = value_of(found["sum"]) or 0
        yield Edit(found.start(), found.end(), f"€{value:,}")
        yield Edit(found.start(), found.end(), f"EUR {value:,}".replace(",", "\u00a0"))
        if value >= _MILLION and value % 100_000 == 0:
            millions = f"{value / _MILLION:g}"
            yield Edit(found.start(), found.end(), f"EUR {millions} million")
            yield Edit(found.start(), found.end(), f"€{millions}m")


def number_as_word(text: str) -> Iterator[Edit]:
    """Six as 6 and 6 as six."""
    for found in number_words(text):
        yield Edit(found.start(), found.end(), str(NUMBER_WORDS[found[0]]))
    for found in figures(text):
        value = value_of(found[0])
        if (
            value in WORD_OF
            and not _AMOUNT_BEFORE.search(text[: found.start()])
            and not _UNIT.match(text[found.end() :])
        ):
            yield Edit(found.start(), found.end(), WORD_OF[value])


def per_cent(text: str) -> Iterator[Edit]:
    """7 % as 7 per cent, as 7% and back."""
    for found in re.finditer(r"(?<=\d)[ \u00a0]?%", text):
        yield Edit(found.start(), found.end(), " per cent")
        yield Edit(found.start(), found.end(), "%")
    for found in re.finditer(r"(?<=\d) per ?cent\b", text):
        yield Edit(found.start(), found.end(), " %")


def dates(text: str) -> Iterator[Edit]:
    """2 August 2026 as 2026-08-02 and back."""
    for found in DATE.finditer(text):
        if found[3]:
            day = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
            yield Edit(found.start(), found.end(), day.isoformat())
        elif found[4]:
            day = date.fromisoformat(found[0])
            yield Edit(found.start(), found.end(), f"{day.day} {day:%B} {day.year}")


def references(text: str) -> Iterator[Edit]:
    """Article 26 as Art. 26 and back; Article 3, point (49)(b), as Article 3(49)(b)."""
    for found in re.finditer(r"\bArticle (?=\d)", text):
        yield Edit(found.start(), found.end(), "Art. ")
    for found in re.finditer(r"\bArt\. ?(?=\d)", text):
        yield Edit(found.start(), found.end(), "Article ")
    for found in re.finditer(r"(Article \d+(?:\(\d+\))?), point (\(\w+\)(?:\(\w+\))?)", text):
        yield Edit(found.start(), found.end(), f"{found[1]}{found[2]}")
