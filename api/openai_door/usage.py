"""How much was read and written, counted by a rule of our own, since no model's tokens are sold here.

A word counts one, and so does a mark between words: of the users' messages for what was read, of the content for what
was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pydantic import BaseModel

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")


class Usage(BaseModel):
    """Words and marks, under the names that clients know."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int

    @classmethod
    def of(cls, asked: Iterable[str], written: str) -> Usage:
        """The count of what users asked and of what was answered."""
        read, wrote = sum(map(_count, asked)), _count(written)
        return cls(prompt_tokens=read, completion_tokens=wrote, total_tokens=read + wrote)


def _count(text: str) -> int:
    return sum(1 for _ in _WORD_OR_MARK.finditer(text))
