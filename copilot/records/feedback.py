"""What readers thought of an answer: one opinion of each person, the last they gave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from copilot.records.ledger import Ledger
from copilot.records.ledger.canonical import time_as_text, time_from_text
from copilot.records.tables import FEEDBACK


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody thought of the answer that an entry holds."""

    number: int
    answer: int
    by: str
    at: datetime
    helpful: bool
    words: str


class Feedback:
    """The opinions on the answers of one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def give(self, answer: int, by: str, *, helpful: bool, words: str) -> Opinion:
        """Keep an opinion, in place of one that the same person gave of the same answer before."""
        at = self._ledger.clock()
        with self._ledger.database.writing() as connection:
            last = connection.scalar(select(func.max(FEEDBACK.c.number))) or 0
            connection.execute(delete(FEEDBACK).where(FEEDBACK.c.answer == answer, FEEDBACK.c.by == by))
            opinion = Opinion(last + 1, answer, by, at, helpful, words)
            connection.execute(
                FEEDBACK.insert().values(
                    number=opinion.number,
                    answer=answer,
                    by=by,
                    at=time_as_text(at),
                    helpful=helpful,
                    words=words,
                )
            )
        return opinion

    def latest(self, *, most: int, before: int | None = None) -> tuple[Opinion, ...]:
        """The opinions, the latest first; ``before`` is the number of one that is no longer among them."""
        found = select(FEEDBACK).order_by(FEEDBACK.c.number.desc()).limit(most)
        if before is not None:
            found = found.where(FEEDBACK.c.number < before)
        with self._ledger.reading() as connection:
            rows = connection.execute(found).all()
        return tuple(
            Opinion(row.number, row.answer, row.by, time_from_text(row.at), row.helpful, row.words)
            for row in rows
        )
