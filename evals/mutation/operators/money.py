"""Another currency, or a percentage of something else: euro become dollars, turnover becomes profit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote, swaps

_CURRENCIES = swaps([(r"EUR(?= ?\d)", "USD")])
_BASES = swaps(
    [
        ("annual turnover", "annual profit"),
        ("turnover", "net profit"),
        ("revenue", "profit"),
        ("purchase price", "market price"),
        ("net asset value", "gross asset value"),
        ("the preceding financial year", "the current financial year"),
        ("the previous financial year", "the current financial year"),
        ("the financial year before", "the current financial year"),
        ("administrative costs", "total costs"),
    ]
)
_SHARE_OF = re.compile(
    r"(?:%|per ?cent)\s+of\s+(?:the |its |all |all the )*(?P<base>assets|investments|questions|alerts)\b"
)
_OTHER_BASE = {
    "assets": "liabilities",
    "investments": "liquid investments",
    "questions": "documents",
    "alerts": "cases",
}


def money_edits(text: str) -> Iterator[Edit]:
    """For each amount another currency; for each share, and each base of a limit, another base."""
    yield from _CURRENCIES(text)
    for sign in re.finditer(r"€(?=\s?\d)", text):
        yield Edit(sign.start(), sign.end(), "$")
    bases = list(_BASES(text))
    longest = [edit for edit in bases if not any(_inside(edit, other) for other in bases)]
    yield from longest
    for found in _SHARE_OF.finditer(text):
        yield Edit(found.start("base"), found.end("base"), _OTHER_BASE[found["base"]])


def _inside(edit: Edit, other: Edit) -> bool:
    return edit != other and other.start <= edit.start and edit.end <= other.end


other_money = in_text_and_quote(money_edits)
