"""Conversations, read from the ledger: the questions of one person in one thread, and what answered them.

There is no other copy of them: what is redacted or archived there is gone here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, and_, func, literal_column, select

from copilot.errors import EntryUnavailable
from copilot.records.ledger import Ledger
from copilot.records.ledger.canonical import canonical
from copilot.records.ledger.reading import question_in
from copilot.records.ledger.tables import FIELDS
from copilot.records.record import Question
from copilot.records.tables import ANSWERED

_REMEMBERED = 12
_thread, _asker = FIELDS.alias("thread"), FIELDS.alias("asker")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its entry, and when it was written."""

    number: int
    at: datetime
    question: Question


@dataclass(frozen=True, slots=True)
class Turn(Asked):
    """One turn of a conversation: the question, and the entry of its answer if it has one."""

    answer: int | None


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation of so many turns: its first question and its last."""

    id: str
    first: Asked
    last: Asked
    turns: int


class Conversations:
    """The conversations of one ledger. Nobody is shown another's: whose they are is always named."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def latest(self, actor: str, *, most: int, before: int | None = None) -> tuple[Held, ...]:
        """Somebody's conversations, the latest first; ``before`` leaves out those with a question from there on."""
        last = func.max(_thread.c.entry)
        found = (
            select(func.min(_thread.c.entry), last, func.count())
            .join_from(_asker, _thread, _thread.c.entry == _asker.c.entry)
            .where(_is(_asker, "actor", actor), _thread.c.name == "thread")
            .where(_thread.c.value != canonical(None))
            .group_by(_thread.c.value)
            .order_by(last.desc())
            .limit(most)
        )
        if before is not None:
            found = found.having(last < before)
        with self._ledger.reading() as connection:
            rows = connection.execute(found).all()
        return tuple(self._held(first, last, turns) for first, last, turns in rows)

    def turns(
        self, conversation: str, actor: str, *, most: int, before: int | None = None
    ) -> tuple[Turn, ...]:
        """The latest turns of somebody's conversation, in their order; ``before`` is the entry of a later one.

        Raises ``EntryUnavailable`` where there is no such conversation of theirs.
        """
        found = (
            select(_thread.c.entry, ANSWERED.c.answer)
            .select_from(_thread)
            .join(_asker, and_(_asker.c.entry == _thread.c.entry, _is(_asker, "actor", actor)))
            .outerjoin(ANSWERED, ANSWERED.c.question == _thread.c.entry)
            .where(_is(_thread, "thread", conversation))
            .order_by(_thread.c.entry.desc())
        )
        if before is not None:
            found = found.where(_thread.c.entry < before)
        with self._ledger.reading() as connection:
            rows = connection.execute(found.limit(most)).all()
        if not rows:
            raise _unknown(conversation)
        asked = ((self._asked(number), answer) for number, answer in reversed(rows))
        return tuple(Turn(one.number, one.at, one.question, answer) for one, answer in asked)

    def before_now(self, conversation: str, actor: str) -> tuple[Question, ...]:
        """What was asked and answered in it so far, the latest last, as far back as a follow-up can mean.

        Nothing where nobody has asked in it yet; raises ``EntryUnavailable`` where only another has.
        """
        anybody = select(FIELDS.c.entry).where(_is(FIELDS, "thread", conversation)).limit(1)
        with self._ledger.reading() as connection:
            if connection.scalar(anybody) is None:
                return ()
        turns = self.turns(conversation, actor, most=_REMEMBERED)
        return tuple(turn.question for turn in turns if turn.answer is not None)

    def _held(self, first: int, last: int, turns: int) -> Held:
        begun = self._asked(first)
        latest = begun if first == last else self._asked(last)
        return Held(latest.question.thread or "", begun, latest, turns)

    def _asked(self, number: int) -> Asked:
        entry = self._ledger.entry(number)
        return Asked(number, entry.written_at, question_in(entry))


def _is(fields: FromClause, name: str, value: str) -> ColumnElement[bool]:
    """Fields of this name and value; said so that both databases see that the index ``fields_named`` holds them."""
    named = fields.c.name.in_([literal_column("'actor'"), literal_column("'thread'")])
    return and_(named, fields.c.name == name, fields.c.value == canonical(value))


def _unknown(conversation: str) -> EntryUnavailable:
    return EntryUnavailable(
        f"you have no conversation {conversation}", remedy="Begin one, or look at the list of yours."
    )
