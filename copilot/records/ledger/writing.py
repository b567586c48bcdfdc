"""A question or an answer as an entry says it.

The parts in which a person's words or data can stand are fields that can be redacted. What was leaned on is
kept once for all entries, under its hash: whole, so that a stranger can check an answer without our texts.
"""

from __future__ import annotations

from collections.abc import Mapping

from copilot import __version__
from copilot.grounding import Evidence
from copilot.law import Provision
from copilot.records.ledger.canonical import FORM, canonical, hash_of
from copilot.records.ledger.entry import Field, Kind, Unsealed
from copilot.records.ledger.key import RandomBytes
from copilot.records.record import Question, Record

_SALT = 32


def question_entry(question: Question, random_bytes: RandomBytes) -> Unsealed:
    """The entry of a question: its day and the audiences open to the actor stay, words and names can go."""
    return unsealed(
        "question",
        {"as_of": question.as_of, "audiences": question.actor.audiences},
        {
            "asked": question.asked,
            "understood": question.understood,
            "actor": question.actor.name,
            "thread": question.thread,
        },
        random_bytes,
    )


def answer_entry(record: Record, random_bytes: RandomBytes) -> Unsealed:
    """The entry of an answer. Whatever can repeat the question can be redacted; what was leaned on stays."""
    kept = {source: canonical(source) for source in _sources(record.evidence)}
    names = canonical(record.evidence.names)
    return unsealed(
        "answer",
        {
            "question": record.sequence,
            "version": __version__,
            "model": record.model,
            "settings": record.settings,
            "instructions": record.instructions,
            "fingerprint": record.fingerprint,
            "evidence": {
                "provisions": [_named(source, kept[source]) for source in record.evidence.provisions],
                "context": [_named(source, kept[source]) for source in record.evidence.context],
                "names": hash_of(names),
            },
            "notices": record.notices,
            "refusal": record.refusal,
            "dropped": record.dropped,
        },
        {
            "calls": record.calls,
            "results": record.evidence.results,
            "statements": record.statements,
            "left_out": record.left_out,
            "sent": record.sent,
        },
        random_bytes,
        (*kept.values(), names),
        answers=record.sequence,
    )


def unsealed(
    kind: Kind,
    said: Mapping[str, object],
    redactable: Mapping[str, object],
    random_bytes: RandomBytes,
    texts: tuple[str, ...] = (),
    answers: int | None = None,
) -> Unsealed:
    """An entry of this kind: what it says, and what it says only by salted hash."""
    fields = tuple(
        Field(name, random_bytes(_SALT).hex(), canonical(value)) for name, value in redactable.items()
    )
    commitments = {field.name: field.commitment for field in fields}
    content = canonical({"form": FORM, **said, "redactable": commitments})
    return Unsealed(kind, content, fields, {hash_of(text): text for text in texts}, answers)


def _sources(evidence: Evidence) -> tuple[Provision, ...]:
    return (*evidence.provisions, *evidence.context)


def _named(provision: Provision, kept: str) -> Mapping[str, object]:
    """What the entry itself says of a provision; ``kept`` is the hash of all of it, among the texts."""
    return {
        "id": provision.id,
        "layer": provision.layer,
        "in_force": provision.in_force,
        "sha256": provision.sha256,
        "kept": hash_of(kept),
    }
