"""What a check says: how it ended, and why, in words a person understands."""

from __future__ import annotations

from typing import NamedTuple

from copilot.grounding.statement import Outcome


class Said(NamedTuple):
    """The outcome of one check on one statement."""

    outcome: Outcome
    why: str


def holds(why: str) -> Said:
    """It was looked at, and is right."""
    return Said("pass", why)


def fails(why: str) -> Said:
    """It was looked at, and is wrong."""
    return Said("fail", why)


def idle(why: str) -> Said:
    """There was nothing to look at."""
    return Said("not_applicable", why)


def listed(words: list[str]) -> str:
    """Some words of a text, each in quotation marks."""
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
