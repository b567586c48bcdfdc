"""The same words in other characters: quotation marks, dashes, spaces, ligatures, soft hyphens."""

from __future__ import annotations

import re
from collections.abc import Callable

_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"))
_NARROW_SPACE, _WIDE_SPACE, _STIFF_HYPHEN, _SOFT_HYPHEN = "\u202f", "\u00a0", "\u2011", "\u00ad"


def curly_quotes(text: str) -> str:
    """Typographic apostrophes and quotation marks for straight ones, and the other way round."""
    if "’" in text or "‘" in text or "“" in text:
        return text.translate({ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'})
    return re.sub(r"'", "’", re.sub(r"(?:(?<=[\s(])|^)'", "‘", text))


def stiff_hyphens(text: str) -> str:
    """Hyphens at which no line breaks."""
    return text.replace("-", _STIFF_HYPHEN)


def stiff_spaces(text: str) -> str:
    """Spaces at which no line breaks: narrow within numbers, wide after short words."""
    narrow = _within_numbers(text)
    return narrow.replace(" of ", f"{_WIDE_SPACE}of ").replace("Article ", f"Article{_WIDE_SPACE}")


def ligatures(text: str) -> str:
    """Letters drawn together, as a PDF has them."""
    for apart, together in _LIGATURES:
        text = text.replace(apart, together)
    return text


def soft_hyphens(text: str) -> str:
    """Places marked at which a long word may break."""
    return " ".join(_breakable(word) for word in text.split(" "))


def _breakable(word: str) -> str:
    return f"{word[:5]}{_SOFT_HYPHEN}{word[5:]}" if len(word) > 9 and word[:8].isalpha() else word


def _within_numbers(text: str) -> str:
    marks = [
        _NARROW_SPACE
        if mark == " " and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
        else mark
        for at, mark in enumerate(text)
    ]
    return "".join(marks)


TYPOGRAPHIES: tuple[Callable[[str], str], ...] = (
    curly_quotes,
    stiff_hyphens,
    stiff_spaces,
    ligatures,
    soft_hyphens,
)
