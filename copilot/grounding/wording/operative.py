"""The small words on which a rule turns: before and after, within and until, all and some, only, at once."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

Turn = Literal[
    "before", "after", "within", "until", "during", "all", "some", "both", "either", "only", "least", "most", "at once",
    "higher", "lower", "sometimes", "also", "or", "and",
]  # fmt: skip

_TURNS: tuple[tuple[Turn, str], ...] = (
    (
        "least",
        r"at least|no(?:t)? (?:less|fewer|lower|shorter|earlier) than|minimum|or more|more than|at"
        r" the earliest|exceed\w*|above",
    ),
    (
        "most",
        r"at most|no(?:t)? (?:more|later|longer|higher|greater) than|up to|maximum|or (?:less"
        r"|fewer)|less than|fewer than|at the latest|below|capped",
    ),
    (
        "at once",
        r"immediate\w*|at once|without (?:undue |further |any )*delay|prompt\w*|straight ?away"
        r"|forthwith|right away|as soon as possible",
    ),
    ("before", r"before|prior to|ahead of|beforehand|in advance(?: of)?"),
    ("after", r"after(?:wards)?|subsequent(?:ly)?(?: to)?|thereafter"),
    ("until", r"until|till"),
    ("within", r"within"),
    ("during", r"during|throughout"),
    ("some", r"some|several|certain|not (?:every|all|each)|most of|a few|many of"),
    ("sometimes", r"sometimes|occasionally|often|usually|normally|generally|eventually|rarely"),
    ("all", r"all|every|each|any|always|whatever|whichever|whoever|entire\w*|whole"),
    ("both", r"both"),
    ("either", r"either"),
    ("only", r"only|solely|exclusively|alone|merely|purely|exclusive"),
    ("higher", r"higher|highest|greater|greatest|larger|largest|increas\w*"),
    ("lower", r"lower|lowest|lesser|smaller|smallest|decreas\w*|reduc\w*"),
    ("also", r"also|too|as well"),
)
_TURN = re.compile(
    "|".join(rf"(?P<t{n}>(?<![\w-])(?:{words})(?![\w-]))" for n, (_, words) in enumerate(_TURNS))
)
_MAY_BE_LEFT_OUT: set[Turn] = {
    "before",
    "after",
    "all",
    "both",
    "either",
    "also",
    "some",
    "during",
    "sometimes",
    "within",
}


def turns_in(folded: str) -> Counter[Turn]:
    """Which of these words a text has, and how often."""
    return Counter(_TURNS[int((match.lastgroup or "t0")[1:])][0] for match in _TURN.finditer(folded))


def turned(statement: str, source: str) -> Turn | None:
    """A word of this kind that the statement has beside its source, or leaves out of it."""
    own, theirs = turns_in(statement), turns_in(source)
    own.pop("also", None)
    for turn in own - theirs:
        return turn
    return next((turn for turn in theirs - own if turn not in _MAY_BE_LEFT_OUT), None)
