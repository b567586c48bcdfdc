"""Makes, finds and revokes keys, and opens sessions with them. That a key was made or revoked stands in the ledger."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from copilot.errors import SignInNeeded, UnknownKey, UnusableKey
from copilot.permissions import granted
from copilot.records.keys import rows
from copilot.records.keys.key import AccessKey, Made, Opens
from copilot.records.keys.token import KeyKind, Token
from copilot.records.ledger import Ledger
from copilot.records.ledger.pen import Pen
from copilot.records.ledger.writing import unsealed

_LONGEST_NAME = 200
_ANOTHER = "Ask an administrator for another: copilot keys create"


class AccessKeys:
    """The keys of one ledger. Threads may share it; every process sees at once what another made or revoked."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def create(self, opens: Opens, *, expires_at: datetime, longest: timedelta, made_by: str) -> Made:
        """Make a key; ``longest`` is for how long one is made at most."""
        with self._ledger.writing() as pen:
            now = self._ledger.clock()
            _require_usable(opens, expires_at, now, longest)
            token = Token.new("key", self._ledger.random_bytes)
            key = AccessKey(token.id, opens, made_by, now, expires_at)
            rows.put(pen.connection, key, token)
            self._record(pen, "created", key, by=made_by)
        return Made(key, token.text)

    def revoke(self, key_id: str, *, by: str) -> AccessKey:
        """End a key now, and the sessions opened with it; one that was revoked before stays as it was."""
        with self._ledger.writing() as pen:
            key = _kept(pen.connection, key_id)
            if key.revoked_at is None:
                rows.revoke(pen.connection, key_id, by=by, now=self._ledger.clock())
                self._record(pen, "revoked", key, by=by)
            return _kept(pen.connection, key_id)

    def all(self) -> tuple[AccessKey, ...]:
        """Every key, the latest first; sessions are none."""
        with self._ledger.reading() as connection:
            return rows.all_keys(connection)

    def any_holds(self) -> bool:
        """Whether there is a key that opens something."""
        with self._ledger.reading() as connection:
            return rows.any_key_holds(connection, self._ledger.clock())

    def proven(self, text: str, kind: KeyKind) -> AccessKey:
        """The key whose token this is, or with which this session was opened; raises where it opens nothing."""
        token, now = Token.read(text), self._ledger.clock()
        with self._ledger.reading() as connection:
            proven = rows.proven_by(connection, token) if token is not None and token.kind == kind else ()
        if not proven:
            raise SignInNeeded(
                f"this {kind} is not known", remedy=f"Look whether all of it is there. {_ANOTHER}"
            )
        if any(key.revoked_at is not None for key in proven):
            raise SignInNeeded(f"this {kind} was revoked", remedy=_ANOTHER)
        if not all(key.holds_at(now) for key in proven):
            raise SignInNeeded(f"this {kind} has expired", remedy=_ANOTHER)
        return proven[-1]

    def open_session(self, text: str, *, lasts: timedelta) -> Made:
        """A session for who holds this key; it opens what the key does, and ends with it at the latest."""
        key, now = self.proven(text, "key"), self._ledger.clock()
        token = Token.new("session", self._ledger.random_bytes)
        ends = min(now + lasts, key.expires_at)
        session = AccessKey(token.id, key.opens, key.opens.holder, now, ends)
        with self._ledger.writing() as pen:
            rows.remove_sessions_over(pen.connection, now)
            rows.put(pen.connection, session, token, opened_with=key.id)
        return Made(session, token.text)

    def end_session(self, text: str) -> None:
        """End the session of this token, if it is one."""
        token = Token.read(text)
        if token is not None:
            with self._ledger.writing() as pen:
                rows.remove_session(pen.connection, token)

    def _record(self, pen: Pen, action: Literal["created", "revoked"], key: AccessKey, *, by: str) -> None:
        """Write into the ledger what was done with a key; whose it is, and who did it, can be redacted."""
        said = {
            "action": action,
            "access_key": key.id,
            "roles": key.opens.roles,
            "audiences": key.opens.audiences,
            "scopes": key.opens.scopes,
            "expires_at": key.expires_at,
        }
        named = {"holder": key.opens.holder, "by": by}
        pen.add(unsealed("access", said, named, self._ledger.random_bytes))


def _kept(connection: Connection, key_id: str) -> AccessKey:
    key = rows.key_of(connection, key_id)
    if key is None:
        raise UnknownKey("there is no key of this id", remedy="See which there are: copilot keys list")
    return key


def _require_usable(opens: Opens, expires_at: datetime, now: datetime, longest: timedelta) -> None:
    name = opens.holder
    if not name.strip() or not name.isprintable() or len(name) > _LONGEST_NAME:
        raise UnusableKey(
            "a key needs a holder, whose name is one line",
            remedy=f"Name a person or a program in at most {_LONGEST_NAME} letters.",
        )
    if not opens.roles:
        raise UnusableKey("a key without a role opens nothing", remedy="Give it at least one role.")
    if opens.scopes is not None and not opens.scopes & granted(opens.roles):
        raise UnusableKey(
            "none of these scopes is of these roles, so the key would open nothing",
            remedy=f"The roles grant {', '.join(sorted(granted(opens.roles)))}; without scopes all of it.",
        )
    if not now < expires_at <= now + longest:
        raise UnusableKey(
            f"a key ends at most {longest.days} days from now, and this one would on {expires_at:%Y-%m-%d}",
            remedy="Choose a day between today and then. COPILOT_KEY_DAYS says how long a key lasts at most.",
        )
