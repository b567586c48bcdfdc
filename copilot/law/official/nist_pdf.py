"""Finds the units in the lines of NIST's two PDFs: the AI RMF and its Generative AI Profile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from copilot.law.labels import segment_of
from copilot.law.official.pdf_text import joined, words_with_hyphen
from copilot.law.official.unit import OfficialUnit

_CHARACTERISTIC = re.compile(r"3\.([1-7]) (\D+)")
_FUNCTION = re.compile(r"5\.[1-4] (Govern|Map|Measure|Manage)")
_OUTCOME = re.compile(r"((?:GOVERN|MAP|MEASURE|MANAGE) \d)(\.\d+)?: ?(.*)")
_CHAPTER = re.compile(r"\d\. [A-Z]\D+")
_TABLE_GOES_ON = re.compile(r"Table \d: .+ \(Continued\)")
_AROUND_TEXT = re.compile(
    r"NIST AI 100-1(?: AI RMF 1\.0)?|Page \d+|Table \d: .+|Categories Subcategories|Continued on next page"
)
_RISK = re.compile(r"(\d+)\. ([A-Z][^:.]+): (.+)")
_SECTION_ON_RISK = re.compile(r"2\.(\d+)\. ([A-Z][^.]+)")
_NOTE_REFERENCE = re.compile(r"(?<=[a-z]\.)\d{1,2}(?= |$)")
_BULLET = re.compile(r" (?=• )")


@dataclass(slots=True)
class _Unit:
    """A unit being read."""

    segment: str
    title: str = ""
    headings: tuple[str, ...] = ()
    lines: list[str] = field(default_factory=list)

    def read(self, with_hyphen: frozenset[str] | None = None) -> OfficialUnit:
        text = _NOTE_REFERENCE.sub("", joined(self.lines, with_hyphen=with_hyphen))
        return OfficialUnit((self.segment,), self.title, _BULLET.sub("\n", text), self.headings)


def rmf_units(lines: Sequence[str]) -> tuple[OfficialUnit, ...]:
    """Read the characteristics of trustworthy AI, and the functions with all their outcomes."""
    units: list[_Unit] = []
    category = reading = _Unit("")
    for line in lines:
        if match := _CHARACTERISTIC.fullmatch(line):
            reading = _Unit(f"characteristic-{match[1]}", match[2])
            units.append(reading)
        elif match := _FUNCTION.fullmatch(line):
            reading = _Unit(match[1].lower(), match[1].upper())
            units.append(reading)
        elif match := _OUTCOME.fullmatch(line):
            reading = _outcome(match[1], match[2] or "", match[3])
            category = category if match[2] else reading
            units.append(reading)
        elif _TABLE_GOES_ON.fullmatch(line):
            reading = category  # a cell broken by the page goes on below the head of the table
        elif _CHAPTER.fullmatch(line):
            reading = _Unit("")
        elif not _AROUND_TEXT.fullmatch(line):
            reading.lines.append(line)
    with_hyphen = words_with_hyphen(lines)
    return tuple(unit.read(with_hyphen) for unit in units)


def profile_units(lines: Iterable[str]) -> tuple[OfficialUnit, ...]:
    """Read the risks of generative AI: what each is, in a sentence, and the section on it."""
    units: dict[str, _Unit] = {}
    reading = _Unit("")
    for line in lines:
        if match := _RISK.fullmatch(line):
            reading = units[match[1]] = _Unit(f"risk-{match[1]}", match[2], lines=[match[3]])
        elif (match := _SECTION_ON_RISK.fullmatch(line)) and match[1] in units:
            reading = units[match[1]]
            reading.title = match[2]
        elif _CHAPTER.fullmatch(line):
            reading = _Unit("")
        else:
            reading.lines.append(line)
    return tuple(unit.read() for unit in units.values())


def _outcome(category: str, number: str, words: str) -> _Unit:
    function = category.split()[0]
    headings = (function, category) if number else (function,)
    return _Unit(segment_of(category + number), headings=headings, lines=[words] if words else [])
