from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from copilot.errors import EntryUnavailable, LedgerBroken, MachineError
from copilot.records import Question
from copilot.records.ledger import (
    Archived,
    Ledger,
    archive_entries,
    replay,
    verify_export,
    verify_ledger,
)
from tests.records.attacker import tampering
from tests.records.conftest import NOON, AnswerTo, Place

YEAR = timedelta(days=365)
LATER = NOON + 3 * YEAR


@pytest.fixture
def two_years(place: Place, ledger: Ledger, question: Question, answer_to: AnswerTo) -> Ledger:
    """In the first year a question and its answer, and one that is answered in the second; then a new one."""
    asked = ledger.append(question)
    ledger.append(answer_to(question, asked))
    open_one = ledger.append(question)
    place.clock.now += YEAR
    ledger.append(answer_to(question, open_one))
    ledger.append(question)
    return ledger


def archived(ledger: Ledger, file: Path, years: float = 0.5) -> Archived | None:
    return archive_entries(ledger, file, before=NOON + years * YEAR, now=LATER)


def test_what_is_left_is_still_one_chain_and_the_file_is_the_rest_of_it(
    two_years: Ledger, tmp_path: Path
) -> None:
    head = two_years.head()

    done = archived(two_years, tmp_path / "old.jsonl")

    assert done == Archived(first=1, through=2, sequence=6)
    report = verify_ledger(two_years, now=LATER, head=head)
    assert (report.faults, report.first, report.archived) == ((), 3, 2)
    old = verify_export(tmp_path / "old.jsonl", two_years.key_file.keys(), now=LATER)
    assert (old.faults, old.first, old.last) == ((), 1, 2)
    said = two_years.entry(6).said
    assert said["sha256"] == sha256((tmp_path / "old.jsonl").read_bytes()).hexdigest()


def test_a_question_stays_as_long_as_its_answer(two_years: Ledger, tmp_path: Path) -> None:
    archived(two_years, tmp_path / "old.jsonl")

    assert replay(two_years, 4).same
    with pytest.raises(EntryUnavailable, match="holds no entry 2"):
        two_years.answer(2)


def test_it_can_be_done_again_and_with_all_there_is(two_years: Ledger, tmp_path: Path) -> None:
    two_years.change_key()
    archived(two_years, tmp_path / "first.jsonl")

    again = archived(two_years, tmp_path / "second.jsonl", years=2)

    assert again == Archived(first=3, through=7, sequence=8)
    assert verify_ledger(two_years, now=LATER, head=two_years.head()).faults == ()


def test_where_nothing_is_old_nothing_happens(two_years: Ledger, tmp_path: Path) -> None:
    before = two_years.head()

    assert archived(two_years, tmp_path / "old.jsonl", years=-1) is None

    assert two_years.head() == before
    assert not (tmp_path / "old.jsonl").exists()


def test_a_ledger_with_a_fault_is_not_archived(place: Place, two_years: Ledger, tmp_path: Path) -> None:
    with tampering(place.url) as connection:
        connection.execute(text("UPDATE entries SET at = '2026-11-20T12:00:00.500000Z' WHERE sequence = 1"))

    with pytest.raises(LedgerBroken, match="1 faults and is not archived: Entry 1"):
        archived(two_years, tmp_path / "old.jsonl")

    assert len(list(two_years.entries())) == 5


def test_without_a_file_nothing_is_removed(two_years: Ledger, tmp_path: Path) -> None:
    with pytest.raises(MachineError):
        archived(two_years, tmp_path / "none" / "old.jsonl")

    assert verify_ledger(two_years, now=LATER).entries == 5


def test_entries_that_were_only_said_to_be_archived_are_found(
    place: Place, two_years: Ledger, tmp_path: Path
) -> None:
    """The row that lets the database delete proves nothing; a second archive that the chain does not tell of shows."""
    with two_years.writing() as pen:
        pen.connection.execute(text("INSERT INTO archives VALUES (2)"))
        pen.connection.execute(text("DELETE FROM fields WHERE entry <= 2"))
        pen.connection.execute(text("DELETE FROM entries WHERE sequence <= 2"))

    kinds = {fault.kind for fault in verify_ledger(two_years, now=LATER).faults}

    assert kinds == {"missing"}


def test_an_archive_hides_no_deletion_before_or_behind_it(
    place: Place, two_years: Ledger, tmp_path: Path
) -> None:
    archived(two_years, tmp_path / "old.jsonl")
    with tampering(place.url) as connection:
        connection.execute(text("DELETE FROM fields WHERE entry = 3"))
        connection.execute(text("DELETE FROM entries WHERE sequence = 3"))

    faults = verify_ledger(two_years, now=LATER).faults

    assert [(fault.kind, fault.sequence) for fault in faults] == [("missing", 4)]
