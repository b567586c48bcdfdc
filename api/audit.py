"""The ledger as one caller sees it: for the routes and for the pages."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from api.shapes.audit import (
    EntriesBody,
    EntryBody,
    HeadBody,
    ReplayedBody,
    ReportBody,
    entry_body,
    glance_body,
    head_body,
    replayed_body,
    report_body,
)
from copilot.actor import Actor
from copilot.tracing import span

if TYPE_CHECKING:
    from api.service import Service
    from copilot.records.ledger import Browsing, Head
    from copilot.records.ledger.entry import Kind


def entries_seen(
    service: Service,
    actor: Actor,
    *,
    before: int | None,
    limit: int,
    kind: Kind | None,
    who: str | None,
    since: date | None,
    until: date | None,
) -> EntriesBody:
    """A page of the ledger, the latest first; ``since`` and ``until`` are days in UTC, both included."""
    from copilot.records.ledger import Wanted

    wanted = Wanted(kind, who, *period(since, until))
    with _browsing(service, actor) as browsing:
        found = browsing.latest(wanted, before=before, most=limit + 1)
        entries = [glance_body(glance) for glance in found]
    more = len(entries) > limit
    return EntriesBody(entries=entries[:limit], next=entries[limit - 1].number if more else None)


def entry_seen(service: Service, actor: Actor, number: int) -> EntryBody:
    """One entry with all it holds."""
    with _browsing(service, actor) as browsing:
        glance = browsing.entry(number)
        return entry_body(glance, browsing.texts(glance))


def replayed_seen(service: Service, actor: Actor, number: int) -> ReplayedBody:
    """An answer, rebuilt and checked again; one that is withheld is not."""
    from copilot.records.ledger import Sight, closed_to, replay

    ledger, corpus = service.ledger(), service.corpus
    with ledger.reading() as connection:
        Sight(connection, actor, closed_to(actor, corpus)).require(ledger.entry(number))
    with span("replay"):
        return replayed_body(replay(ledger, number, corpus=corpus))


def exported_seen(service: Service, actor: Actor, since: date | None, until: date | None) -> Generator[str]:
    """The lines of an export of what an actor may see, as long as somebody reads them."""
    from copilot.records.ledger import Sight, closed_to, export_lines

    begin, end = period(since, until)
    ledger, corpus = service.ledger(), service.corpus
    with ledger.reading() as connection:
        sight = Sight(connection, actor, closed_to(actor, corpus))
        yield from export_lines(connection, sight, since=begin, before=end)


def head_now(service: Service) -> HeadBody:
    """The last seal."""
    return head_body(service.ledger().head())


def verified(service: Service, head: Head | None) -> ReportBody:
    """All of the ledger, held against its seals and, where one is given, a head that was kept elsewhere."""
    from copilot.records.ledger import verify_ledger

    with span("verify ledger"):
        return report_body(verify_ledger(service.ledger(), now=datetime.now(UTC), head=head))


def period(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    """From the beginning of one day up to the end of the other, in UTC."""
    begin = None if since is None else datetime.combine(since, time(), UTC)
    end = None if until is None else datetime.combine(until + timedelta(days=1), time(), UTC)
    return begin, end


@contextmanager
def _browsing(service: Service, actor: Actor) -> Iterator[Browsing]:
    from copilot.records.ledger import Browsing, Sight, closed_to

    ledger = service.ledger()
    with ledger.reading() as connection:
        yield Browsing(ledger, connection, Sight(connection, actor, closed_to(actor, service.corpus)))
