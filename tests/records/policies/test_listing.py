from datetime import date
from pathlib import Path

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.law import Corpus, load_corpus
from copilot.records.ledger import Ledger
from copilot.records.policies import PolicyShelf, folder_ids, listed
from tests.records.policies.test_shelf import GUARD, OWNER, STRANGER, policy

NOBODY: frozenset[str] = frozenset()


@pytest.fixture
def shelf(ledger: Ledger) -> PolicyShelf:
    return PolicyShelf(ledger)


def test_policies_of_the_folder_come_with_all_their_versions(texts: Path, tmp_path: Path) -> None:
    head = "---\nid: oil\ntitle: Oil, version {0}\nversion: '{0}'\neffective: {1}\n{2}owner: Head of Oil\n---\n1 Oil\n"
    (tmp_path / "oil.1.md").write_text(head.format("1.0", "2020-01-01", "until: 2024-01-01\n"))
    (tmp_path / "oil.2.md").write_text(head.format("2.0", "2024-01-01", ""))

    (oil,) = listed(load_corpus(policies=tmp_path, texts=texts), NOBODY, (), OWNER)

    assert (oil.id, oil.owner, oil.origin, oil.title) == (
        "oil",
        "Head of Oil",
        "folder",
        "Oil, version 2.0",
    )
    assert [(version.version, version.effective, version.until) for version in oil.versions] == [
        ("1.0", date(2020, 1, 1), date(2024, 1, 1)),
        ("2.0", date(2024, 1, 1), None),
    ]


def test_what_is_closed_is_not_listed(small_corpus: Corpus, shelf: PolicyShelf) -> None:
    shelf.upload(policy(audience=["control-room"]), GUARD, taken=())

    def ids(actor: Actor) -> list[str]:
        return [each.id for each in listed(small_corpus, NOBODY, shelf.policies(actor), actor)]

    assert ids(OWNER) == ids(GUARD) == ["gifts.control-room", "lamp-care", "watch-list"]
    assert ids(STRANGER) == ["lamp-care"]
    assert folder_ids(small_corpus, NOBODY, STRANGER) == {"lamp-care"}


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2023, 1, 1), "to come"), (date(2024, 6, 1), "in force"), (date(2025, 1, 1), "ended")],
)
def test_a_policy_is_to_come_in_force_or_ended(
    day: date, state: str, small_corpus: Corpus, shelf: PolicyShelf
) -> None:
    shelf.upload(policy(until="2025-01-01"), OWNER, taken=())
    everybody = Actor("Ms. Flint", frozenset({EVERY_AUDIENCE}))

    gifts = listed(small_corpus, NOBODY, shelf.policies(everybody), everybody)[0]

    assert (gifts.id, gifts.state_on(day)) == ("gifts", state)
