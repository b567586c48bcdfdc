from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from copilot.errors import LedgerBroken, LedgerKeyUnusable
from copilot.records import Question
from copilot.records.ledger import Ledger, verify_ledger
from tests.records.attacker import tampering
from tests.records.conftest import NOON, Place


def test_entries_are_numbered_from_one_and_each_names_the_seal_before(
    ledger: Ledger, question: Question
) -> None:
    numbers = [ledger.append(question) for _ in range(3)]

    first, second, third = ledger.entries()

    assert numbers == [1, 2, 3]
    assert (first.previous, second.previous, third.previous) == ("", first.mac, second.mac)


def test_a_last_entry_that_somebody_changed_keeps_nobody_from_asking(
    place: Place, ledger: Ledger, question: Question
) -> None:
    """What was done to it is found by who verifies."""
    ledger.append(question)
    with tampering(place.url) as connection:
        connection.execute(text("UPDATE entries SET at = 'noon'"))

    assert ledger.append(question) == 2

    (fault,) = verify_ledger(ledger, now=NOON + timedelta(days=1)).faults
    assert (fault.kind, fault.sequence) == ("altered", 1)


def test_nothing_is_written_that_could_not_be_checked(
    place: Place, ledger: Ledger, question: Question
) -> None:
    """Under no name, with a key that nobody has, or behind a new key that cannot be read."""
    ledger.append(question)
    ledger.change_key()
    with tampering(place.url) as connection:
        connection.execute(text("UPDATE entries SET content = '{}' WHERE sequence = 2"))
    with pytest.raises(LedgerBroken, match="entry 2 does not have the form"):
        ledger.append(question)

    with tampering(place.url) as connection:
        connection.execute(text("DELETE FROM entries WHERE sequence = 2"))
        connection.execute(text("UPDATE entries SET key = 'ffff'"))
    with pytest.raises(LedgerKeyUnusable, match="sealed with key ffff"):
        ledger.append(question)

    with tampering(place.url) as connection:
        connection.execute(text("DELETE FROM ledger"))
    with pytest.raises(LedgerBroken, match="lost its name"):
        ledger.append(question)
