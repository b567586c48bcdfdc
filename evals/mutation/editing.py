"""Changes of words at a place: in the text of a statement, and consistently in the words it quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeAlias

from copilot.grounding import Draft, DraftCitation
from evals.mutation.statement_under_test import Alter, Altered, StatementUnderTest

_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for those from ``start`` up to, not including, ``end``."""

    start: int
    end: int
    new: str

    def on(self, text: str) -> str:
        """The text with the words changed."""
        return text[: self.start] + self.new + text[self.end :]

    def old(self, text: str) -> str:
        """The words that it replaces."""
        return text[self.start : self.end]


FindEdits: TypeAlias = Callable[[str], Iterable[Edit]]


def in_text_and_quote(find: FindEdits) -> Alter:
    """An operator that changes words: in the text alone, and in text and quote as a consistent liar does."""

    def alter(statement: StatementUnderTest) -> Iterator[Altered]:
        draft = statement.draft
        for edit in _seeded(statement, find):
            told = described(edit.old(draft.text), edit.new)
            lie = replace(draft, text=edit.on(draft.text))
            yield Altered("text", lie, told)
            if citations := _same_in_quotes(draft, edit, find):
                yield Altered("text and quote", replace(lie, citations=citations), told)

    return alter


def in_text(find: FindEdits) -> Alter:
    """Changes the text and leaves the quote as it is."""

    def alter(statement: StatementUnderTest) -> Iterator[Altered]:
        text = statement.draft.text
        for edit in _seeded(statement, find):
            lie = replace(statement.draft, text=edit.on(text))
            yield Altered("text", lie, described(edit.old(text), edit.new))

    return alter


def in_text_or_quote(rewrite: Callable[[str], str]) -> Alter:
    """The whole text written otherwise, and the whole of each quote."""

    def alter(statement: StatementUnderTest) -> Iterator[Altered]:
        draft, name = statement.draft, rewrite.__name__.strip("_").replace("_", " ")
        text = rewrite(draft.text)
        if text != draft.text:
            yield Altered("text", replace(draft, text=text), name)
        citations = tuple(replace(cited, quote=rewrite(cited.quote)) for cited in draft.citations)
        if citations != draft.citations:
            yield Altered("quote", replace(draft, citations=citations), name)

    return alter


def swaps(pairs: Iterable[tuple[str, str]]) -> FindEdits:
    """Each place where the first of a pair stands, as a word of its own, with the second instead."""
    patterns = [(re.compile(rf"(?<![\w-]){old}(?![\w-])"), new) for old, new in pairs]

    def find(text: str) -> Iterator[Edit]:
        for pattern, new in patterns:
            for found in pattern.finditer(text):
                yield Edit(found.start(), found.end(), found.expand(new))

    return find


def seed(*of: object) -> int:
    """A number that is the same for the same things, on every machine."""
    return int.from_bytes(sha256("|".join(map(str, of)).encode()).digest()[:8])


def described(old: str, new: str) -> str:
    """A change in words, short enough for a list of survivors."""
    return f"{_short(old)!r} -> {_short(new)!r}"


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _seeded(statement: StatementUnderTest, find: FindEdits) -> list[Edit]:
    """What there is to change, in an order drawn by the statement's id and not by its place in the text."""
    text = statement.draft.text
    edits = dict.fromkeys(edit for edit in find(text) if edit.on(text) != text)
    return sorted(edits, key=lambda edit: seed(statement.id, edit.start, edit.new))


def _same_in_quotes(draft: Draft, edit: Edit, find: FindEdits) -> tuple[DraftCitation, ...]:
    """The citations with the same change in each quote that allows it; none where no quote does."""
    old = edit.old(draft.text)
    changed = []
    for cited in draft.citations:
        twin = next(
            (
                other
                for other in find(cited.quote)
                if (other.old(cited.quote), other.new) == (old, edit.new)
            ),
            None,
        )
        changed.append(replace(cited, quote=twin.on(cited.quote)) if twin else cited)
    return tuple(changed) if tuple(changed) != draft.citations else ()
