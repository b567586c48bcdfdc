"""Where a clause that limits a rule can be cut out of its sentence so that a sentence is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit

_VERB = re.compile(
    r"\b(?:shall|must|may|can|cannot|has|have|is|are|was|need|needs|applies|apply|means|keeps?|reports?|does|do|"
    r"publish(?:es)?|makes?|carries|lasts?|expires?|stays?|covers?)\b"
)
_UNFINISHED = re.compile(r"(?:\b(?:and|or|but|than|of|to|in|by|if|,)|\([^()]*)$")
_NO_MAIN_CLAUSE = r"(?:where|if|as|and|or|in|to|which|that|whether)\b"
_MAIN_CLAUSE = re.compile(
    rf"(?!{_NO_MAIN_CLAUSE})(?:the |an? |its |no |any |this |those |it |they )?(?:[\w'’-]+\s+){{0,6}}?"
    r"(?:shall|must|may|has|have|is|are)\b"
)
_GOES_ON = r"(?:shall|must|may|has|have|is|are|was|carries|applies|these|it|they|and shall|before|after|in accordance)"
_LEAST_LEFT = 15


def trailing(text: str, marker: str) -> Iterator[Edit]:
    """A clause from the marker to the end of its sentence, cut where what stands before is a sentence."""
    for found in re.finditer(rf",?\s+(?:{marker})\b[^.;]*(?=[.;]?$)", text):
        kept = text[: found.start()]
        if len(kept) >= _LEAST_LEFT and _VERB.search(kept) and not _UNFINISHED.search(kept):
            yield Edit(found.start(), found.end(), "")


def leading(text: str, marker: str) -> Iterator[Edit]:
    """A clause at the start, cut up to the comma after which the main clause begins."""
    if not re.match(rf"(?:{marker})\b", text):
        return
    for comma in re.finditer(r",\s+", text):
        rest = text[comma.end() :]
        if _MAIN_CLAUSE.match(rest):
            yield Edit(0, comma.end() + 1, rest[0].upper())
            return


def inserted(text: str, marker: str) -> Iterator[Edit]:
    """A clause between two commas after which its sentence goes on, or one in brackets."""
    for found in re.finditer(rf",\s+(?:{marker})\b[^;.()]{{0,160}}?,(?=\s+{_GOES_ON}\b)", text):
        yield Edit(found.start(), found.end(), "")
    for found in re.finditer(rf"\s+\((?:{marker})\b[^()]*\)", text):
        yield Edit(found.start(), found.end(), "")


def phrases(text: str, marker: str) -> Iterator[Edit]:
    """The bare marker between two commas, or before one at the start of the text."""
    for found in re.finditer(rf",\s+(?:{marker}),(?=\s)", text):
        yield Edit(found.start(), found.end(), "")
