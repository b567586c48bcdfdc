"""Finds the figures of a text, and which of them another text does not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from copilot.grounding.figures.days import dates_in
from copilot.grounding.figures.figure import Figure, amount
from copilot.grounding.figures.numbers import NUMBER, number_of
from copilot.grounding.plain import plain

_UNITS: tuple[tuple[str, str, int], ...] = (
    ("working day", r"(?:working|business|trading)[ -]days?", 1),
    ("working hour", r"(?:working|business|trading)[ -]hours?", 1),
    ("day", r"(?:calendar[ -])?days?", 1),
    ("day", r"weeks?", 7),
    ("month", r"(?:calendar[ -])?months?", 1),
    ("month", r"(?:calendar[ -])?years?", 12),
    ("hour", r"hours?", 1),
    ("minute", r"minutes?|mins?", 1),
    ("second", r"seconds?", 1),
    ("percentage point", r"percentage[ -]points?|pp\b", 1),
    ("basis point", r"basis[ -]points?|bps?\b", 1),
    ("%", r"%|per[ -]?cent(?:um)?\b", 1),
    ("eur", r"(?:eur|euros?|€)", 1),
    ("usd", r"(?:usd|us[ ]?dollars?|dollars?|\$)", 1),
    ("gbp", r"(?:gbp|pounds?(?:[ ]sterling)?|£)", 1),
)
_UNIT = "|".join(f"(?P<u{n}>{pattern}(?![^\\W_]))" for n, (_, pattern, _) in enumerate(_UNITS))
_BEFORE = r"(?:(?P<eur>eur|€)|(?P<usd>usd|us\$|\$)|(?P<gbp>gbp|£))"
_AMOUNT = re.compile(
    rf"(?:{_BEFORE}[ ]?)?(?:{NUMBER})(?:[ -]?(?:(?:further|additional|more|full|consecutive"
    rf"|successive|extra)[ ])?(?:{_UNIT}))?",
    re.VERBOSE | re.IGNORECASE,
)
_ACT = re.compile(r"(?<![\w/])\d{1,4}/\d{1,4}(?:/[a-z]{2,7})?(?![\w/])")
_TIME = re.compile(r"(?<![\w:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)")
_SHARE = re.compile(
    r"\b(?:(?:two|three|four)[ -](?:third|quarter|fifth|tenth)s\b|(?:one|a)[ -](?:third"
    r"|quarter|fifth|tenth)(?= of\b))"
)
_PER = r"(?:every|each|per|once an?|once every|twice a)[ ]"
_FREQUENCIES = {
    "year": re.compile(rf"\b(?:annual(?:ly)?|yearly|{_PER}(?:calendar[ ])?year)\b"),
    "half-year": re.compile(r"\b(?:half-yearly|semi-?annual(?:ly)?|twice a year)\b"),
    "quarter": re.compile(rf"\b(?:quarterly|{_PER}(?:calendar[ ])?quarter)\b"),
    "month": re.compile(rf"\b(?:monthly|{_PER}month)\b"),
    "week": re.compile(rf"\b(?:weekly|{_PER}week)\b"),
    "day": re.compile(rf"\b(?:daily|{_PER}(?:(?:working|business|trading)[ ])?day)\b"),
}
_SAME_TIME = {
    "every year": "12 month",
    "every month": "1 month",
    "every week": "7 day",
    "every day": "1 day",
}
_SAME_TIME |= {period: often for often, period in _SAME_TIME.items()}
"""\"within a year" reads like "every year" and is one year: either stands for the other."""

_LOOSE = "annual"
"""An annual report need not be due every year: it is one figure of a source, and none that has to stand there."""

_FOOTNOTE = re.compile(r"\[\d{1,3}\](?=\s*(?:[.,;:]|$|\[))")
_SHARES_ITS_UNIT = re.compile(r"(?:,|,? ?(?:or|and|to|-))? ?")
_ONE_OF = re.compile(r"[ -](?:of|or|another|such|that|which|who|and|by|side|hand|thing)\b")
_ONE_COUNTED = re.compile(r"\b(?:least|most|than|only|exactly|just|of|or|to|single|up to|within) $")


@lru_cache(maxsize=8192)
def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text in its order, each read once, the most exact reading first."""
    folded = _FOOTNOTE.sub(lambda match: " " * len(match[0]), plain(text).folded)
    taken: list[Figure] = []
    for found in _candidates(folded):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return tuple(_with_shared_units(sorted(taken, key=lambda figure: figure.start), folded))


