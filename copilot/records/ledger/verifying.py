"""Finds whatever was done to the ledger: edits, deletions, insertions, another order, a cut end, a clock set back.

All of it is read in one view that does not change meanwhile. Looking goes on behind a fault, from what stands
there, so that one fault does not hide another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from copilot.records.ledger import rows
from copilot.records.ledger.canonical import hash_of
from copilot.records.ledger.chain import Chain
from copilot.records.ledger.fault import Fault
from copilot.records.ledger.head import Head
from copilot.records.ledger.ledger import Ledger
from copilot.records.ledger.policy_check import faults_of_policies
from copilot.records.ledger.seal import same
from copilot.records.ledger.triggers import missing_triggers


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, and every fault; ``redacted`` counts fields, ``archived`` is the last entry taken away.

    ``withheld`` counts the entries that an export leaves out, since who made it may not see what they lean on.
    """

    ledger: str
    entries: int
    first: int | None
    last: int | None
    redacted: int
    archived: int | None
    faults: tuple[Fault, ...]
    withheld: int = 0

    @property
    def holds(self) -> bool:
        """Whether everything is as it was written."""
        return not self.faults


def verify_ledger(ledger: Ledger, *, now: datetime, head: Head | None = None) -> Report:
    """Hold the whole ledger against its seals, and its end against a head that was exported before.

    Without a head an end that was cut off cannot be told from one that was never written.
    """
    with ledger.reading() as connection:
        name = rows.ledger_named(connection)
        chain = Chain(name, ledger.key_file.keys(), now)
        faults = tuple(_faults(connection, ledger, chain, name, head))
    return Report(
        ledger=name,
        entries=chain.count,
        first=chain.first.sequence if chain.first else None,
        last=chain.last.sequence if chain.last else None,
        redacted=len(chain.redacted),
        archived=max((archive.through for archive in chain.archived), default=None),
        faults=faults,
    )


def _faults(
    connection: Connection, ledger: Ledger, chain: Chain, name: str, head: Head | None
) -> Iterator[Fault]:
    for trigger in missing_triggers(connection):
        yield Fault("trigger", None, f"The trigger {trigger} is gone, switched off or changed.")
    if not name:
        yield Fault("ledger", None, "The ledger has lost its name, which every seal covers.")
        return
    seal_at_head = None
    for entry in rows.all_entries(connection):
        yield from chain.faults_at(entry)
        if head is not None and entry.sequence == head.sequence:
            seal_at_head = entry.mac
    yield from chain.faults_behind()
    yield from _faults_of_fields(connection, chain)
    yield from _faults_of_texts(connection, chain)
    yield from faults_of_policies(connection, chain.policies, archived=bool(chain.archived))
    if head is not None:
        yield from _faults_of_head(head, seal_at_head, ledger, chain, name)


def _faults_of_fields(connection: Connection, chain: Chain) -> Iterator[Fault]:
    for sequence, name in rows.fields_without_entry(connection):
        yield Fault("field", sequence, f"{name} belongs to an entry {sequence} that is not there.")
    for (sequence, name), ordered_in in chain.redacted.items():
        entry = rows.one_entry(connection, sequence)
        if entry is not None and name in entry.fields:
            said = f"{name} of entry {sequence}, redacted by entry {ordered_in}, is there again."
            yield Fault("field", sequence, said)


def _faults_of_texts(connection: Connection, chain: Chain) -> Iterator[Fault]:
    held = set()
    for sha256, body in rows.texts_kept(connection):
        if hash_of(body) == sha256:
            held.add(sha256)
    for sha256, sequence in chain.leaned_on.items():
        if sha256 not in held:
            said = f"A text that entry {sequence} leans on ({sha256[:12]}) is changed or gone."
            yield Fault("text", sequence, said)


def _faults_of_head(
    head: Head, seal: str | None, ledger: Ledger, chain: Chain, name: str
) -> Iterator[Fault]:
    if head.ledger != name:
        yield Fault("ledger", None, f"The head is of ledger {head.ledger}, and this is {name}.")
        return
    last = chain.last.sequence if chain.last else 0
    key = ledger.key_file.keys().get(head.key)
    if key is None or not head.holds(key):
        yield Fault("head", None, "The head is not as this ledger gave it out.")
    elif head.sequence > last:
        said = f"The ledger ends with entry {last}; when the head was exported there were {head.sequence}."
        yield Fault("cut", last, said)
    elif seal is not None and not same(seal, head.mac):
        said = f"Entry {head.sequence} is another one than when the head was exported."
        yield Fault("replaced", head.sequence, said)
