"""The triggers that refuse to change what is written: against mistakes, and against who has no right to alter tables.

Who may drop a trigger can still change rows; that is what the seals are for. ``missing_triggers`` finds a
trigger that is gone, switched off or worded otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, text

_NEVER = "1 = 0"
_DELETABLE = {
    "ledger": _NEVER,
    "entries": "EXISTS (SELECT 1 FROM archives WHERE through >= OLD.sequence)",
    "fields": "EXISTS (SELECT 1 FROM redactions WHERE redactions.entry = OLD.entry AND redactions.name = OLD.name)"
    " OR EXISTS (SELECT 1 FROM archives WHERE through >= OLD.entry)",
    "texts": _NEVER,
    "redactions": _NEVER,
    "archives": _NEVER,
}
"""Each table, and when a row of it may go."""

_TAKEN = {
    "ledger": "EXISTS (SELECT 1 FROM ledger)",
    "entries": "EXISTS (SELECT 1 FROM entries WHERE sequence >= NEW.sequence)",
    "fields": "EXISTS (SELECT 1 FROM fields WHERE entry = NEW.entry AND name = NEW.name)",
    "texts": "EXISTS (SELECT 1 FROM texts WHERE sha256 = NEW.sha256 AND body <> NEW.body)",
    "redactions": "EXISTS (SELECT 1 FROM redactions WHERE entry = NEW.entry AND name = NEW.name)",
    "archives": "EXISTS (SELECT 1 FROM archives WHERE through >= NEW.through)",
}
"""When a new row would take the place of another: SQLite's REPLACE deletes without asking a trigger."""


def statements(dialect: str) -> tuple[str, ...]:
    """What creates the triggers in a database of this kind."""
    if dialect == "sqlite":
        return tuple(_on_sqlite().values())
    return tuple(step for name, trigger in _on_postgresql().items() for step in _created(name, trigger))


def missing_triggers(connection: Connection) -> tuple[str, ...]:
    """The triggers that do not stand in the database as they should."""
    wanted: Mapping[str, object]
    held: Mapping[str, object]
    if connection.dialect.name == "sqlite":
        wanted, held = _on_sqlite(), _held_on_sqlite(connection)
    else:
        wanted, held = _on_postgresql(), _held_on_postgresql(connection)
    return tuple(name for name, trigger in wanted.items() if held.get(name) != trigger)


def _on_sqlite() -> Mapping[str, str]:
    """Each trigger of SQLite by its name."""
    made: dict[str, str] = {}
    for table, deletable in _DELETABLE.items():
        for what, event, when in (
            ("unchanged", "UPDATE", ""),
            ("kept", "DELETE", f" WHEN NOT ({deletable})"),
            ("in_order", "INSERT", f" WHEN {_TAKEN[table]}"),
        ):
            made[f"{table}_{what}"] = (
                f"CREATE TRIGGER {table}_{what} BEFORE {event} ON {table}{when} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    return made


def _held_on_sqlite(connection: Connection) -> Mapping[str, str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    return {str(name): str(sql) for name, sql in rows}


class _OnPostgreSQL(NamedTuple):
    """A trigger and the function it calls, which has its name; ``type`` is PostgreSQL's code for when it fires."""

    table: str
    fires: str
    type: int
    body: str


def _on_postgresql() -> Mapping[str, _OnPostgreSQL]:
    """Each trigger of PostgreSQL by its name."""
    made: dict[str, _OnPostgreSQL] = {}
    for table, deletable in _DELETABLE.items():
        refuse = f"RAISE EXCEPTION '{table} is append-only';"
        made |= {
            f"{table}_unchanged": _OnPostgreSQL(table, "UPDATE", 19, f"BEGIN {refuse} END"),
            f"{table}_whole": _OnPostgreSQL(table, "TRUNCATE", 34, f"BEGIN {refuse} END"),
            f"{table}_kept": _OnPostgreSQL(
                table, "DELETE", 11, f"BEGIN IF NOT ({deletable}) THEN {refuse} END IF; RETURN OLD; END"
            ),
            f"{table}_in_order": _OnPostgreSQL(
                table, "INSERT", 7, f"BEGIN IF {_TAKEN[table]} THEN {refuse} END IF; RETURN NEW; END"
            ),
        }
    return made


def _created(name: str, trigger: _OnPostgreSQL) -> Iterator[str]:
    each = "STATEMENT" if trigger.fires == "TRUNCATE" else "ROW"
    yield f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body${trigger.body}$body$"
    yield (
        f"CREATE TRIGGER {name} BEFORE {trigger.fires} ON {trigger.table} "
        f"FOR EACH {each} EXECUTE FUNCTION {name}()"
    )


def _held_on_postgresql(connection: Connection) -> Mapping[str, _OnPostgreSQL]:
    """The triggers that are switched on, on the tables that are used, with what they do."""
    ours = text(
        "SELECT t.tgname, c.relname, t.tgtype, p.prosrc FROM pg_trigger t"
        " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE c.oid IN (SELECT to_regclass(name) FROM unnest(CAST(:tables AS text[])) AS name)"
        " AND t.tgenabled IN ('O', 'A') AND t.tgqual IS NULL"
    )
    rows = connection.execute(ours, {"tables": list(_DELETABLE)})
    wanted = _on_postgresql()
    return {
        str(name): wanted[name]._replace(table=str(table), type=int(code), body=str(body))
        for name, table, code, body in rows
        if name in wanted
    }
