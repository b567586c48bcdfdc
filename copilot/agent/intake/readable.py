"""Whether a description can be read at all: not empty, not a book, in English, of one system."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.language import language_of
from copilot.errors import ToolInputError

LONGEST = 12_000
"""Characters: about five pages. What is longer says something on everything."""

_OR_FORM = "or answer the facts one by one: copilot classify --form"
_WORD = re.compile(r"[^\W\d_]+")
_SYSTEMS = re.compile(
    r"\b(?:two|three|both|several|four) (?:[a-z]+ )?(?:systems|tools|models|applications|products|modules)\b"
    r"|\b(?:second|another|other|separate) (?:ai |of our )?(?:system|tool|product|application)s?\b"
    r"|\bsystem (?:A|1)\b.*\bsystem (?:B|2)\b",
    re.IGNORECASE | re.DOTALL,
)


def require_readable(text: str) -> None:
    """``ToolInputError`` for a text that intake does not read."""
    if not _WORD.search(text):
        raise ToolInputError(
            "the description says nothing",
            remedy=f"Say in a few sentences what the system does, on whom, for what; {_OR_FORM}",
        )
    if len(text) > LONGEST:
        raise ToolInputError(
            f"the description has {len(text):,} characters; at most {LONGEST:,} are read",
            remedy=f"Describe the system in a page or two, {_OR_FORM}",
        )
    if language_of(text) is not None:
        raise ToolInputError(
            "the description seems to be in another language than English, and is not read",
            remedy=f"Describe the system in English, {_OR_FORM}",
        )


def remarks_on(text: str) -> Iterator[str]:
    """What the officer should know about a text that is read."""
    if found := _SYSTEMS.search(text):
        said = " ".join(found.group().split())[:60]
        yield (
            f"It seems to speak of more than one system ({said!r}); all is read as one. "
            "Describe each by itself: one may be regulated where the other is not."
        )
