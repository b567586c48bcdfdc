"""How a model writes an answer: one JSON object a statement, read while it is still being written.

``{"say": "...", "cites": [{"of": "eu-ai-act/art-26/6", "words": "..."}]}``, or ``{"refuse": "no_source"}``

``say`` is one sentence, ``of`` what it leans on, ``words`` the very words of it; of several sentences each is
held against all that is cited. What is no such object is read as sentences without a citation: they claim
something and show nothing, so the gate keeps them back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from copilot.grounding import Draft, DraftCitation, sentences_in

_BETWEEN = " \t\r\n,[]"
_FENCE = "```"
_LONGEST = 20_000

Text = Annotated[str, Field(max_length=4_000)]
Declined: TypeAlias = Literal["no_source", "missing_fact", "conflict"]
"""What a model can say instead of an answer, or after one. Why, in words, is not for it to say."""


class _Cite(BaseModel):
    model_config = ConfigDict(extra="ignore")

    of: Text
    words: Text


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore")

    say: Text
    cites: tuple[_Cite, ...] = Field(default=(), max_length=12)


class _Refused(BaseModel):
    model_config = ConfigDict(extra="ignore")

    refuse: Declined


_object: TypeAdapter[_Said | _Refused] = TypeAdapter(_Said | _Refused)


class AnswerReader:
    """Reads an answer as it streams in; each statement comes out as soon as it is whole."""

    def __init__(self) -> None:
        self._held = ""
        self._beside: list[Draft] = []
        self._decoder = json.JSONDecoder()

    def read(self, text: str) -> Iterator[Draft | Declined]:
        """The statements that this piece of text completes."""
        self._held += text
        yield from self._whole(ended=False)

    def end(self) -> Iterator[Draft | Declined]:
        """What is left when the model has ended: half a statement is none; what it said beside the form is."""
        yield from self._whole(ended=True)
        yield from self._beside
        self.begin_again()

    def begin_again(self) -> None:
        """Forget what was said beside the form: the model goes on to call a tool, and only talked on the way."""
        self._held = ""
        self._beside.clear()

    def _whole(self, *, ended: bool) -> Iterator[Draft | Declined]:
        while held := self._held.lstrip(_BETWEEN):
            self._held = held
            found = self._object(ended=ended) if held.startswith("{") else self._line(ended=ended)
            if found is None:
                return
            yield from found

    def _object(self, *, ended: bool) -> list[Draft | Declined] | None:
        """The object at the start; none while it is not whole. A broken one is given up where the next begins."""
        try:
            said, end = self._decoder.raw_decode(self._held)
        except json.JSONDecodeError:
            following = self._held.find("\n{")
            if following < 0 and not ended and len(self._held) < _LONGEST:
                return None
            self._held = self._held[following:] if following >= 0 else ""
            return []
        self._held = self._held[end:]
        try:
            statement = _object.validate_python(said)
        except ValidationError:
            return []
        if isinstance(statement, _Refused):
            return [statement.refuse]
        cites = tuple(DraftCitation(cite.of, unescape(cite.words)) for cite in statement.cites)
        return [Draft(sentence.text, cites) for sentence in sentences_in(unescape(statement.say))]

    def _line(self, *, ended: bool) -> list[Draft | Declined] | None:
        """Text that is no object, up to the end of its line."""
        line, newline, rest = self._held.partition("\n")
        if not newline and not ended and len(line) < _LONGEST:
            return None
        self._held = rest
        if not line.startswith(_FENCE):
            self._beside += [Draft(sentence.text) for sentence in sentences_in(line)]
        return []


def written(draft: Draft) -> str:
    """One statement as a model writes it."""
    cites = [{"of": cite.source, "words": cite.quote} for cite in draft.citations]
    return json.dumps({"say": draft.text, "cites": cites}, ensure_ascii=False) + "\n"
