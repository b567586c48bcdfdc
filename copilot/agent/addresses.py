"""Links and addresses in an answer: only those that stand in the evidence reach a person."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\(\s*<?[^)\s>]*>?[^)]*\)")
_ADDRESS = re.compile(
    r"""
    <?(?:[a-z][a-z0-9+.-]*://|mailto:|javascript:|data:|www\.)(?:\([^\s)]*\)|[^\s<>"')\]])+>?
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w@/.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|eu|info|biz|dev|app|co|uk|de|fr|ru|cn|xyz|top|site|online|link)
      (?:/[^\s<>"')\]]*)?(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = ".,;:!?"
_LONELY = re.compile(r"\s+([.,;:!?])")


def without_foreign_addresses(text: str, sources: Iterable[str]) -> str:
    """The text without links, and without addresses that stand in none of the sources.

    Of a sentence that is nothing but links, nothing is left.
    """
    if not any(letter.isalnum() for letter in _LINK.sub("", text)):
        return ""
    held = "\n".join(sources).casefold()
    plain = _LINK.sub(lambda link: link["text"], text)
    kept = " ".join(_ADDRESS.sub(lambda found: _kept(found[0], held), plain).split())
    return _LONELY.sub(r"\1", kept) if kept != plain else plain


def _kept(address: str, held: str) -> str:
    bare = address.strip("<>").rstrip(_ENDS)
    end = address[len(address.rstrip(_ENDS)) :]
    return address if bare.casefold() in held else end
