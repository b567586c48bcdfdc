"""Looking through the ledger from its end, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, and_, literal, or_, select

from copilot.law import Provision
from copilot.records.ledger import rows
from copilot.records.ledger.canonical import canonical, time_as_text
from copilot.records.ledger.entry import Entry, Kind
from copilot.records.ledger.forms import AnswerForm, read_form
from copilot.records.ledger.ledger import Ledger, no_such_entry
from copilot.records.ledger.reading import provisions_kept
from copilot.records.ledger.seal import same, seal_of
from copilot.records.ledger.sight import Sight
from copilot.records.ledger.tables import ENTRIES, FIELDS
from copilot.records.tables import ANSWERED

GlanceState: TypeAlias = Literal["shown", "withheld", "altered"]
_ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are looked for: of a kind, of who asked or acted, written from a time on, or before one."""

    kind: Kind | None = None
    actor: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """An entry, and how it stands: ``altered`` is not what was sealed, and what it says counts for nothing."""

    entry: Entry
    state: GlanceState


class Browsing:
    """A look through a ledger by somebody, as long as one connection is open."""

    def __init__(self, ledger: Ledger, connection: Connection, sight: Sight) -> None:
        self._connection, self._sight = connection, sight
        self._keys, self._name = ledger.key_file.keys(), rows.ledger_named(connection)

    def latest(self, wanted: Wanted, *, before: int | None, most: int) -> Iterator[Glance]:
        """The latest entries that are wanted, the latest first; ``before`` is the number of one that was seen.

        They are read one after the other: some are long, and whoever looks through them keeps a line of each.
        """
        conditions = [*_conditions(wanted), *([] if before is None else [ENTRIES.c.sequence < before])]
        found = select(ENTRIES.c.sequence).where(*conditions).order_by(ENTRIES.c.sequence.desc())
        for number in list(self._connection.scalars(found.limit(most))):
            entry = rows.one_entry(self._connection, number)
            if entry is not None:
                yield Glance(entry, self._state(entry))

    def entry(self, number: int) -> Glance:
        """One entry; raises where there is none."""
        entry = rows.one_entry(self._connection, number)
        if entry is None:
            raise no_such_entry(number)
        return Glance(entry, self._state(entry))

    def texts(self, glance: Glance) -> tuple[Provision, ...]:
        """The provisions that an answer leaned on, if it is one that is shown."""
        if glance.state != "shown" or glance.entry.kind != "answer":
            return ()
        kept = read_form(AnswerForm, glance.entry).evidence.provisions
        return provisions_kept(kept, glance.entry, lambda sha256: rows.text_kept(self._connection, sha256))

    def _state(self, entry: Entry) -> GlanceState:
        key = self._keys.get(entry.key)
        if key is None or not same(entry.mac, seal_of(entry, self._name, key)):
            return "altered"
        return "shown" if self._sight.sees(entry) else "withheld"


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    if wanted.kind is not None:
        yield ENTRIES.c.kind == wanted.kind
    if wanted.since is not None:
        yield ENTRIES.c.at >= time_as_text(wanted.since)
    if wanted.until is not None:
        yield ENTRIES.c.at < time_as_text(wanted.until)
    if wanted.actor is not None:
        named = select(FIELDS.c.entry).where(
            # the name stands in the statement itself: an index over rows of this name is found only so
            and_(
                FIELDS.c.name == literal(_ACTOR, literal_execute=True),
                FIELDS.c.value == canonical(wanted.actor),
            )
        )
        answers = select(ANSWERED.c.answer).where(ANSWERED.c.question.in_(named))
        yield or_(ENTRIES.c.sequence.in_(named), ENTRIES.c.sequence.in_(answers))
