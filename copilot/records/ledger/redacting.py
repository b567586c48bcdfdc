"""Redaction: personal data goes, the chain stays, and an entry says what went, why and by whose order."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete

from copilot.errors import EntryUnavailable
from copilot.records.ledger import rows
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.ledger import Ledger
from copilot.records.ledger.tables import FIELDS, REDACTIONS
from copilot.records.ledger.writing import unsealed


def redact(
    ledger: Ledger, sequence: int, fields: Collection[str], *, reason: str, ordered_by: str
) -> Entry:
    """Remove fields of an entry, all that are left where none is named; the entry that says so.

    The reason stays for good: no personal data belongs into it. Who ordered it can be redacted in turn.
    """
    with ledger.writing() as pen:
        target = rows.one_entry(pen.connection, sequence)
        names = sorted(_meant(target, sequence, fields))
        entry = pen.add(
            unsealed(
                "redacted",
                {"entry": sequence, "fields": names, "reason": reason},
                {"ordered_by": ordered_by},
                ledger.random_bytes,
            )
        )
        pen.connection.execute(REDACTIONS.insert(), [{"entry": sequence, "name": name} for name in names])
        gone = (FIELDS.c.entry == sequence) & FIELDS.c.name.in_(names)
        pen.connection.execute(delete(FIELDS).where(gone))
    ledger.forget_deleted()
    return entry


def _meant(target: Entry | None, sequence: int, fields: Collection[str]) -> Collection[str]:
    if target is None:
        raise EntryUnavailable(
            f"the ledger holds no entry {sequence}", remedy="See what there is: copilot audit show"
        )
    there = ", ".join(target.fields) or "none"
    unknown = sorted(set(fields) - target.fields.keys())
    if unknown or not target.fields:
        raise EntryUnavailable(
            f"entry {sequence} has no {', '.join(unknown) or 'field'} that could be redacted",
            remedy=f"Fields that are left of it: {there}.",
        )
    return fields or target.fields
