"""The conditions and exceptions of a sentence: the words that introduce each, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from copilot.grounding.wording.stems import stems_in

Kind = Literal["condition", "exception"]

_EXCEPTION = (
    r"unless|except(?: (?:where|when|if|for|in|that|as))?|with the exception of|save (?:where"
    r"|for|in|that|as)|save"
    r"|other than|apart from|without prejudice to|notwithstanding|by way of derogation|(?<!be"
    r" )(?<!is )(?<!are )(?<!being )subject to|provided that|only if|only where"
    r"|only when|excluding|but not"
)
_CONDITION = (
    r"where(?! (?:appropriate|applicable|relevant|possible|necessary))|if|when|whenever|in the"
    r" event(?: that| of)?"
    r"|to the extent(?: that)?|in so far as|insofar as|so far as|as far as|in (?:the )?cases?(?: of)?|on"
    r" condition that|once(?! (?:every|a|an|per)\b)|as soon as"
    r"|as long as|until|upon|provided(?= (?:there|it|they|the|this|such|all|no|these)\b)"
)
_MARK = re.compile(rf"(?<![\w-])(?:(?P<exception>{_EXCEPTION})|(?P<condition>{_CONDITION}))(?![\w-])")
_ENDS = re.compile(
    r"[;:.](?:\s|$)|, (?=(?:the|it|they|he|she|this|these|those|that|each|every|any|no|an?"
    r"|deployers?|providers?"
    r"|issuers?|member states?|persons?|[\w-]+ (?:shall|must|may|should|is|are))\b)"
)
EXCEPTION_SAID = re.compile(
    rf"(?<![\w-])(?:{_EXCEPTION}|exempt\w*|exception\w*|exclud\w*|do(?:es)? not (?:apply|cover"
    rf"|affect|touch)|unaffected"
    r"|not affect\w*|besides|outside|untouched|derogat\w*|even (?:if|where|though)|despite"
    r"|regardless|if not|only"
    r"|leav\w+ out|remain\w*|stays?|still applies|cannot|not where|not if|however|but|as long"
    r" as|provided)(?![\w-])"
)
"""Any way of saying that something is not so in some case."""


class Condition(NamedTuple):
    """One condition or exception: where it begins and ends, and the telling words it says."""

    kind: Kind
    mark: str
    start: int
    end: int
    says: tuple[str, ...]


def conditions_in(folded: str) -> tuple[Condition, ...]:
    """The conditions and exceptions of a sentence in its order."""
    return tuple(_conditions(folded))


def exception_in(text: str) -> str:
    """The words that begin an exception in a text; empty where there is none."""
    match = next((mark for mark in _MARK.finditer(text) if mark["exception"]), None)
    return match[0] if match else ""


def _conditions(folded: str) -> Iterator[Condition]:
    marks = list(_MARK.finditer(folded))
    for number, mark in enumerate(marks):
        follows = marks[number + 1].start() if number + 1 < len(marks) else len(folded)
        end = _ENDS.search(folded, mark.end(), follows)
        until = end.start() if end else follows
        yield Condition(
            "exception" if mark["exception"] else "condition",
            mark[0],
            mark.start(),
            until,
            stems_in(folded[mark.end() : until]),
        )
