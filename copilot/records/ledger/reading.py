"""A question or an answer, read back from the ledger as it was handed over.

Fields and texts are held against the hashes that the entry names: what was changed is refused, never shown
as what was once said. Whether the entry itself is as it was is for its seal to say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias, TypeVar

from pydantic import TypeAdapter, ValidationError

from copilot.actor import Actor
from copilot.errors import EntryUnavailable, LedgerBroken
from copilot.grounding import Evidence, Statement
from copilot.law import Provision
from copilot.law.references import InstrumentNames
from copilot.records.ledger.canonical import hash_of
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.forms import AnswerForm, KeptProvision, QuestionForm, not_of_its_form, read_form
from copilot.records.record import LeftOut, Question, Record, ToolCall
from copilot.rules import ToolResult

REDACTED: Final = "[redacted]"
TextOf: TypeAlias = Callable[[str], str | None]
"""Finds a kept text by its hash."""

Held = TypeVar("Held")


_PROVISION = TypeAdapter(Provision)
_NAMES = TypeAdapter(InstrumentNames)
_WORDS: TypeAdapter[str | None] = TypeAdapter(str | None)
_CALLS = TypeAdapter(tuple[ToolCall, ...])
_RESULTS = TypeAdapter(tuple[ToolResult, ...])
_STATEMENTS = TypeAdapter(tuple[Statement, ...])
_LEFT_OUT = TypeAdapter(tuple[LeftOut, ...])
_SENT = TypeAdapter(tuple[str, ...])


def question_in(entry: Entry) -> Question:
    """The question an entry holds; what was redacted of it reads ``[redacted]``."""
    form = read_form(QuestionForm, entry)
    return Question(
        asked=_words(entry, "asked") or "",
        understood=_words(entry, "understood") or "",
        as_of=form.as_of,
        actor=Actor(_words(entry, "actor") or "", form.audiences),
        thread=_words(entry, "thread"),
    )


def answer_in(entry: Entry, question: Question, text_of: TextOf) -> Record:
    """The answer an entry holds, to the question that another entry holds."""
    form = read_form(AnswerForm, entry)
    evidence = Evidence(
        provisions=provisions_kept(form.evidence.provisions, entry, text_of),
        results=_field(_RESULTS, entry, "results"),
        context=provisions_kept(form.evidence.context, entry, text_of),
        names=_kept(_NAMES, form.evidence.names, entry, text_of),
    )
    return Record(
        question=question,
        sequence=form.question,
        model=form.model,
        settings=form.settings,
        instructions=form.instructions,
        calls=_field(_CALLS, entry, "calls"),
        evidence=evidence,
        statements=_field(_STATEMENTS, entry, "statements"),
        left_out=_field(_LEFT_OUT, entry, "left_out"),
        notices=form.notices,
        refusal=form.refusal,
        fingerprint=form.fingerprint,
        sent=_field(_SENT, entry, "sent") if "sent" in entry.fields else (),
        dropped=form.dropped,
    )


def provisions_kept(kept: Iterable[KeptProvision], entry: Entry, text_of: TextOf) -> tuple[Provision, ...]:
    """The provisions that an entry names, as they were worded then."""
    return tuple(_kept(_PROVISION, each.kept, entry, text_of) for each in kept)


def _words(entry: Entry, name: str) -> str | None:
    return _field(_WORDS, entry, name) if name in entry.fields else REDACTED


def _field(form: TypeAdapter[Held], entry: Entry, name: str) -> Held:
    """A part that can be redacted, if it is there and is what the entry says it was."""
    field = entry.fields.get(name)
    if field is None:
        raise EntryUnavailable(
            f"{name.replace('_', ' ')} of entry {entry.sequence} were redacted",
            remedy="See by which entry: copilot audit show",
        )
    if field.commitment != entry.commitments.get(name):
        raise _changed(f"the {name.replace('_', ' ')} of entry {entry.sequence}")
    return _read(form, field.value, entry)


def _kept(form: TypeAdapter[Held], sha256: str, entry: Entry, text_of: TextOf) -> Held:
    """A text that is kept beside the entries, if it is the one that the entry names."""
    text = text_of(sha256)
    if text is None or hash_of(text) != sha256:
        raise _changed(f"a text that entry {entry.sequence} leans on")
    return _read(form, text, entry)


def _read(form: TypeAdapter[Held], text: str, entry: Entry) -> Held:
    try:
        return form.validate_python(json.loads(text))
    except (ValueError, ValidationError) as error:
        raise not_of_its_form(entry) from error


def _changed(what: str) -> LedgerBroken:
    return LedgerBroken(
        f"{what} is not what was written", remedy="Find all that was changed: copilot audit verify"
    )
