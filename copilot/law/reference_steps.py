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
from copilot.law.reference_lists import between, beside, is_marker
from copilot.law.reference_tokens import Token, tokenize

StepKind = Literal[
    "action", "annex", "appendix", "article", "chapter", "characteristic", "code", "function", "indent",
    "its point", "note", "pai", "paragraph", "part", "point", "recital", "risk", "section", "sentence",
    "sign", "sub", "table", "unit",
]  # fmt: skip


class Step(NamedTuple):
    """One level of the way to a unit: ``("article", ("art-26", "6"))``."""

    kind: StepKind
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """The way to one unit as far as it is written out, the outermost step first, and its words' place.

    The units of a range share the place of the range.
    """

    steps: tuple[Step, ...]
    start: int
    end: int


_SINGULAR: dict[str, StepKind] = {
    **dict.fromkeys(("article", "art", "artikel"), "article"),
    **dict.fromkeys(("annex", "anhang"), "annex"),
    "recital": "recital",
    **dict.fromkeys(("section", "sec"), "section"),
    **dict.fromkeys(("§", "clause"), "sign"),
    **dict.fromkeys(("paragraph", "para", "par", "abs"), "paragraph"),
    **dict.fromkeys(("point", "pt", "lit", "letter", "subpoint", "subsection", "subdivision"), "point"),
    **dict.fromkeys(ACTIONS.values(), "function"),
    **dict.fromkeys(("chapter", "title"), "chapter"),
    "table": "table",
    "part": "part",
    "appendix": "appendix",
    "pai": "pai",
    "note": "note",
    "risk": "risk",
    "characteristic": "characteristic",
    "unit": "unit",
}  # fmt: skip
_PLURAL: dict[str, StepKind] = {f"{word}s": kind for word, kind in _SINGULAR.items()} | {
    "annexes": "annex",
    "appendices": "appendix",
}
_BY_ORDINAL: dict[str, StepKind] = {
    "subparagraph": "sub",
    "paragraph": "sub",
    "indent": "indent",
    "sentence": "sentence",
}
