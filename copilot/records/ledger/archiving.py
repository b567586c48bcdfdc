"""Retention: entries that have to be kept no longer go into a file, and an entry takes their place in the chain.

The entry names the last seal that was taken away, so that what is left is still one chain, and the hash of the
file, so that the archive can be told from another one. A ledger that does not hold is not archived.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from pathlib import Path

from sqlalchemy import Connection, delete

from copilot.errors import LedgerBroken
from copilot.records.ledger import rows
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.exporting import write_export
from copilot.records.ledger.forms import AnswerForm, read_form
from copilot.records.ledger.ledger import Ledger
from copilot.records.ledger.pen import next_key
from copilot.records.ledger.tables import ARCHIVES, ENTRIES, FIELDS
from copilot.records.ledger.verifying import verify_ledger
from copilot.records.ledger.writing import unsealed


@dataclass(frozen=True, slots=True)
class Archived:
    """What was taken away, and the entry that says so."""

    first: int
    through: int
    sequence: int


def archive_entries(ledger: Ledger, file: Path, *, before: datetime, now: datetime) -> Archived | None:
    """Move the entries written before a time into a new file; none if there are none.

    A question stays as long as an answer to it does; the texts that answers lean on stay for good. Nobody
    writes meanwhile: what is redacted in between would else be left in the file. The file is on disk before
    anything is removed, and stays whatever happens then.
    """
    with ledger.writing() as pen:
        connection = pen.connection
        _require_whole(ledger, now)
        last = _last_to_go(connection, before)
        if last is None:
            return None
        going = list(rows.all_entries(connection, through=last.sequence))
        written = write_export(connection, file, going, unbroken=True)
        said = {
            "first": going[0].sequence,
            "through": last.sequence,
            "mac": last.mac,
            "next_key": next_key(last),
            "sha256": written.sha256,
        }
        entry = pen.add(unsealed("archived", said, {}, ledger.random_bytes))
        connection.execute(ARCHIVES.insert().values(through=last.sequence))
        connection.execute(delete(FIELDS).where(FIELDS.c.entry <= last.sequence))
        connection.execute(delete(ENTRIES).where(ENTRIES.c.sequence <= last.sequence))
    ledger.forget_deleted()
    return Archived(going[0].sequence, last.sequence, entry.sequence)


def _last_to_go(connection: Connection, before: datetime) -> Entry | None:
    """The last of the entries that can go: none of them is the question to an answer that stays."""
    old = takewhile(lambda entry: entry.written_at < before, rows.all_entries(connection))
    through = max((entry.sequence for entry in old), default=0)
    asked = {
        entry.sequence: read_form(AnswerForm, entry).question
        for entry in rows.all_entries(connection)
        if entry.kind == "answer"
    }
    while needed := [question for answer, question in asked.items() if question <= through < answer]:
        through = min(needed) - 1
    return rows.one_entry(connection, through)


def _require_whole(ledger: Ledger, now: datetime) -> None:
    report = verify_ledger(ledger, now=now)
    if not report.holds:
        raise LedgerBroken(
            f"the ledger has {len(report.faults)} faults and is not archived: {report.faults[0].said}",
            remedy="Find out what happened first: copilot audit verify",
        )
