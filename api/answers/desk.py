"""Answers questions in threads of its own, so many at once; who asks gets each event as it happens.

An answer that was begun is finished and recorded also where whoever asked has gone: what they have seen of it is
in the ledger. A question that still waits when they go is withdrawn, and nothing is recorded of it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from math import ceil
from threading import Condition, Thread
from typing import TypeAlias

from api.answers.ticket import Asked, Ticket
from copilot.agent.events import Event
from copilot.errors import NoRoom, TooMuch

Happened: TypeAlias = "Event | Waits | None"

_FINISHES_WITHIN = 30.0
_LOOKS_UP_EACH = 2.0
_SECONDS_FOR_ONE = 2


@dataclass(frozen=True, slots=True)
class Waits:
    """The question was not begun yet; ``before`` others are answered first."""

    before: int


class Desk:
    """Where questions wait and are answered.

    A question is at the desk from when it is asked until it is answered and whoever asked has read that, or has gone.
    So many may be here, and so many of one credential; one more is turned away before anything is recorded. Of those
    that wait, each credential's first comes before anybody's second.
    """

    def __init__(self, at_once: int, *, waiting: int = 200, waiting_each: int = 20) -> None:
        self._at_once = at_once
        self._room, self._room_each = at_once + waiting, at_once + waiting_each
        self._changed = Condition()
        self._waiting: list[Ticket] = []
        self._here: Counter[str] = Counter()
        self._last_rank: dict[str, int] = {}
        self._turn = self._taken = self._at_work = 0
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many questions wait."""
        return len(self._waiting)

    @property
    def at_work(self) -> int:
        """How many are being answered."""
        return self._at_work

    async def events(
        self, asked: Asked, whose: str, *, alone: bool = False, looks_up_each: float = _LOOKS_UP_EACH
    ) -> AsyncGenerator[Happened]:
        """What happens until this is answered; an error of the answer is raised here.

        Each time nothing has happened for ``looks_up_each`` seconds, and at once where it has to wait, it is given
        how the question stands: ``Waits``, or none where it is being answered. Who reads may leave at any time. Who
        is ``alone`` shares the desk with nobody, and may fill it.
        """
        ticket = self._take(asked, whose, alone=alone)
        try:
            if (waits := self._waits(ticket)) is not None:
                yield waits
            async for what in ticket.events(looks_up_each):
                yield self._waits(ticket) if what is None else what
        finally:
            self._leave(ticket)

    def require_room(self, whose: str, *, alone: bool = False) -> None:
        """Turn away a question that could not be taken now, before anything is done for it."""
        with self._changed:
            self._require_room(whose, alone=alone)

    def close(self, within: float = _FINISHES_WITHIN) -> None:
        """Take nothing more, turn away who waits, and finish within so many seconds what was begun."""
        with self._changed:
            self._closed = True
            while self._waiting:
                ticket = self._waiting.pop()
                ticket.say(_stopping())
                ticket.over = True
            self._changed.wait_for(lambda: not self._at_work, within)

    def _take(self, asked: Asked, whose: str, *, alone: bool) -> Ticket:
        with self._changed:
            self._require_room(whose, alone=alone)
            self._taken += 1
            rank = max(self._turn, self._last_rank.get(whose, 0)) + 1
            ticket = Ticket(asked, whose, (rank, self._taken))
            if self._at_work < self._at_once:
                Thread(target=self._work, args=(ticket,), name="answer", daemon=True).start()
                self._at_work += 1
                self._turn = rank
            else:
                insort(self._waiting, ticket, key=_rank)
            self._here[whose] += 1
            self._last_rank[whose] = rank
        return ticket

    def _require_room(self, whose: str, *, alone: bool) -> None:
        if self._closed:
            raise _stopping()
        here = self._here[whose]
        if here >= self._room_each and not alone:
            raise TooMuch(
                f"{here} of your questions are waiting or being answered",
                remedy="Wait for their answers, then ask again.",
                retry_after=self._seconds_for(here),
            )
        if self._here.total() >= self._room:
            raise NoRoom(
                "no more questions can wait",
                remedy="Ask again shortly; COPILOT_ANSWERS_WAITING lets more of them wait.",
                retry_after=self._seconds_for(len(self._waiting)),
            )

    def _seconds_for(self, questions: int) -> int:
        return ceil((questions + 1) / self._at_once) * _SECONDS_FOR_ONE

    def _work(self, first: Ticket) -> None:
        """Answer this one, then whoever's turn it is, until nobody waits."""
        ticket: Ticket | None = first
        while ticket is not None:
            ticket.answer()
            ticket = self._next_after(ticket)

    def _next_after(self, done: Ticket) -> Ticket | None:
        with self._changed:
            done.over = True
            self._let_go(done)
            if not self._waiting:
                self._at_work -= 1
                self._changed.notify_all()
                return None
            ticket = self._waiting.pop(0)
            self._turn = ticket.rank[0]
            return ticket

    def _leave(self, ticket: Ticket) -> None:
        with self._changed:
            ticket.left = True
            place = self._place(ticket)
            if place is not None:
                del self._waiting[place]
                ticket.over = True
            self._let_go(ticket)

    def _let_go(self, ticket: Ticket) -> None:
        if not (ticket.over and ticket.left):
            return
        self._here[ticket.whose] -= 1
        if not self._here[ticket.whose]:
            del self._here[ticket.whose], self._last_rank[ticket.whose]

    def _waits(self, ticket: Ticket) -> Waits | None:
        with self._changed:
            place = self._place(ticket)
        return None if place is None else Waits(place)

    def _place(self, ticket: Ticket) -> int | None:
        place = bisect_left(self._waiting, ticket.rank, key=_rank)
        here = place < len(self._waiting) and self._waiting[place] is ticket
        return place if here else None


def _rank(ticket: Ticket) -> tuple[int, int]:
    return ticket.rank


def _stopping() -> NoRoom:
    return NoRoom("the service is stopping", remedy="Ask again in a moment.", retry_after=5)