def unsupported(stated: Iterable[Figure], held: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those figures that are not among the ones held."""
    sources = tuple(held)
    telling = (figure for figure in stated if figure.written != _LOOSE)
    exact = {figure.canonical for figure in sources}
    numbers = {figure.number for figure in sources if figure.number is not None}
    dates = {figure.canonical for figure in sources if figure.kind == "date"}
    return tuple(figure for figure in telling if not _is_held(figure, exact, numbers, dates))


def exchanged(stated: Iterable[Figure], followed: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures put in the place of others, in a text that follows another word by word: both are in the source."""
    own = tuple(stated)
    more = Counter(figure.canonical for figure in own)
    more.subtract(figure.canonical for figure in followed)
    if not any(count < 0 for count in more.values()):
        return ()
    return tuple(figure for figure in own if more[figure.canonical] > 0)


def _is_held(figure: Figure, exact: set[str], numbers: set[Decimal], dates: set[str]) -> bool:
    if figure.canonical in exact:
        return True
    if figure.kind == "date":
        less_exact = any(
            day.startswith(f"{figure.canonical}-") or day.endswith(figure.canonical[1:]) for day in dates
        )
        return less_exact or ("-" not in figure.canonical and Decimal(figure.canonical) in numbers)
    if other := _SAME_TIME.get(figure.canonical):
        return other in exact
    return figure.kind == "amount" and not figure.unit and figure.number in numbers


def _candidates(text: str) -> Iterator[Figure]:
    yield from (Figure("act", match[0], match[0], *match.span()) for match in _ACT.finditer(text))
    yield from dates_in(text)
    for match in _TIME.finditer(text):
        yield Figure("time", match[0].zfill(5), match[0], *match.span())
    for match in _SHARE.finditer(text):
        words = re.split("[ -]", match[0])
        number = {"a": "one"}.get(words[0], words[0])
        yield Figure("amount", f"{number}/{words[1].rstrip('s')}", match[0], *match.span())
    yield from _amounts(text)
    for period, pattern in _FREQUENCIES.items():
        for match in pattern.finditer(text):
            yield Figure("frequency", f"every {period}", match[0], *match.span())


def _amounts(text: str) -> Iterator[Figure]:
    for match in _AMOUNT.finditer(text):
        value = number_of(match)
        if value is None:
            continue
        unit, times = _unit_of(match)
        if match["words"] == "one" and not unit and not _counts_one(text, match):
            continue
        if match["letter"] and unit not in ("eur", "usd", "gbp"):
            continue
        yield amount(value, unit, times, match[0], *match.span())


def _unit_of(match: re.Match[str]) -> tuple[str, int]:
    before = next((unit for unit in ("eur", "usd", "gbp") if match[unit]), "")
    behind = next((n for n in range(len(_UNITS)) if match[f"u{n}"]), None)
    if behind is not None and not before:
        name, _, times = _UNITS[behind]
        return name, times
    return before, 1


def _counts_one(text: str, match: re.Match[str]) -> bool:
    """Whether "one" is a number here, as in "at least one person", and not in "one of them" or "the one"."""
    follows = text[match.end() : match.end() + 10]
    return (
        bool(re.match(r"[ -]\w", follows))
        and not _ONE_OF.match(follows)
        and bool(_ONE_COUNTED.search(text[: match.start()]))
    )


def _with_shared_units(figures: Sequence[Figure], text: str) -> Iterator[Figure]:
    """Gives "two" its unit in "two or three months", and "10 000" in "EUR 5 000 to 10 000"."""
    shared: list[Figure] = list(figures)
    for near in (range(len(shared) - 2, -1, -1), range(1, len(shared))):
        forward = near.step == 1
        for at in near:
            one, other = shared[at], shared[at - 1 if forward else at + 1]
            first, second = (other, one) if forward else (one, other)
            joint = text[first.end : second.start]
            is_money = other.unit in ("eur", "usd", "gbp")
            if (
                one.kind == other.kind == "amount"
                and one.number is not None
                and other.unit
                and not one.unit
                and forward == is_money
                and joint.strip()
                and _SHARES_ITS_UNIT.fullmatch(joint)
            ):
                shared[at] = amount(one.number, other.unit, _times(other), one.written, one.start, one.end)
    yield from shared


def _times(figure: Figure) -> int:
    return 7 if "week" in figure.written else 12 if "year" in figure.written else 1
