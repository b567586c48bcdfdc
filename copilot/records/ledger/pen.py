"""Writes the next entry, inside the one transaction that may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from sqlalchemy import Connection

from copilot.errors import LedgerBroken, LedgerKeyUnusable
from copilot.records.ledger import rows
from copilot.records.ledger.canonical import time_as_text, time_from_text
from copilot.records.ledger.entry import Entry, Unsealed
from copilot.records.ledger.forms import KeyChangedForm, read_form
from copilot.records.ledger.key import Key, KeyFile
from copilot.records.ledger.seal import BEFORE_THE_FIRST, seal_of

Clock: TypeAlias = Callable[[], datetime]
CLOCKS_DIFFER_BY = timedelta(seconds=5)
"""So far the clocks of hosts may be apart. An entry that seems earlier by less is written at the time of the
one before it, after which it was indeed written; a clock that was set back further shows."""


class Pen:
    """Adds entries over one connection; between its entries nobody else writes."""

    def __init__(self, connection: Connection, key_file: KeyFile, clock: Clock) -> None:
        self.connection = connection
        self._key_file, self._clock = key_file, clock
        self._ledger = rows.ledger_named(connection)
        if not self._ledger:
            raise LedgerBroken(
                "the ledger has lost its name, which every seal covers",
                remedy="Somebody changed the database. Put back a backup, and hold it against the last head.",
            )

    def add(self, what: Unsealed) -> Entry:
        """Seal an entry over the last one, and write it."""
        last = rows.last_entry(self.connection)
        key = self.key_after(last)
        entry = Entry(
            sequence=last.sequence + 1 if last else 1,
            at=self._time_after(last),
            kind=what.kind,
            key=key.id,
            previous=last.mac if last else BEFORE_THE_FIRST,
            content=what.content,
            mac="",
        )
        entry = replace(entry, mac=seal_of(entry, self._ledger, key))
        rows.put_entry(self.connection, entry, what)
        return entry

    def key_after(self, last: Entry | None) -> Key:
        """The key that seals the next entry: that of the last one, unless it says that another follows."""
        keys = self._key_file.keys()
        wanted = next_key(last) if last else next(reversed(keys), "of its own")
        if wanted not in keys:
            raise wrong_key(wanted, keys, self._key_file)
        return keys[wanted]

    def _time_after(self, last: Entry | None) -> str:
        now = self._clock()
        if last is not None:
            try:
                ahead = time_from_text(last.at) - now
            except (ValueError, TypeError):  # somebody changed it, and its seal tells
                return time_as_text(now)
            if timedelta(0) < ahead <= CLOCKS_DIFFER_BY:
                return last.at
        return time_as_text(now)


def next_key(last: Entry) -> str:
    """The name of the key that the entry after this one must be sealed with."""
    return read_form(KeyChangedForm, last).key if last.kind == "key-changed" else last.key


def wrong_key(wanted: str, keys: Mapping[str, Key], key_file: KeyFile) -> LedgerKeyUnusable:
    """What is said where the key that the ledger was sealed with is not in the file."""
    held = f"it holds {', '.join(keys)}" if keys else "there is no such file"
    return LedgerKeyUnusable(
        f"the ledger is sealed with key {wanted}, which is not in {key_file.path}: {held}",
        remedy="Put back a copy of the key file, or name it in COPILOT_LEDGER_KEY_FILE. No key is made in its place.",
    )
