"""How figures, dates and references are written, so that each operator meets only its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50,
}  # fmt: skip
WORD_OF = {value: word for word, value in NUMBER_WORDS.items()}

TIME_UNIT = r"(?:minute|hour|day|week|month|year|business day|calendar day|working day)s?"

PARTY = (
    r"(?:provider|deployer|importer|distributor|representative|manufacturer|Commission|State|authority|authorities|"
    r"body|bodies|issuer|participant|person|controller|processor|subject|Supervisor|Office|Board|ESA|ESMA|Compliance|"
    r"firm|undertaking|adviser|machine|employee|SME|SMC|venue|institution|officer|analyst|committee|owner)s?"
)
"""Who is bound by rules, or may do something under them."""

DATE = re.compile(
    rf"\b(\d{{1,2}})[ \u00a0]({MONTH})(?:[ \u00a0](\d{{4}}))?\b|\b(\d{{4}})-(\d{{2}})-(\d{{2}})\b"
)

_NAMED = (
    r"Articles?|Art\.|Annex(?:es)?|[Ss]ections?|Chapters?|Tables?|[Pp]aragraphs?|[Pp]oints?|[Rr]ecitals?|Title|"
    r"footnote|GOVERN|MAP|MEASURE|MANAGE|PAI|SR|SS|RMF|severity|tier|[Vv]ersion|indicators?|CO|A"
)
_PINPOINT = r"(?:\d|\()[\w./()]*|[IVX]+\b"
REFERENCE = re.compile(
    rf"\b(?:{_NAMED})[ \u00a0]?(?:{_PINPOINT})(?:(?:,? (?:and|or|to) |, )(?:{_PINPOINT}))*"
    r"|§+ ?[\d.]+(?:\([a-z]\))?"
    r"|\(E[UC]\)(?: No)? \d+/\d+|\bNo \d+/\d+|\b\d+/\d+(?:/E[CU])?"
    r"|\b\d{1,2}:\d{2}\b|\([ivx]+\)|\(\d+\)"
)
_DIGITS = re.compile(r"(?<![\w.,/-])(?:\d{1,3}(?:[ \u00a0,]\d{3})+|\d+(?:[.,]\d+)?)(?![\w/])")
_WORDS = re.compile(rf"\b({'|'.join(NUMBER_WORDS)})\b")
_COUNTS_NOTHING = re.compile(r"(?:\b(?:the|these|those|both|of)\s+$)|(?:-$)", re.IGNORECASE)
"""Before a word like these, a number names things already known ("the two") and states no figure."""
_PRONOUN = re.compile(
    r"^(?:\s+(?:of|or more|another|things?|conditions?|types?|eyes|and the same|single)\b|-)"
)


def spans_of(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Where the pattern stands."""
    return [found.span() for found in pattern.finditer(text)]


def figures(text: str) -> Iterator[re.Match[str]]:
    """Every figure in digits that belongs to no date and to no reference."""
    taken = spans_of(DATE, text) + spans_of(REFERENCE, text)
    for found in _DIGITS.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            yield found


def number_words(text: str) -> Iterator[re.Match[str]]:
    """Every number in words that counts something; "one" only where it counts a unit of time."""
    for found in _WORDS.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if _COUNTS_NOTHING.search(before) or _PRONOUN.match(after):
            continue
        if found[0] == "one" and not re.match(rf"\s+(?:further )?{TIME_UNIT}\b", after):
            continue
        yield found


def value_of(digits: str) -> int | None:
    """What digits with separators of thousands stand for; none for a fraction."""
    plain = re.sub(r"[ \u00a0,]", "", digits) if re.search(r"[ \u00a0,]\d{3}", digits) else digits
    return int(plain) if plain.isdigit() else None


def written_like(value: int, model: str) -> str:
    """A number with the separators of thousands that another one has."""
    separator = re.search(r"[ \u00a0,](?=\d{3})", model)
    return f"{value:,}".replace(",", separator[0]) if separator else str(value)
