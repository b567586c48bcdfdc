"""Another force: a duty becomes a permission, a permission a duty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote, swaps
from evals.mutation.wording import PARTY

_DUTY = swaps(
    [
        ("shall not", "need not"),
        ("must not", "need not"),
        ("shall(?! not| neither| no )", "may"),
        ("must(?! not| neither| no )", "may"),
        (r"(?<!does not )has to", "may"),
        (r"(?<!do not )have to", "may"),
        ("is required to", "is allowed to"),
        ("are required to", "are allowed to"),
        ("is obliged to", "is free to"),
        ("needs to", "may"),
    ]
)
_MIGHT = r"not\b|be\b|have\b|lead|affect|result|arise|emerge|occur|exist|pose|give rise|still"
_ALLOWS = re.compile(
    rf"(?<!before )\b(?:{PARTY}|who|it|they|he or she) (?P<may>may|can)(?= (?!{_MIGHT})\w)"
)
_LET = (
    "charged|extended|prolonged|adopted|used|made|provided|combined|submitted|accepted|given|stored|processed|limited|"
    "applied|aggregated|carried|included|granted|required|raised|lowered|published|addressed|developed|amended|"
    "commenced|delayed|delegated"
)
_PERMITTED = re.compile(rf"(?<!which )(?<!that )(?<!who )\b(?P<may>may) (?=be (?:{_LET})\b)")
_LICENCE = swaps(
    [
        ("is allowed to", "is required to"),
        ("are allowed to", "are required to"),
        ("is entitled to", "is obliged to"),
        ("are entitled to", "are obliged to"),
        ("is free to", "is obliged to"),
        ("shall be entitled to", "shall be obliged to"),
        ("shall have the right to", "shall have the duty to"),
    ]
)


_DENIED = re.compile(r"\b(?:no|nobody|none|neither|nor|in no case|nothing)\b[^.;:]*$", re.IGNORECASE)
"""After these a duty and a permission say the same: nor shall they, nor may they."""
_LIMITED = re.compile(r" (?:be )?\w+ (?:only|no|not|at most|solely)\b")
"""Before these as well: one may use only some, one must use only some."""


def permission_edits(text: str) -> Iterator[Edit]:
    """For each permission a duty; a "may" that only means "might" is left alone."""
    found = [found for pattern in (_ALLOWS, _PERMITTED) for found in pattern.finditer(text)]
    edits = [*(Edit(*one.span("may"), "must") for one in found), *_LICENCE(text)]
    for edit in edits:
        if not _DENIED.search(text[: edit.start]) and not _LIMITED.match(text[edit.end :]):
            yield edit


def duty_edits(text: str) -> Iterator[Edit]:
    """For each duty a permission."""
    yield from (edit for edit in _DUTY(text) if not _DENIED.search(text[: edit.start]))


shall_to_may = in_text_and_quote(duty_edits)
may_to_shall = in_text_and_quote(permission_edits)
