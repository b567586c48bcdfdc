"""The units and the days that a question names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from copilot.agent.extractive.source import Source
from copilot.law.labels import annex_number

_POINTS = r"(?:\s?\(\w{1,4}\))*"
_ARTICLE = re.compile(
    rf"\b(?:Art(?:icle|\.)?s?)\s?(?P<number>\d{{1,3}}[a-z]?)(?P<points>{_POINTS})"
    r"(?:,? (?:para(?:graph|\.)?) ?(?P<paragraph>\d{1,2}[a-z]?))?"
    r"(?:,? (?:point|pt\.?) ?\(?(?P<point>[a-z]{1,2})\)?)?(?![\w(]|,? (?:funds?|products?)\b)",
    re.IGNORECASE,
)
"""An article; "an Article 8 fund" names a fund."""

_ANNEX = re.compile(
    rf"\bAnnex (?P<number>[IVX]+|\d+)\b(?:,? (?:point|pt\.?) ?(?P<point>\d+)(?P<points>{_POINTS}))?",
    re.IGNORECASE,
)
_RECITAL = re.compile(r"\brecital (?P<number>\d{1,3})\b", re.IGNORECASE)
_CONTROL = re.compile(
    r"\b(?P<number>(?:GOVERN|MAP|MEASURE|MANAGE) \d(?:\.\d{1,2})?|CC\d\.\d{1,2}|A\.\d{1,2}(?:\.\d{1,2}){1,2})\b"
)
_PAI = re.compile(r"\bPAI(?: indicator)? (?P<number>\d{1,2})\b")
_SECTION = re.compile(
    r"§ ?(?P<number>\d{1,2}(?:\.\d{1,2})*)|\bsection (?P<named>\d{1,2}\.\d{1,2})\b", re.IGNORECASE
)
_MARK = re.compile(r"\((\w{1,4})\)")
_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = "|".join(_MONTHS)
_DAY = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH}),? (?P<year>\d{{4}})"
    rf"|(?P<month_first>{_MONTH}) (?P<day_after>\d{{1,2}}),? (?P<year_after>\d{{4}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is named: the way down to it in whatever act is meant."""

    segments: tuple[str, ...]
    written: str

    def is_of(self, source: Source) -> bool:
        """Whether a source is this unit, or a part of it."""
        return source.segments[: len(self.segments)] == self.segments


def units_in(text: str) -> tuple[Unit, ...]:
    """The units that a text names, in its order, each once."""
    found = sorted(_units(text), key=lambda unit: text.find(unit.written))
    return tuple({unit.segments: unit for unit in found}.values())


def days_in(text: str) -> frozenset[date]:
    """The days that a text names."""
    return frozenset(day for match in _DAY.finditer(text) if (day := _day(match)))


def _units(text: str) -> Iterator[Unit]:
    for match in _ARTICLE.finditer(text):
        below = [mark.lower() for mark in _MARK.findall(match["points"])]
        below += [part.lower() for part in (match["paragraph"], match["point"]) if part]
        yield Unit((f"art-{match['number'].lower()}", *below), match[0])
    for match in _ANNEX.finditer(text):
        below = (
            [match["point"], *(mark.lower() for mark in _MARK.findall(match["points"] or ""))]
            if match["point"]
            else []
        )
        try:
            yield Unit((f"anx-{annex_number(match['number'].upper())}", *below), match[0])
        except ValueError:
            continue
    for match in _RECITAL.finditer(text):
        yield Unit((f"rec-{match['number']}",), match[0])
    for match in _CONTROL.finditer(text):
        yield Unit((match["number"].lower().replace(" ", "-"),), match[0])
    for match in _PAI.finditer(text):
        yield Unit(("anx-1", f"pai-{match['number']}"), match[0])
    for match in _SECTION.finditer(text):
        yield Unit((match["number"] or match["named"],), match[0])


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        number, month, year = (
            (match["day"], match["month"], match["year"])
            if match["day"]
            else (match["day_after"], match["month_first"], match["year_after"])
        )
        return date(int(year), _MONTHS.index(month.capitalize()) + 1, int(number))
    except ValueError:
        return None
