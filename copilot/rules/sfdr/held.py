"""Conditions of three values that remember what they rest on, and what is missing where they are open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """Whether a condition holds; ``None`` where that is open, never for a no.

    ``rests_on`` are the facts told that decide it, ``missing`` those that would settle it.
    """

    value: bool | None
    rests_on: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def every(*parts: Held) -> Held:
    """No as soon as one is no; yes if all are yes; otherwise open."""
    return _joined(parts, settles=False)


def some(*parts: Held) -> Held:
    """Yes as soon as one is yes; no if all are no; otherwise open."""
    return _joined(parts, settles=True)


def opposite(part: Held) -> Held:
    """Yes for no, no for yes; what is open stays open."""
    return Held(None if part.value is None else not part.value, part.rests_on, part.missing)


def _joined(parts: tuple[Held, ...], *, settles: bool) -> Held:
    """The first part that settles the whole; where none does, all that is known and all that is missing."""
    settling = next((part for part in parts if part.value is settles), None)
    if settling is not None:
        return settling
    missing = dict.fromkeys(fact for part in parts for fact in part.missing)
    rests_on = dict.fromkeys(fact for part in parts for fact in part.rests_on)
    return Held(None if missing else not settles, tuple(rests_on), tuple(missing))
