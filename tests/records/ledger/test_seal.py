from __future__ import annotations

from dataclasses import replace

import pytest

from copilot.records.ledger import Entry
from copilot.records.ledger.key import Key
from copilot.records.ledger.seal import same, seal_of

KEY = Key(bytes(32))
ENTRY = Entry(
    sequence=2,
    at="2026-11-20T12:00:00.000000Z",
    kind="question",
    key=KEY.id,
    previous="ab" * 32,
    content='{"form":1}',
    mac="",
)


def test_the_seal_does_not_change_by_itself() -> None:
    """Worked out once, by hand: printf '%s' LIST | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…"""
    assert KEY.id == "faf8e7c360769682"
    assert (
        seal_of(ENTRY, "lantern", KEY) == "f7a6c13186da3444dd3e8f5388545785c5610f51d0e42bd5d088b15eb1b67055"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"sequence": 3},
        {"at": "2026-11-20T12:00:00.000001Z"},
        {"kind": "answer"},
        {"key": "0"},
        {"previous": ""},
        {"content": '{"form": 1}'},
    ],
)
def test_the_seal_covers_all_that_an_entry_says(change: dict[str, object]) -> None:
    changed = replace(ENTRY, **change)  # type: ignore[arg-type]

    assert not same(seal_of(changed, "lantern", KEY), seal_of(ENTRY, "lantern", KEY))


def test_the_seal_is_of_one_ledger_and_of_one_key() -> None:
    seal = seal_of(ENTRY, "lantern", KEY)

    assert not same(seal_of(ENTRY, "other", KEY), seal)
    assert not same(seal_of(ENTRY, "lantern", Key(b"\x01" * 32)), seal)
