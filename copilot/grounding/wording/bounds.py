"""Which way a figure bounds: "at least 6 months", "up to EUR 5 000", "more than 30", "within 15 days"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from copilot.grounding.figures import Figure

Way = Literal["least", "most", "after", "plain"]

_LEAST = (
    r"at least|no(?:t)? less than|no(?:t)? fewer than|a minimum (?:of|period of)|minimum (?:of"
    r"|period of)|minimum|more than"
    r"|exceed(?:s|ing|ed)?|above|over|greater than|longer than|higher than|no(?:t)? earlier than|not before"
    r"|no(?:t)? (?:shorter|lower|smaller) than|upwards of|reach(?:es|ed)?(?: a total of)?"
    r"|beyond|starting (?:at|from)"
)
_MOST = (
    r"at most|no(?:t)? more than|up to|a maximum (?:of|period of)|maximum (?:of|period of)"
    r"|maximum|within|no(?:t)? later than"
    r"|not exceed(?:ing)?|less than|fewer than|below|under|no(?:t)? longer than|no(?:t)?"
    r" (?:higher|greater|larger) than"
    r"|capped at|as much as|limited to|shorter than|lower than|smaller than|a ceiling of|does"
    r" not exceed|do not exceed"
    r"|not later than|by|as high as|(?:has|have) until|at the latest"
)
_LEAST_BEHIND = (
    r"or more|at least|as a minimum|at a minimum|or longer|or over|or above|minimum|at the"
    r" earliest|and over|or higher"
)
_MOST_BEHIND = (
    r"or less|at most|at the latest|as a maximum|or fewer|or under|or below|maximum|at a maximum|or earlier"
)
_BETWEEN = (
    r"(?:[ ](?:a|an|the|of|period|total|in|amount|sum|age|fine|fines|least|value|even"
    r"|administrative|other|another|further|any|these|its|each|about))*[ ]?"
)
_BEFORE = re.compile(
    rf"(?:(?P<most>\b(?:{_MOST}))|(?P<least>\b(?:{_LEAST}))|(?P<after>\bafter)){_BETWEEN}$"
)
_BEHIND = re.compile(
    rf"^[^.;]{{0,50}}?(?:(?P<least>\b(?:{_LEAST_BEHIND})\b)|(?P<most>\b(?:{_MOST_BEHIND})\b))"
)
_REACH = 64


class Bound(NamedTuple):
    """One figure and its way."""

    figure: str
    way: Way


def bounds_of(folded: str, figures: tuple[Figure, ...]) -> tuple[Bound, ...]:
    """Every figure of a sentence with its way."""
    return tuple(
        Bound(figure.canonical, _way(folded, figure)) for figure in figures if figure.kind != "act"
    )


def _way(folded: str, figure: Figure) -> Way:
    before = _BEFORE.search(folded[max(0, figure.start - _REACH) : figure.start])
    found = before or _BEHIND.match(folded[figure.end : figure.end + _REACH])
    if found is None:
        return "plain"
    return "least" if found["least"] else "most" if found["most"] else "after"
