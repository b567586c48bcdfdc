"""Which ledger the settings choose: a file in the data folder, or the database that is named."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from copilot.errors import SettingsError
from copilot.records.ledger.database import Database
from copilot.records.ledger.ledger import PATIENCE, Ledger
from copilot.settings import Settings


def chosen_ledger(settings: Settings, *, must_exist: bool = False) -> Ledger:
    """The ledger of these settings, opened; with ``must_exist``, to be looked into and not to be begun."""
    return Ledger.open(
        _url(settings),
        settings.key_of_the_ledger,
        clock=lambda: datetime.now(UTC),
        random_bytes=secrets.token_bytes,
        must_exist=must_exist,
    )


def chosen_database(settings: Settings) -> Database:
    """The database of these settings, for who only looks into what stands beside the ledger."""
    return Database(_url(settings), PATIENCE)


def _url(settings: Settings) -> URL:
    if settings.database_url is None:
        return URL.create("sqlite", database=str(settings.records_file))
    try:
        url = make_url(settings.database_url.get_secret_value())
    except ArgumentError:
        raise _unusable() from None
    if url.get_backend_name() == "postgresql" and url.database:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise _unusable()


def _unusable() -> SettingsError:
    return SettingsError(
        "COPILOT_DATABASE_URL: this is not the address of a database that can be used",
        remedy="Write it like postgresql://user:password@host:5432/records, or sqlite:////var/lib/copilot/ledger.db.",
    )
