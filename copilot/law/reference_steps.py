"""Reads the steps of a reference: "Articles 9(2) and 10", "points (a) to (d)", "first subparagraph".

A step says one level of the way to a provision, and may name several units of that level. How steps
join to a reference, and to which instrument it belongs, is read in ``copilot.law.reference_grammar``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from copilot.law.instrument_names import InstrumentNames
from copilot.law.labels import ACTIONS, SECTION_NUMBER, action_of, annex_number, ordinal, ordinal_number
from copilot.law.reference_lists import Segments, between, beside
from copilot.law.reference_tokens import Token, tokenize

StepKind = Literal[
    "action", "annex", "appendix", "article", "chapter", "characteristic", "code", "function", "indent",
    "its point", "note", "pai", "paragraph", "part", "point", "recital", "risk", "section", "sentence",
    "sign", "sub", "table", "unit",
]  # fmt: skip
Joint = Literal["", ",", "and", "to"]


class Step(NamedTuple):
    """One level of the way to a unit: ``("article", ("art-26", "6"))``."""

    kind: StepKind
    segments: Segments


@dataclass(frozen=True, slots=True)
class Path:
    """The way to one unit as far as it is written out, the outermost step first, and its words' place.

    The units of a range share the place of the range.
    """

    steps: tuple[Step, ...]
    start: int
    end: int


class _Head(NamedTuple):
    """The word a step begins with; ``prefix`` is how the segments of its units begin."""

    kind: StepKind
    prefix: str = ""
    plural: bool = False


_SINGULAR: dict[str, _Head] = {
    **dict.fromkeys(("article", "art", "artikel"), _Head("article", "art")),
    **dict.fromkeys(("annex", "anhang"), _Head("annex", "anx")),
    **dict.fromkeys(("section", "sec"), _Head("section", "sec")),
    **dict.fromkeys(("paragraph", "para", "par", "abs"), _Head("paragraph")),
    **dict.fromkeys(("point", "pt", "lit", "letter", "subpoint", "subsection"), _Head("point")),
    **dict.fromkeys(("§", "clause"), _Head("sign")),
    "chapter": _Head("chapter"),
    "recital": _Head("recital", "rec"),
    "table": _Head("table", "table"),
    "part": _Head("part", "part"),
    "appendix": _Head("appendix", "appendix"),
    "pai": _Head("pai", "pai"),
    "note": _Head("note", "note"),
    "risk": _Head("risk", "risk"),
    "characteristic": _Head("characteristic", "characteristic"),
}
_HEADS: dict[str, _Head] = {
    **_SINGULAR,
    **{f"{word}s": head._replace(plural=True) for word, head in _SINGULAR.items()},
    "annexes": _Head("annex", "anx", plural=True),
    "appendices": _Head("appendix", "appendix", plural=True),
    "title": _Head("chapter"),
    "unit": _Head("unit"),
    **{function: _Head("function", function, plural=True) for function in ACTIONS.values()},
}
_BY_ORDINAL: dict[str, StepKind] = {
    "subparagraph": "sub",
    "paragraph": "sub",
    "indent": "indent",
    "sentence": "sentence",
}
_ORDINALS = {ordinal(number) for number in range(1, 21)}
_JOINTS = {"and", "or", "&", "/", "und", "oder"}
_RANGE = {"to", "-", "through"}
_COUNTED = set(
    "% percent per day days week weeks month months year years hour hours minutes working business calendar "
    "million billion thousand eur euro euros usd other further more times january february march april may "
    "june july august september october november december".split()
)
_SECTION_NUMBER = re.compile(rf"(?ai:{SECTION_NUMBER})")
_SEGMENT = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_DIVISION = re.compile(r"[A-Z]|[IVX]+")
_APART = re.compile(r"[0-9]{1,3}[a-z]{0,2}|[0-9]+(?:\.[0-9]+)+|[a-z][a-e]?|[ivx]+")


class StepReader:
    """Goes through a text piece by piece; each reading method leaves it where it was if it finds nothing."""

    def __init__(self, text: str, names: InstrumentNames) -> None:
        self._text = text
        self._names = names
        self._tokens = tokenize(text)
        self._at = 0

    def steps(self) -> list[Path]:
        """The units that the step beginning here names."""
        start = self._at
        found = [] if self._at_name() else self._by_ordinal() or self._by_head(start)
        if not found:
            self._at = start
        return found

    @property
    def _token(self) -> Token:
        return self._tokens[self._at]

    @property
    def _next(self) -> Token:
        return self._tokens[min(self._at + 1, len(self._tokens) - 1)]

    @property
    def _end(self) -> int:
        return self._tokens[self._at - 1].end

    def _skip(self, *keys: str) -> bool:
        found = self._token.key in keys
        self._at += found
        return found

    def _at_name(self) -> bool:
        return self._names.find(self._tokens, self._at) is not None

    def _joint(self) -> Joint:
        """How a list goes on, if it does."""
        if self._skip(*_RANGE):
            return "to"
        comma, word = self._skip(","), False
        while self._skip(*_JOINTS):
            word = True
        return "and" if word else "," if comma else ""

    def _by_ordinal(self) -> list[Path]:
        """ "first and second subparagraphs": the unit is said after the numbers."""
        start, numbers, joint = self._at, list[tuple[Joint, Token]](), self._joint()
        if joint:
            self._at = start
            return []
        mark = self._at
        while self._token.kind == "ordinal" or self._token.key in _ORDINALS:
            numbers.append((joint, self._token))
            self._at += 1
            mark, joint = self._at, self._joint()
        self._at = mark
        kind = self._counted_unit()
        found: list[Path] = []
        if kind:
            for joint, token in numbers:
                marker = f"{'i' if kind == 'indent' else 'sub-'}{ordinal_number(token.key)}"
                end = self._end if token is numbers[-1][1] else token.end
                join(found, Path((Step(kind, (marker,)),), token.start, end), joint)
        return found
