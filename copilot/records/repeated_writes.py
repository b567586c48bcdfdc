"""Requests that carried an idempotency key: a second one under the same key is answered as the first was.

Who works on a request holds its key and says so again and again; a key that nobody has held on to for a minute was
left by a process that died, and the next to come takes it over.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, select, update

from copilot.errors import AnotherRequest, StillRunning
from copilot.records.ledger import Ledger
from copilot.records.ledger.canonical import time_as_text
from copilot.records.tables import REPEATED_WRITES

HELD_FOR: Final = timedelta(minutes=1)
_KEPT_FOR = timedelta(days=1)
_row = REPEATED_WRITES.c


class RepeatedWrites:
    """The keys of a day, each caller's their own."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def begin(self, caller: str, key: str, request_sha256: str) -> str | None:
        """What is kept of the request that came before; none where this is the first, and holds the key from now on.

        Raises ``AnotherRequest`` or ``StillRunning``.
        """
        now = self._ledger.clock()
        with self._ledger.database.writing() as connection:
            connection.execute(delete(REPEATED_WRITES).where(_row.at < time_as_text(now - _KEPT_FOR)))
            found = connection.execute(select(REPEATED_WRITES).where(_is(caller, key))).first()
            if found is not None and found.request_sha256 != request_sha256:
                raise AnotherRequest(
                    f"the idempotency key {key!r} came with another request before",
                    remedy="Take a new key for each request, and the same one only to repeat it.",
                )
            if found is not None and found.kept is not None:
                return str(found.kept)
            if found is not None and found.at >= time_as_text(now - HELD_FOR):
                raise StillRunning(
                    "the first request under this idempotency key is still being worked on",
                    remedy="Repeat it in a few seconds.",
                )
            self._hold(connection, caller, key, request_sha256, now)
        return None

    def hold(self, caller: str, key: str) -> None:
        """Say that the request is still being worked on."""
        self._change(caller, key, at=time_as_text(self._ledger.clock()))

    def finish(self, caller: str, key: str, kept: str) -> None:
        """Keep what a repeated request is answered with."""
        self._change(caller, key, kept=kept, at=time_as_text(self._ledger.clock()))

    def let_go(self, caller: str, key: str) -> None:
        """The request failed: it may be tried again under its key."""
        with self._ledger.database.writing() as connection:
            connection.execute(delete(REPEATED_WRITES).where(_is(caller, key), _row.kept.is_(None)))

    def _change(self, caller: str, key: str, **told: str) -> None:
        with self._ledger.database.writing() as connection:
            connection.execute(
                update(REPEATED_WRITES).where(_is(caller, key), _row.kept.is_(None)).values(**told)
            )

    def _hold(
        self, connection: Connection, caller: str, key: str, request_sha256: str, now: datetime
    ) -> None:
        connection.execute(delete(REPEATED_WRITES).where(_is(caller, key)))
        connection.execute(
            REPEATED_WRITES.insert().values(
                caller=caller, key=key, request_sha256=request_sha256, kept=None, at=time_as_text(now)
            )
        )


def _is(caller: str, key: str) -> ColumnElement[bool]:
    return (_row.caller == caller) & (_row.key == key)
