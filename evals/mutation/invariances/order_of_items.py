"""The items of a list in another order."""

from __future__ import annotations

from collections.abc import Iterator

from evals.mutation.editing import Edit
from evals.mutation.operators.list_item import ITEM, LIST, NO_ITEM

_LEAST_ITEMS = 3


def order_of_items(text: str) -> Iterator[Edit]:
    """The second and the third of three or more single words of one form change places.

    The first stays: what looks like it can belong to the words before the list.
    """
    for found in LIST.finditer(text):
        items = [item for item in ITEM.finditer(text, *found.span()) if item[0] not in ("and", "or")]
        if len(items) < _LEAST_ITEMS or any(item[0] in NO_ITEM for item in items):
            continue
        second, third = items[1], items[2]
        if "" != _form(second[0]) == _form(third[0]) == _form(items[-1][0]):
            joint = text[second.end() : third.start()]
            yield Edit(second.start(), third.end(), f"{third[0]}{joint}{second[0]}")


def _form(item: str) -> str:
    return next(
        (end for end in ("ing", "ed", "tion", "ity", "ment", "ness", "s", "ly") if item.endswith(end)), ""
    )
