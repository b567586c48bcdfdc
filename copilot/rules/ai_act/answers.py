"""Answers of three values: yes, no, and nobody said. ``None`` is never taken for a no."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Answer: TypeAlias = bool | None


def every(answers: Iterable[Answer]) -> Answer:
    """No as soon as one is no; yes if all are yes; otherwise open."""
    found = set(answers)
    return False if False in found else None if None in found else True


def some(answers: Iterable[Answer]) -> Answer:
    """Yes as soon as one is yes; no if all are no; otherwise open."""
    found = set(answers)
    return True if True in found else None if None in found else False


def opposite(answer: Answer) -> Answer:
    """Yes for no, no for yes; what is open stays open."""
    return None if answer is None else not answer
