"""Somebody who may do anything to the database, and has everything but the key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import URL

from copilot.records.ledger.triggers import statements


@contextmanager
def tampering(url: URL) -> Iterator[Connection]:
    """Change the ledger behind its back; its triggers are out of the way meanwhile, and there again later."""
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            sqlite = connection.dialect.name == "sqlite"
            if sqlite:
                made = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
                for name in list(made):
                    connection.execute(text(f"DROP TRIGGER {name}"))
            else:
                connection.execute(text("SET session_replication_role = replica"))
                connection.execute(text("SET synchronous_commit = off"))
            yield connection
            for statement in statements("sqlite") if sqlite else ():
                connection.exec_driver_sql(statement)
    finally:
        engine.dispose()
