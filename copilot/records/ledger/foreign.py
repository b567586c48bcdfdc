"""What goes wrong in a database, in the copilot's own words; said once, where the database is met."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from copilot.errors import LedgerBroken, RecordsUnavailable

_EXCERPT = 200
_NO_ANSWER = "Until then no question is answered."
_FULL = ("the disk under it is full", f"Free space. {_NO_ANSWER}")
_CUT_OFF = (
    "it cannot be reached, or lets nobody in",
    f"Start it, create the database, or correct COPILOT_DATABASE_URL. {_NO_ANSWER}",
)
_LOCKED = (
    "another program has held it for too long",
    "Try again; find and end what holds it if it does not let go.",
)
_CLOSED = ("it may not be written", f"Let the copilot write there. {_NO_ANSWER}")
_ON_SQLITE: Mapping[str, tuple[str, str]] = {
    "SQLITE_FULL": _FULL,
    "SQLITE_IOERR": (
        "the disk under it takes no more, or fails",
        f"Free space, look at the disk and at limits on the size of files. {_NO_ANSWER}",
    ),
    "SQLITE_READONLY": _CLOSED,
    "SQLITE_PERM": _CLOSED,
    "SQLITE_CANTOPEN": ("it cannot be opened", f"Let the copilot read and write there. {_NO_ANSWER}"),
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
}
_ON_POSTGRESQL: Mapping[str, tuple[str, str]] = {
    "53100": _FULL,
    "25006": _CLOSED,
    "42501": (
        "its user lacks a right",
        f"Grant SELECT, INSERT and DELETE; whoever creates the tables needs CREATE. {_NO_ANSWER}",
    ),
    "55P03": _LOCKED,
    "57014": _LOCKED,
    "57": _CUT_OFF,
    "08": _CUT_OFF,
}
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


@contextmanager
def told_in_our_words(where: str) -> Iterator[None]:
    """Whatever the database says becomes an error that names the ledger and what to do."""
    try:
        yield
    except NoConnectionFree as error:
        raise RecordsUnavailable(f"the ledger in {where}: {_LOCKED[0]}", remedy=_LOCKED[1]) from error
    except DBAPIError as error:
        raise _told(error.orig, where) from error
    except SQLAlchemyError as error:
        raise _unknown(error, where) from error


def folder_unusable(error: OSError, where: str) -> RecordsUnavailable:
    """What is said where the folder of the database cannot be made or written."""
    return RecordsUnavailable(
        f"the ledger in {where}: {error.strerror or error}",
        remedy=f"Free space, or set COPILOT_DATA_DIR to a folder you may write. {_NO_ANSWER}",
    )


def _told(error: BaseException | None, where: str) -> RecordsUnavailable:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(_DAMAGED):
            return LedgerBroken(
                f"the ledger in {where} is no database any more: {error}",
                remedy="Put back a backup, and hold it against the last head you exported.",
            )
        told = next((said for name, said in _ON_SQLITE.items() if code.startswith(name)), None)
    else:
        state = getattr(error, "sqlstate", None)
        told = _CUT_OFF if state is None else _by_state(state)
    if told is None or error is None:
        return _unknown(error, where)
    return RecordsUnavailable(f"the ledger in {where}: {told[0]} ({_first_line(error)})", remedy=told[1])


def _by_state(state: str) -> tuple[str, str] | None:
    """What PostgreSQL's five letters mean, else what their class does."""
    return _ON_POSTGRESQL.get(state) or _ON_POSTGRESQL.get(state[:2])


def _unknown(error: BaseException | None, where: str) -> RecordsUnavailable:
    return RecordsUnavailable(
        f"the ledger in {where} cannot be used: {_first_line(error)}",
        remedy=f"Look at the database. {_NO_ANSWER}",
    )


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).strip().splitlines()), "no reason given")[:_EXCERPT]
