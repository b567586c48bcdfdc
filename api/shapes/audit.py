"""Entries of the ledger as they are sent, and what was found about them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from copilot.grounding import Grade
from copilot.law import Layer, Provision, ProvisionId

if TYPE_CHECKING:
    from copilot.records.ledger import Glance, Head, Replayed, Report

_SHORT = 300
GlanceState = Literal["shown", "withheld", "altered"]


class GlanceBody(BaseModel):
    """An entry in a line."""

    number: int
    at: str
    kind: str
    state: GlanceState = Field(
        description="`withheld`: its texts are not open to the caller. `altered`: it is not what was sealed. Of "
        "either only its number, time and kind are told."
    )
    who: str | None = Field(description="Who asked or acted; none where nobody did, or it was redacted.")
    about: str = Field(description="The question's words, the outcome, or what was done.")
    question: int | None = Field(description="Of an answer: the entry of its question.")
    redacted: list[str] = Field(description="The parts that were removed for good.")


class EntriesBody(BaseModel):
    """Some entries, the latest first."""

    entries: list[GlanceBody]
    next: int | None = Field(description="Give it as `before` to see older ones; none at the end.")


class LeanedOnBody(BaseModel):
    """A provision that an answer leaned on, in the wording it had then."""

    id: ProvisionId
    label: str
    layer: Layer
    text: str
    sha256: str


class EntryBody(GlanceBody):
    """An entry with all it holds; of one that is withheld, nothing more."""

    said: dict[str, JsonValue] | None = Field(description="What stands in the chain itself.")
    parts: dict[str, JsonValue] | None = Field(description="What stands beside it and can be redacted.")
    evidence: list[LeanedOnBody]
    key: str
    previous: str
    mac: str


_Short = Annotated[str, Field(max_length=200)]


class HeadBody(BaseModel):
    """The last seal of the ledger: kept elsewhere, it shows later whether the end was cut off."""

    model_config = ConfigDict(strict=True)

    ledger: _Short
    sequence: int
    at: _Short
    key: _Short
    mac: _Short
    seal: _Short


class FaultBody(BaseModel):
    """One thing that is not as it was written."""

    kind: str = Field(description="`altered`, `missing`, `cut` …: docs/audit.md says what each one is.")
    entry: int | None
    said: str


class ReportBody(BaseModel):
    """What was looked at, and every fault."""

    holds: bool
    ledger: str
    entries: int
    first: int | None
    last: int | None
    redacted: int
    archived: int | None
    faults: list[FaultBody]


class StatementAgainBody(BaseModel):
    """A statement as it was shown, and how it fares today."""

    text: str
    same: bool
    grade: Grade
    grade_again: Grade
    reasons_again: list[str]


class ResultAgainBody(BaseModel):
    """The result of a tool, and whether it comes out the same today."""

    name: str
    run_again: bool
    same: bool


class TextTodayBody(BaseModel):
    """A provision that was leaned on, and how its wording of that day stands today."""

    id: ProvisionId
    layer: Layer
    today: Literal["same", "changed", "gone"]


class ReplayedBody(BaseModel):
    """An answer, rebuilt from the ledger alone and checked again."""

    number: int
    same: bool
    asked: str
    as_of: date
    fingerprint: str
    statements: list[StatementAgainBody]
    results: list[ResultAgainBody]
    texts: list[TextTodayBody]


def glance_body(glance: Glance) -> GlanceBody:
    """An entry in a line."""
    from copilot.records.ledger import in_short, part_of

    entry, shown = glance.entry, glance.state == "shown"
    question = entry.said.get("question") if shown and entry.kind == "answer" else None
    return GlanceBody(
        number=entry.sequence,
        at=entry.at,
        kind=entry.kind,
        state=glance.state,
        who=(part_of(entry, "actor") or part_of(entry, "by")) if shown else None,
        about=in_short(entry)[:_SHORT] if shown else "",
        question=question if isinstance(question, int) else None,
        redacted=list(entry.redacted) if shown else [],
    )


def entry_body(glance: Glance, leaned_on: Iterable[Provision]) -> EntryBody:
    """A whole entry, with the provisions that an answer leaned on."""
    entry, shown = glance.entry, glance.state == "shown"
    parts = {name: json.loads(part.value) for name, part in entry.fields.items()} if shown else None
    return EntryBody(
        **dict(glance_body(glance)),
        said=dict(entry.said) if shown else None,
        parts=parts,
        evidence=[
            LeanedOnBody(id=text.id, label=text.label, layer=text.layer, text=text.text, sha256=text.sha256)
            for text in leaned_on
        ],
        key=entry.key,
        previous=entry.previous,
        mac=entry.mac,
    )


def report_body(report: Report) -> ReportBody:
    """A report with each fault."""
    return ReportBody(
        holds=report.holds,
        ledger=report.ledger,
        entries=report.entries,
        first=report.first,
        last=report.last,
        redacted=report.redacted,
        archived=report.archived,
        faults=[
            FaultBody(kind=fault.kind, entry=fault.sequence, said=fault.said) for fault in report.faults
        ],
    )


def head_body(head: Head) -> HeadBody:
    """The head, field by field as in its file."""
    return HeadBody(
        ledger=head.ledger, sequence=head.sequence, at=head.at, key=head.key, mac=head.mac, seal=head.seal
    )


def replayed_body(replayed: Replayed) -> ReplayedBody:
    """Each statement and result with whether it came out the same."""
    record = replayed.record
    return ReplayedBody(
        number=replayed.sequence,
        same=replayed.same,
        asked=record.question.asked,
        as_of=record.question.as_of,
        fingerprint=record.fingerprint,
        statements=[
            StatementAgainBody(
                text=each.kept.text,
                same=each.same,
                grade=each.kept.check.grade,
                grade_again=each.again.check.grade,
                reasons_again=list(each.again.check.reasons),
            )
            for each in replayed.statements
        ],
        results=[
            ResultAgainBody(name=each.name, run_again=each.again is not None, same=each.same)
            for each in replayed.results
        ],
        texts=[TextTodayBody(id=text.id, layer=text.layer, today=text.state) for text in replayed.texts],
    )
