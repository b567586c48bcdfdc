"""One item of a list exchanged for one that is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote, seed

LIST = re.compile(r"(?:\b[a-z][\w-]+, )+[a-z][\w-]+,? (?:and|or) [a-z][\w-]+\b")
ITEM = re.compile(r"[a-z][\w-]+")
_FOREIGN = {
    "ing": ("outsourcing", "archiving", "insuring"),
    "ed": ("outsourced", "insured", "advertised"),
    "tion": ("taxation", "remuneration", "translation"),
    "ity": ("profitability", "liquidity", "seniority"),
    "ce": ("insurance", "eloquence", "affluence"),
    "ment": ("employment", "entertainment", "equipment"),
    "ness": ("cheapness", "swiftness"),
    "s": ("suppliers", "dividends", "premises"),
}
NO_ITEM = frozenset(
    "and or the its as is this was has thus always where which it whether not either including such that than by they "
    "respectively".split()
)
"""Words that show that what looks like a list is none."""
_LEAST_ITEMS = 3


def item_edits(text: str) -> Iterator[Edit]:
    """For each item of a list of three or more single words another of the same form."""
    for found in LIST.finditer(text):
        items = [item for item in ITEM.finditer(text, *found.span()) if item[0] not in ("and", "or")]
        if len(items) < _LEAST_ITEMS or any(item[0] in NO_ITEM for item in items):
            continue
        for item in items[1:]:
            if foreign := _of_its_form(item[0], text):
                yield Edit(item.start(), item.end(), foreign)


def _of_its_form(item: str, text: str) -> str | None:
    for ending, others in _FOREIGN.items():
        if item.endswith(ending) and not item.endswith("ss"):
            new = others[seed(item) % len(others)]
            return new if new not in text else None
    return None


other_item = in_text_and_quote(item_edits)
