from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import EntryUnavailable
from copilot.records import Question
from copilot.records.ledger import Browsing, Ledger, Sight, Wanted, in_short, redact
from tests.records.attacker import tampering
from tests.records.conftest import NOON, AnswerTo, Place

OWNER = Actor("owner", frozenset({EVERY_AUDIENCE}))
Looked = Callable[..., list[int]]


@pytest.fixture
def filled(ledger: Ledger, question: Question, answer_to: AnswerTo) -> Ledger:
    """The officer asks (1) and is answered (2), a clerk asks (3) and is answered (4); the clerk's words go (5)."""
    clerk = replace(question, actor=replace(question.actor, name="clerk"))
    for asker in (question, clerk):
        ledger.append(answer_to(asker, ledger.append(asker)))
    redact(ledger, 3, ["asked"], reason="Art. 17 GDPR", ordered_by="Data protection officer")
    return ledger


@pytest.fixture
def looked(filled: Ledger) -> Looked:
    def looked(*, before: int | None = None, most: int = 10, **wanted: object) -> list[int]:
        with filled.reading() as connection:
            browsing = Browsing(filled, connection, Sight(connection, OWNER, ()))
            found = browsing.latest(Wanted(**wanted), before=before, most=most)  # type: ignore[arg-type]  # the test says
            return [glance.entry.sequence for glance in found]

    return looked


def test_the_latest_come_first_a_page_at_a_time(looked: Looked) -> None:
    assert looked(most=2) == [5, 4]
    assert looked(most=2, before=4) == [3, 2]
    assert looked(before=1) == []


def test_entries_are_found_by_kind_by_person_and_by_time(looked: Looked) -> None:
    assert looked(kind="question") == [3, 1]
    assert looked(actor="clerk") == [4, 3]
    assert looked(actor="nobody") == []
    assert looked(since=NOON + timedelta(seconds=3)) == [5, 4, 3]
    assert looked(until=NOON + timedelta(seconds=3)) == [2, 1]


def test_each_entry_says_in_a_line_what_it_is_about(filled: Ledger) -> None:
    key = filled.change_key().said["key"]

    assert [in_short(entry) for entry in filled.entries()] == [
        "When must Mr. Wick report a broken lantern?",
        "to question 1, by extractive",
        "[redacted]",
        "to question 3, by extractive",
        "entry 3: Art. 17 GDPR",
        f"from now on key {key}",
    ]


def test_an_entry_that_was_changed_is_said_to_be(filled: Ledger, place: Place) -> None:
    with tampering(place.url) as connection:
        connection.execute(text("UPDATE entries SET content = '{}' WHERE sequence = 2"))

    with filled.reading() as connection:
        browsing = Browsing(filled, connection, Sight(connection, OWNER, ()))
        states = [glance.state for glance in browsing.latest(Wanted(), before=4, most=10)]

        assert states == ["shown", "altered", "shown"]
        assert browsing.texts(browsing.entry(2)) == ()


def test_an_entry_comes_with_what_it_leaned_on(filled: Ledger) -> None:
    with filled.reading() as connection:
        browsing = Browsing(filled, connection, Sight(connection, OWNER, ()))

        leaned_on = browsing.texts(browsing.entry(2))

        assert [str(text.id) for text in leaned_on] == ["lantern-act/art-1/1/a", "lantern-act/art-1/2"]
        assert browsing.texts(browsing.entry(1)) == ()
        with pytest.raises(EntryUnavailable, match="holds no entry 99"):
            browsing.entry(99)
