"""Keys and sessions as rows of the database."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, select, update

from copilot.permissions import PERMISSIONS, ROLES
from copilot.records.keys.key import AccessKey, Opens
from copilot.records.keys.token import Token
from copilot.records.ledger.canonical import canonical, time_as_text, time_from_text
from copilot.records.tables import API_KEYS

_C = API_KEYS.c
_IS_KEY, _IS_SESSION = _C.kind == "key", _C.kind == "session"


def put(connection: Connection, key: AccessKey, token: Token, *, opened_with: str | None = None) -> None:
    """Keep a key or a session, and of its secret the hash."""
    opens = key.opens
    row = API_KEYS.insert().values(
        id=key.id,
        kind=token.kind,
        secret_sha256=token.hash,
        holder=opens.holder,
        roles=canonical(opens.roles),
        audiences=canonical(opens.audiences),
        scopes=None if opens.scopes is None else canonical(opens.scopes),
        opened_with=opened_with,
        made_by=key.made_by,
        made_at=time_as_text(key.made_at),
        expires_at=time_as_text(key.expires_at),
    )
    connection.execute(row)


def key_of(connection: Connection, key_id: str) -> AccessKey | None:
    """The key of this id; the id of a session is no key's."""
    row = connection.execute(select(API_KEYS).where(_C.id == key_id, _IS_KEY)).mappings().first()
    return None if row is None else _read(row)


def all_keys(connection: Connection) -> tuple[AccessKey, ...]:
    """Every key, the latest first."""
    latest = select(API_KEYS).where(_IS_KEY).order_by(_C.made_at.desc(), _C.id)
    return tuple(_read(row) for row in connection.execute(latest).mappings())


def proven_by(connection: Connection, token: Token) -> tuple[AccessKey, ...]:
    """The key of a token, or its session and the key it was opened with; nothing where the secret is another."""
    wanted = select(API_KEYS).where(_C.id == token.id, _C.kind == token.kind)
    row = connection.execute(wanted).mappings().first()
    if row is None or not token.fits(str(row["secret_sha256"])):
        return ()
    if row["opened_with"] is None:
        return (_read(row),)
    opener = key_of(connection, str(row["opened_with"]))
    return () if opener is None else (_read(row), opener)


def any_key_holds(connection: Connection, now: datetime) -> bool:
    """Whether there is a key that opens something."""
    holds = _IS_KEY & _C.revoked_at.is_(None) & (_C.expires_at > time_as_text(now))
    return connection.execute(select(_C.id).where(holds).limit(1)).first() is not None


def revoke(connection: Connection, key_id: str, *, by: str, now: datetime) -> None:
    """Mark a key as revoked."""
    marked = update(API_KEYS).values(revoked_at=time_as_text(now), revoked_by=by)
    connection.execute(marked.where(_C.id == key_id, _IS_KEY))


def remove_session(connection: Connection, token: Token) -> None:
    """Forget the session of this token."""
    meant = _IS_SESSION & (_C.id == token.id) & (_C.secret_sha256 == token.hash)
    connection.execute(delete(API_KEYS).where(meant))


def remove_sessions_over(connection: Connection, now: datetime) -> None:
    """Forget the sessions that have ended."""
    connection.execute(delete(API_KEYS).where(_IS_SESSION, _C.expires_at <= time_as_text(now)))


def _read(row: RowMapping) -> AccessKey:
    """A row as a key; a role that this version does not know grants nothing."""
    roles, audiences = json.loads(row["roles"]), json.loads(row["audiences"])
    scopes = None if row["scopes"] is None else json.loads(row["scopes"])
    return AccessKey(
        id=str(row["id"]),
        opens=Opens(
            holder=str(row["holder"]),
            roles=frozenset(role for role in ROLES if role in roles),
            audiences=frozenset(map(str, audiences)),
            scopes=None if scopes is None else frozenset(each for each in PERMISSIONS if each in scopes),
        ),
        made_by=str(row["made_by"]),
        made_at=time_from_text(row["made_at"]),
        expires_at=time_from_text(row["expires_at"]),
        revoked_at=None if row["revoked_at"] is None else time_from_text(row["revoked_at"]),
        revoked_by=row["revoked_by"],
    )
