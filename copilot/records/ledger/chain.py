"""Walks along the chain, and holds each entry against its seal and against the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from copilot.errors import LedgerBroken
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.fault import Fault
from copilot.records.ledger.forms import AnswerForm, ArchivedForm, PolicyForm, RedactedForm, read_form
from copilot.records.ledger.key import Key
from copilot.records.ledger.pen import next_key
from copilot.records.ledger.seal import same, seal_of

_FUTURE = timedelta(minutes=5)
"""So far may the clock that wrote be ahead of the one that checks."""


class Chain:
    """What is known after some entries, each told with ``faults_at`` in the order in which they stand."""

    def __init__(self, ledger: str, keys: Mapping[str, Key], now: datetime) -> None:
        self.first: Entry | None = None
        self.last: Entry | None = None
        self.count = 0
        self.redacted: dict[tuple[int, str], int] = {}
        self.archived: list[ArchivedForm] = []
        self.leaned_on: dict[str, int] = {}
        self.policies: dict[int, tuple[int, PolicyForm]] = {}
        self.gone: list[tuple[int, str]] = []
        self._next_key: str | None = None
        self._latest: datetime | None = None
        self._ledger, self._keys, self._now = ledger, keys, now

    def faults_at(self, entry: Entry) -> Iterator[Fault]:
        """What is wrong with the next entry. One that is not what was sealed is not looked into further."""
        yield from self._faults_of_place(entry)
        wrong = self._fault_of_seal(entry)
        if wrong is None:
            yield from self._faults_of_time(entry)
            yield from self._faults_of_fields(entry)
            try:
                self._learn(entry)
            except LedgerBroken as error:
                wrong = Fault("altered", entry.sequence, f"{error}.")
        if wrong is not None:
            self._next_key = None
            yield wrong
        self.first = self.first or entry
        self.last = entry
        self.count += 1

    def faults_behind(self) -> Iterator[Fault]:
        """What is wrong with the whole, once all entries were told: how it begins, and what is gone without reason."""
        if self.first is not None and not self._begins_well(self.first):
            yield Fault(
                "missing",
                self.first.sequence,
                f"The ledger begins with entry {self.first.sequence}, and nothing in it says that the entries "
                "before were archived.",
            )
        for sequence, name in self.gone:
            if (sequence, name) not in self.redacted:
                yield Fault(
                    "field",
                    sequence,
                    f"{name} of entry {sequence} is gone, and no entry says that it was redacted.",
                )

    def _faults_of_place(self, entry: Entry) -> Iterator[Fault]:
        if self.last is None:
            return
        gap = entry.sequence - self.last.sequence - 1
        if gap:
            said = f"Entry {self.last.sequence + 1}" + (
                f" to {entry.sequence - 1} are" if gap > 1 else " is"
            )
            yield Fault("missing", entry.sequence, f"{said} missing.")
        elif not same(entry.previous, self.last.mac):
            yield Fault(
                "unlinked",
                entry.sequence,
                f"Entry {entry.sequence} follows another one than stands before it.",
            )

    def _fault_of_seal(self, entry: Entry) -> Fault | None:
        key = self._keys.get(entry.key)
        if key is None:
            said = f"Entry {entry.sequence} names key {entry.key}, which is not held: it was altered, or the key lost."
            return Fault("key", entry.sequence, said)
        if not same(entry.mac, seal_of(entry, self._ledger, key)):
            said = f"Entry {entry.sequence} is not what was sealed: it was edited, inserted or moved."
            return Fault("altered", entry.sequence, said)
        if self._next_key not in (None, entry.key):
            said = (
                f"Entry {entry.sequence} is sealed with key {entry.key}, when {self._next_key} was in use."
            )
            return Fault("key", entry.sequence, said)
        return None

    def _faults_of_time(self, entry: Entry) -> Iterator[Fault]:
        written = entry.written_at
        if self._latest is not None and written < self._latest:
            said = f"Entry {entry.sequence} is of {entry.at}, earlier than an entry before it: the clock was set back."
            yield Fault("clock", entry.sequence, said)
        if written > self._now + _FUTURE:
            yield Fault(
                "clock", entry.sequence, f"Entry {entry.sequence} is of {entry.at}, which is still to come."
            )
        self._latest = max(self._latest or written, written)

    def _faults_of_fields(self, entry: Entry) -> Iterator[Fault]:
        for name, commitment in entry.commitments.items():
            field = entry.fields.get(name)
            if field is None:
                self.gone.append((entry.sequence, name))
            elif field.commitment != commitment:
                yield Fault(
                    "field", entry.sequence, f"{name} of entry {entry.sequence} is not what was written."
                )
        for name in entry.fields.keys() - entry.commitments.keys():
            yield Fault("field", entry.sequence, f"{name} was added to entry {entry.sequence}.")

    def _learn(self, entry: Entry) -> None:
        """What an entry that holds says of others."""
        if entry.kind == "answer":
            for sha256 in read_form(AnswerForm, entry).evidence.texts:
                self.leaned_on.setdefault(sha256, entry.sequence)
        elif entry.kind == "policy":
            policy = read_form(PolicyForm, entry)
            self.policies[policy.change] = (entry.sequence, policy)
        elif entry.kind == "redacted":
            redaction = read_form(RedactedForm, entry)
            self.redacted |= {(redaction.entry, name): entry.sequence for name in redaction.fields}
        elif entry.kind == "archived":
            self.archived.append(read_form(ArchivedForm, entry))
        self._next_key = next_key(entry)

    def _begins_well(self, first: Entry) -> bool:
        """Whether it begins with the first entry, or with the one behind an archive that the chain tells of."""
        if first.sequence == 1:
            return True
        return any(
            archive.through == first.sequence - 1
            and same(archive.mac, first.previous)
            and archive.next_key == first.key
            for archive in self.archived
        )
