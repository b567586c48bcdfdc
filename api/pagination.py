"""Lists are sent a page at a time: ``limit`` says how many, ``after`` where the page before ended.

What a list holds does not have to be counted, and a page is not shifted by what is added meanwhile: ``after`` names
the last entry that was seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

from fastapi import Query

from copilot.errors import UnknownPlace

LARGEST_PAGE = 200
_LONGEST = 300

Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="How many at most.", examples=[2])]
After = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=_LONGEST,
        description="Go on after this one: the `next` of the page before.",
    ),
]
Entry = TypeVar("Entry")


def page_of(
    entries: Sequence[Entry], *, after: str | None, limit: int, name: Callable[[Entry], str]
) -> tuple[Sequence[Entry], str | None]:
    """A page of a list, and the name after which the next one begins; none where there is no more."""
    names = [name(entry) for entry in entries]
    if after is not None and after not in names:
        raise UnknownPlace(
            "nothing in this list has the name after which to go on",
            remedy="Send the `next` of the page before, with what it was asked with; or begin anew, without.",
        )
    start = 0 if after is None else names.index(after) + 1
    end = start + limit
    return entries[start:end], names[end - 1] if end < len(names) else None
