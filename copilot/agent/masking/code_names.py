"""Code names of deals: Project Falcon, "the Harbour mandate", code name Light."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.agent.masking.found import Found
from copilot.agent.masking.vocabulary import Vocabulary

_NAME = r"[\"“'‘]?(?P<name>[A-Z][\w’-]*(?: [A-Z][\w’-]*)?)"
_BEFORE = re.compile(
    r"(?P<cue>\b(?:Projects?|Operation|(?i:code[- ]?names?d?)(?: (?:is|was))?:?|"
    r"(?i:deal|project|operation|mandate|transaction|takeover)(?: (?:called|named|code[- ]?named))?)) "
    + _NAME
)
_AFTER = re.compile(
    r"(?P<name>\b[A-Z][\w’-]*) (?:deal|mandate|merger|takeover|transaction|bid|acquisition|project|sounding)\b"
)
_SMALL = re.compile(
    r"\b(?i:project|operation|code[- ]?name) (?P<name>[a-z]{4,})\b"
    r"|\bthe (?P<other>[a-z]{4,}) (?:deal|mandate|merger|takeover)\b"
)
_NO_CODE_NAME = frozenset(
    "Management Manager Managers Team Office Officer Plan Leader Lead Board Committee Group Owner Sponsor Charter "
    "Documentation Finance Company Risk Risks The A An This That These Our My Your Their Which What Any Each No "
    "Every Annex Article Section Chapter Regulation Directive Union Act AI EU".split()
)


def code_names(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """Every one, with the word that says what it is where both are written with a capital."""
    for found in _BEFORE.finditer(text):
        first, _, second = found["name"].partition(" ")
        named = found["cue"] in ("Project", "Operation")
        if first in _NO_CODE_NAME or (vocabulary.is_proper(first) and not named):
            continue
        end = (
            found.end("name")
            if second and not vocabulary.is_proper(second)
            else found.start("name") + len(first)
        )
        yield Found(found.start("cue") if named else found.start("name"), end, "CODE")
    for found in _AFTER.finditer(text):
        if found["name"] not in _NO_CODE_NAME and not _is_ordinary(found["name"], vocabulary):
            yield Found(*found.span("name"), "CODE")
    for found in _SMALL.finditer(text):
        group = found.lastgroup or "name"
        if not vocabulary.knows(found[group]):
            yield Found(*found.span(group), "CODE")


def _is_ordinary(word: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_proper(word) or vocabulary.knows(word)
