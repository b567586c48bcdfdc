"""Keeps apart what an act says and what it quotes: the new wording it gives to another act.

A quotation begins with a quotation mark after a colon and ends with one at the end of a line, or behind
its footnote. Whatever stands between, whole articles with their headings, is one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copilot.law.official.line import Line, Rank
from copilot.law.official.unit import Block

_CLOSING_OF = {"‘": "’", "“": "”", '"': '"'}
_OPENING = tuple(_CLOSING_OF)
_CLOSING = re.compile(r"[’”\"]\s*[;.,]*(?: and| or)?$")
_CLOSING_BEHIND_NOTE = re.compile(r"([’”][;.,]*)\"?$")


def end_of_quotation(note: str) -> Iterator[Line]:
    """Find the mark that ends a quotation at the end of a footnote to the quotation."""
    if match := _CLOSING_BEHIND_NOTE.search(note):
        yield Line(Rank.END_OF_QUOTATION, content=(Block(match[1]),))


def quotations_joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Make each quotation one block, which goes with the text that introduces it."""
    before = ""
    quoted: list[str] = []
    for line in lines:
        spoken = line.spoken
        if quoted and line.rank <= Rank.ARTICLE:
            yield quotation(quoted)
            quoted = []
        if quoted and line.rank is Rank.END_OF_QUOTATION:
            quoted[-1] += spoken[0]
        elif quoted or _opens(spoken, before):
            quoted.extend(spoken)
        elif line.rank is not Rank.END_OF_QUOTATION:
            yield line
        if quoted and _CLOSING.search(quoted[-1]):
            yield quotation(quoted)
            quoted = []
        before = spoken[-1] if spoken else ""
    if quoted:
        yield quotation(quoted)


def quotation(lines: list[str]) -> Line:
    """Make the lines quoted one block; a quotation that ends in a footnote out of sight is closed."""
    end = "" if _CLOSING.search(lines[-1]) else _CLOSING_OF.get(lines[0][0], "")
    return Line(Rank.QUOTATION, content=(Block("\n".join(lines) + end, quoted=True),))


def _opens(spoken: tuple[str, ...], before: str) -> bool:
    return bool(spoken) and spoken[0].startswith(_OPENING) and before.endswith(":")
