"""The database of the ledger: SQLite in the data folder, PostgreSQL where an address is given.

What is acknowledged is on disk: SQLite runs with a write-ahead log and ``synchronous=FULL``, PostgreSQL
with ``synchronous_commit``. One transaction writes at a time, of all threads, processes and hosts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from filelock import FileLock
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from copilot.errors import RecordsUnavailable
from copilot.records.ledger.foreign import folder_unusable, told_in_our_words
from copilot.records.ledger.tables import LEDGER

NEWEST = "0002"
"""The migration that this code is written for."""

_CONNECTS_WITHIN = 10
_WRITES = "copilot_writes"
_MIGRATIONS = Path(__file__).with_name("migrations")
_ADVISORY = 0x636F70696C6F74
"""Which of PostgreSQL's advisory locks a writer holds; the letters of our name."""


class Database:
    """Where the ledger is kept; nobody waits longer than ``patience`` seconds for the right to write."""

    def __init__(self, url: URL, patience: float) -> None:
        self.where = _where(url)
        self._url, self._patience = url, patience
        self._is_file = url.get_backend_name() == "sqlite"
        self._one_at_a_time = Lock()
        with self._translated():
            self._engine = _engine(url, patience)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def exists(self) -> bool:
        """Whether there is a ledger; looking for one creates nothing."""
        if self._is_file and not Path(str(self._url.database)).is_file():
            return False
        with self._translated(), self._engine.connect() as connection:
            return _migrated_to(connection) is not None

    def holds(self, table: str) -> bool:
        """Whether there is such a table; looking for it creates nothing."""
        if not self.exists():
            return False
        with self.reading() as connection:
            return inspect(connection).has_table(table)

    def prepare(self, new_name: Callable[[], str]) -> None:
        """Create the tables where there are none, or bring them up to date; and name a ledger that is new."""
        with self._translated(), self._alone_on_disk():
            with self._engine.connect() as connection:
                if _migrated_to(connection) == NEWEST:
                    return
                if self._is_file:
                    _outside_a_transaction(connection, "PRAGMA journal_mode = WAL")
            with self._transaction() as connection:
                held = _migrated_to(connection)
                if held == NEWEST:
                    return
                _migrate(connection, held, self.where)
                if connection.scalar(LEDGER.select()) is None:
                    connection.execute(LEDGER.insert().values(id=new_name()))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the ledger that does not change while it is read."""
        options = (
            {} if self._is_file else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        )
        with self._translated(), self._engine.connect() as connection:
            yield connection.execution_options(**options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one transaction that writes. All of it is on disk when this ends, or none of it is written."""
        if not self._one_at_a_time.acquire(timeout=self._patience):
            raise RecordsUnavailable(
                f"the ledger in {self.where}: the entries of others have taken {self._patience:g} seconds",
                remedy="Try again; if it stays so, look at how quick the disk of the database is.",
            )
        try:
            with self._translated(), self._transaction() as connection:
                yield connection
        finally:
            self._one_at_a_time.release()

    def forget_deleted(self) -> None:
        """Have SQLite's log without what was deleted; PostgreSQL does it when it next vacuums."""
        if self._is_file:
            with self._translated(), self._engine.connect() as connection:
                _outside_a_transaction(connection, "PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
            if not self._is_file:
                connection.execute(text("SELECT pg_advisory_xact_lock(:name)"), {"name": _ADVISORY})
            yield connection

    @contextmanager
    def _alone_on_disk(self) -> Iterator[None]:
        """SQLite cannot switch to a log while another connection does the same."""
        if not self._is_file:
            yield
            return
        file = Path(str(self._url.database))
        lock = FileLock(file.with_name(f"{file.name}.lock"))
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock.acquire()
        except OSError as error:
            raise folder_unusable(error, self.where) from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        with told_in_our_words(self.where):
            yield


def _engine(url: URL, patience: float) -> Engine:
    """The engine; entries never stand in what it says of an error."""
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, hide_parameters=True, connect_args={"timeout": patience})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_on_sqlite)
        return engine
    waits = max(2, min(_CONNECTS_WITHIN, int(patience)))
    engine = create_engine(
        url, hide_parameters=True, pool_pre_ping=True, connect_args={"connect_timeout": waits}
    )

    def set_up(driver: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        _set_up_postgresql(driver, patience)

    event.listen(engine, "connect", set_up)
    return engine


def _set_up_sqlite(driver: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Leave transactions to SQLAlchemy, put each on disk, and overwrite what is deleted."""
    driver.isolation_level = None
    cursor = driver.cursor()
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _begin_on_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the right to it at once: one that only read before would not get it."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_up_postgresql(driver: DBAPIConnection, patience: float) -> None:
    """Do not wait without end; and have a commit on disk even where the server is set to be quick instead."""
    cursor = driver.cursor()
    cursor.execute(f"SET lock_timeout = {int(patience * 1000)}")
    cursor.execute("SHOW synchronous_commit")
    if cursor.fetchone() == ("off",):
        cursor.execute("SET synchronous_commit = on")
    cursor.close()
    driver.commit()


def _outside_a_transaction(connection: Connection, pragma: str) -> None:
    """Tell SQLite what it does not take inside a transaction."""
    connection.rollback()
    driver = connection.connection.dbapi_connection
    if driver is not None:
        driver.cursor().execute(pragma)


def _migrated_to(connection: Connection) -> str | None:
    """The migration the database stands at; none where there is no ledger."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    held = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if held is None else str(held)


def _migrate(connection: Connection, held: str | None, where: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        ScriptDirectory.from_config(config).get_revision(held or "base")
        command.upgrade(config, "head")
    except CommandError as error:
        raise RecordsUnavailable(
            f"the ledger in {where} was written by a newer copilot (at {held})",
            remedy="Install the newer copilot; a ledger is not taken back to an older form.",
        ) from error


def _where(url: URL) -> str:
    """The place of the database as it is told to people: never with a password, or what else is asked for in it."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return f"PostgreSQL at {url.host or 'localhost'}:{url.port or 5432}, database {url.database}"
