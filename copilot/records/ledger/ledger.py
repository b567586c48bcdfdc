"""The ledger: append-only, without gaps, each entry sealed over the one before. No record, no answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from copilot.errors import EntryUnavailable, LedgerBroken, RecordsUnavailable
from copilot.records.ledger import rows
from copilot.records.ledger.database import Database
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.forms import AnswerForm, read_form
from copilot.records.ledger.head import Head
from copilot.records.ledger.key import KeyFile, RandomBytes
from copilot.records.ledger.pen import Clock, Pen, wrong_key
from copilot.records.ledger.reading import answer_in, question_in
from copilot.records.ledger.seal import same, seal_of
from copilot.records.ledger.writing import answer_entry, question_entry, unsealed
from copilot.records.record import Question, Record

PATIENCE = 30.0
_NAME = 16


class Ledger:
    """One ledger. Threads may share it; any number of processes and hosts may have it open::

        with Ledger.open(url, key_file, clock=clock, random_bytes=random_bytes) as ledger:
            place = ledger.append(question)
            ledger.append(record)  # whose record.sequence is that place

    ``append`` returns when the entry is on disk, and raises ``RecordsUnavailable`` where it cannot be.
    """

    def __init__(
        self, database: Database, key_file: KeyFile, clock: Clock, random_bytes: RandomBytes
    ) -> None:
        self.key_file = key_file
        self.random_bytes = random_bytes
        self._database, self._clock = database, clock

    @property
    def database(self) -> Database:
        """The database it is in, which also keeps what stands beside the ledger."""
        return self._database

    @property
    def clock(self) -> Clock:
        """What tells it the time."""
        return self._clock

    @classmethod
    def open(
        cls,
        url: URL,
        key_file: Path,
        *,
        clock: Clock,
        random_bytes: RandomBytes,
        patience: float = PATIENCE,
        must_exist: bool = False,
    ) -> Self:
        """The ledger in a database; a new one, with a new key, where there is none.

        With ``must_exist`` none is made, and one whose last entry names an unknown key is opened, to be looked into.
        """
        database, keys = Database(url, patience), KeyFile(key_file)
        try:
            if must_exist:
                _require_there(database)
            database.prepare(lambda: random_bytes(_NAME).hex())
            _require_key(database, keys, random_bytes, must_fit=not must_exist)
        except BaseException:
            database.close()
            raise
        return cls(database, keys, clock, random_bytes)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, record: Question | Record) -> int:
        """Write a question, or the answer to one, and say which number its entry has."""
        if isinstance(record, Question):
            what = question_entry(record, self.random_bytes)
        else:
            what = answer_entry(record, self.random_bytes)
        with self.writing() as pen:
            if isinstance(record, Record):
                _require_its_question(pen.connection, record)
            return pen.add(what).sequence

    def change_key(self) -> Entry:
        """Seal what follows with a new key; the old one stays in the file, for the entries before."""
        with self.writing() as pen:
            pen.key_after(rows.last_entry(pen.connection))
            key = self.key_file.add(self.random_bytes)
            return pen.add(unsealed("key-changed", {"key": key.id}, {}, self.random_bytes))

    def head(self) -> Head:
        """The end of the ledger, to be kept elsewhere."""
        with self._database.reading() as connection:
            last, name = rows.last_entry(connection), rows.ledger_named(connection)
        keys = self.key_file.keys()
        if last is None:
            return Head.of(name, 0, "", "", keys[next(reversed(keys))])
        if last.key not in keys:
            raise wrong_key(last.key, keys, self.key_file)
        return Head.of(name, last.sequence, last.at, last.mac, keys[last.key])

    def entry(self, sequence: int) -> Entry:
        """One entry, whose own seal holds; whether it stands where it should is for ``verify_ledger``."""
        with self._database.reading() as connection:
            return self._entry(connection, sequence)

    def entries(
        self, *, since: datetime | None = None, before: datetime | None = None, after: int | None = None
    ) -> Iterator[Entry]:
        """Entries in their order, as they are kept: of a period, or those after a number."""
        with self._database.reading() as connection:
            yield from rows.all_entries(connection, since=since, before=before, after=after)

    def answer(self, sequence: int) -> Record:
        """The answer that an entry holds, with its question, as they were handed over."""
        with self._database.reading() as connection:
            entry = self._entry(connection, sequence)
            if entry.kind != "answer":
                raise EntryUnavailable(
                    f"entry {sequence} is no answer; its kind is {entry.kind}",
                    remedy="See which are answers: copilot audit show",
                )
            asked = self._entry(connection, read_form(AnswerForm, entry).question)
            return answer_in(entry, question_in(asked), lambda sha256: rows.text_kept(connection, sha256))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the database that does not change while it is read."""
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Pen]:
        """The one transaction that writes; all of it is on disk when this ends."""
        with self._database.writing() as connection:
            yield Pen(connection, self.key_file, self._clock)

    def forget_deleted(self) -> None:
        """See to it that what was deleted is not left in files of the database."""
        self._database.forget_deleted()

    def _entry(self, connection: Connection, sequence: int) -> Entry:
        entry = rows.one_entry(connection, sequence)
        if entry is None:
            raise no_such_entry(sequence)
        keys = self.key_file.keys()
        if entry.key not in keys:
            raise wrong_key(entry.key, keys, self.key_file)
        if not same(entry.mac, seal_of(entry, rows.ledger_named(connection), keys[entry.key])):
            raise LedgerBroken(
                f"entry {sequence} is not what was written",
                remedy="Find all that was changed: copilot audit verify",
            )
        return entry


def no_such_entry(sequence: int) -> EntryUnavailable:
    """What is said where there is no entry of a number."""
    return EntryUnavailable(
        f"the ledger holds no entry {sequence}",
        remedy="It was archived, or never was. See what there is: copilot audit show",
    )


def _require_there(database: Database) -> None:
    if not database.exists():
        raise RecordsUnavailable(
            f"there is no ledger in {database.where} yet",
            remedy="It begins with the first question that is asked, or is named in COPILOT_DATABASE_URL.",
        )


def _require_key(
    database: Database, key_file: KeyFile, random_bytes: RandomBytes, *, must_fit: bool
) -> None:
    """A ledger without entries gets a key; one with entries has its own, and no other is made in its place."""
    with database.reading() as connection:
        last = rows.last_entry(connection)
    keys = key_file.keys()
    if last is None:
        if not keys:
            key_file.created(random_bytes)
    elif not keys or (must_fit and last.key not in keys):
        raise wrong_key(last.key, keys, key_file)


def _require_its_question(connection: Connection, record: Record) -> None:
    """An answer stands in the ledger only behind the question it answers."""
    asked = rows.one_entry(connection, record.sequence)
    if asked is None or asked.kind != "question":
        raise EntryUnavailable(
            f"entry {record.sequence}, which an answer names as its question, is no question",
            remedy="Append the question first, and hand its number over with the answer.",
        )
    if not asked.redacted and question_in(asked) != record.question:
        raise ValueError(f"the answer is to another question than entry {record.sequence} holds")
