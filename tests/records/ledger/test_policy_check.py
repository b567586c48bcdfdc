from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law.policy_upload import read_upload
from copilot.records.ledger import Ledger, archive_entries, verify_ledger
from copilot.records.policies import PolicyShelf
from tests.records.attacker import tampering
from tests.records.conftest import Place

NOW = datetime(2026, 11, 21, tzinfo=UTC)
OWNER = Actor("Ms. Flint", frozenset({EVERY_AUDIENCE}))


@pytest.fixture
def shelf(ledger: Ledger) -> PolicyShelf:
    """A policy with two versions, of which the first was replaced."""
    shelf = PolicyShelf(ledger)
    head = {
        "id": "gifts",
        "title": "Gifts",
        "version": "1",
        "effective": "2024-01-01",
        "owner": "Compliance",
    }
    shelf.upload(read_upload("gifts.md", b"1 Limits\n1.1 No gift.\n", head), OWNER, taken=())
    later = head | {"version": "2", "effective": "2025-01-01"}
    shelf.replace("gifts", read_upload("gifts.md", b"1 Limits\n1.1 Never.\n", later), OWNER)
    return shelf


def faults(ledger: Ledger) -> list[tuple[str, int | None]]:
    return [(fault.kind, fault.sequence) for fault in verify_ledger(ledger, now=NOW).faults]


def test_policies_as_they_were_kept_hold(shelf: PolicyShelf, ledger: Ledger) -> None:
    assert faults(ledger) == []


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE policy_files SET content = '1 Limits' WHERE number = 1", [("policy", 1), ("policy", 2)]),
        ("UPDATE policy_files SET text = '1.1 Gifts are fine.' WHERE number = 2", [("policy", 3)]),
        ("UPDATE policy_files SET head = replace(head, '2025', '2026') WHERE number = 2", [("policy", 3)]),
        ("UPDATE policy_changes SET ends_on = '2030-01-01' WHERE number = 2", [("policy", 2)]),
        ("UPDATE policy_changes SET action = 'retired' WHERE number = 2", [("policy", 2)]),
        ("DELETE FROM policy_changes WHERE number = 3", [("policy", 3)]),
        ("DELETE FROM policy_files WHERE number = 2", [("policy", 3)]),
        (
            "INSERT INTO policy_changes SELECT 4, file, 'retired', '2026-01-01', by, at FROM policy_changes"
            " WHERE number = 3",
            [("policy", None)],
        ),
    ],
)
def test_what_was_done_to_policies_behind_the_ledger_is_found(
    harm: str, found: list[tuple[str, int | None]], shelf: PolicyShelf, ledger: Ledger, place: Place
) -> None:
    with tampering(place.url) as connection:
        connection.execute(text(harm.replace("by,", '"by",')))

    assert faults(ledger) == found


def test_policies_whose_entries_were_archived_are_no_fault(
    shelf: PolicyShelf, ledger: Ledger, tmp_path: Path
) -> None:
    archive_entries(ledger, tmp_path / "old.jsonl", before=NOW + timedelta(days=1), now=NOW)
    assert faults(ledger) == []

    shelf.retire("gifts", date(2026, 1, 1), OWNER)
    assert faults(ledger) == []
