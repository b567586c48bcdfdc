"""Entries as rows of the database. Nothing here asks whether they are what was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from copilot.records.ledger.canonical import canonical, time_as_text
from copilot.records.ledger.entry import Entry, Field, Unsealed
from copilot.records.ledger.tables import ENTRIES, FIELDS, LEDGER, TEXTS
from copilot.records.tables import ANSWERED

_AT_ONCE = 500


def ledger_named(connection: Connection) -> str:
    """The name of the ledger; empty where somebody removed it."""
    return str(connection.scalar(select(LEDGER.c.id)) or "")


def last_entry(connection: Connection) -> Entry | None:
    """The entry at the end, without its fields."""
    row = connection.execute(select(ENTRIES).order_by(ENTRIES.c.sequence.desc()).limit(1)).first()
    return None if row is None else _entry(row._asdict(), {})


def one_entry(connection: Connection, sequence: int) -> Entry | None:
    """The entry of this number."""
    return next(_some(connection, ENTRIES.c.sequence == sequence), None)


def all_entries(
    connection: Connection,
    *,
    since: datetime | None = None,
    before: datetime | None = None,
    after: int | None = None,
    through: int | None = None,
) -> Iterator[Entry]:
    """Entries in their order, some hundred at a time; ``since`` and ``before`` are times, the others numbers."""
    wanted = [ENTRIES.c.at >= time_as_text(since)] if since else []
    wanted += [ENTRIES.c.at < time_as_text(before)] if before else []
    wanted += [ENTRIES.c.sequence <= through] if through is not None else []
    first = connection.scalar(select(func.min(ENTRIES.c.sequence)))
    place = None if first is None else max(first - 1, after or first - 1)
    while place is not None:
        some = list(_some(connection, ENTRIES.c.sequence > place, *wanted))
        yield from some
        place = some[-1].sequence if len(some) == _AT_ONCE else None


def fields_without_entry(connection: Connection) -> list[tuple[int, str]]:
    """Fields of entries that are not there."""
    there = select(ENTRIES.c.sequence)
    rows = connection.execute(select(FIELDS.c.entry, FIELDS.c.name).where(FIELDS.c.entry.not_in(there)))
    return [(entry, str(name)) for entry, name in rows]


def text_kept(connection: Connection, sha256: str) -> str | None:
    """A text by its hash."""
    body = connection.scalar(select(TEXTS.c.body).where(TEXTS.c.sha256 == sha256))
    return None if body is None else str(body)


def texts_kept(connection: Connection) -> Iterator[tuple[str, str]]:
    """Every text with the hash it is kept under."""
    for sha256, body in connection.execute(select(TEXTS).execution_options(yield_per=_AT_ONCE)):
        yield str(sha256), str(body)


def questions_of(connection: Connection, actor: str) -> frozenset[int]:
    """The entries that name this actor."""
    named = (FIELDS.c.name == "actor") & (FIELDS.c.value == canonical(actor))
    return frozenset(connection.scalars(select(FIELDS.c.entry).where(named)))


def put_entry(connection: Connection, entry: Entry, what: Unsealed) -> None:
    """Add an entry with its fields, and those of its texts that are not kept yet."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    columns = {name: getattr(entry, name) for name in ENTRIES.c.keys()}  # noqa: SIM118  # no dictionary
    connection.execute(ENTRIES.insert().values(**columns))
    if what.fields:
        rows = [
            {"entry": entry.sequence, "name": field.name, "salt": field.salt, "value": field.value}
            for field in what.fields
        ]
        connection.execute(FIELDS.insert(), rows)
    if what.answers is not None:
        found = dialect.insert(ANSWERED).values(question=what.answers, answer=entry.sequence)
        connection.execute(found.on_conflict_do_nothing())
    if what.texts:
        texts = [{"sha256": sha256, "body": body} for sha256, body in sorted(what.texts.items())]
        connection.execute(dialect.insert(TEXTS).on_conflict_do_nothing(), texts)


def _some(connection: Connection, *wanted: ColumnElement[bool]) -> Iterator[Entry]:
    """The first entries that are meant, each with its fields."""
    rows = connection.execute(
        select(ENTRIES).where(*wanted).order_by(ENTRIES.c.sequence).limit(_AT_ONCE)
    ).all()
    if not rows:
        return
    fields: defaultdict[int, dict[str, Field]] = defaultdict(dict)
    span = FIELDS.c.entry.between(rows[0].sequence, rows[-1].sequence)
    for entry, *parts in connection.execute(select(FIELDS).where(span)):
        field = Field(*map(str, parts))
        fields[entry][field.name] = field
    for row in rows:
        yield _entry(row._asdict(), fields[row.sequence])


def _entry(row: Mapping[str, object], fields: Mapping[str, Field]) -> Entry:
    """A row as an entry; whatever somebody put in the place of a text is read as one, and fails its seal."""
    texts = {name: str(value) for name, value in row.items() if name != "sequence"}
    return Entry(sequence=int(str(row["sequence"])), fields=fields, **texts)
