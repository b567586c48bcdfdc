"""A stretch of text that must not leave the machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Found:
    """From the first letter up to, not including, the last; ``kind`` is what its placeholder calls it."""

    start: int
    end: int
    kind: str


def disjoint(found: Iterable[Found]) -> tuple[Found, ...]:
    """The same stretches in the order of the text; those that overlap become one, called as the first given."""
    joined: list[Found] = []
    for new in found:
        if new.start >= new.end:
            continue
        touched = [old for old in joined if old.start < new.end and new.start < old.end]
        whole = replace(
            touched[0] if touched else new,
            start=min(new.start, *(old.start for old in touched), new.start),
            end=max(new.end, *(old.end for old in touched), new.end),
        )
        joined = [old for old in joined if old not in touched]
        joined.append(whole)
    return tuple(sorted(joined, key=lambda one: one.start))
