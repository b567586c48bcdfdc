from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import NotPermitted, PolicyConflict, UnknownPolicy
from copilot.law.policy_upload import ReadPolicy, read_upload
from copilot.records.ledger import Ledger
from copilot.records.policies import KeptPolicy, PolicyShelf

OWNER = Actor("Ms. Flint", frozenset({EVERY_AUDIENCE}))
GUARD = Actor("Mr. Ash", frozenset({"control-room"}))
STRANGER = Actor("Mr. Wick", frozenset({"sales"}))


def policy(text: str = "1 Limits\n1.1 No gift.\n", **told: str | list[str]) -> ReadPolicy:
    head = {
        "id": "gifts",
        "title": "Gifts",
        "version": "1",
        "effective": "2024-01-01",
        "owner": "Compliance",
    }
    return read_upload("gifts.md", text.encode(), {**head, **told})


def days(kept: KeptPolicy) -> dict[str, str]:
    return {version.head.version: str(version.in_force or "never") for version in kept.versions}


@pytest.fixture
def shelf(ledger: Ledger) -> PolicyShelf:
    return PolicyShelf(ledger)


def test_a_policy_is_kept_with_its_file(shelf: PolicyShelf) -> None:
    kept = shelf.upload(policy(), OWNER, taken=())

    assert shelf.policy("gifts", STRANGER) == kept
    (version,) = kept.versions
    assert (version.head.title, version.uploaded_by, version.size) == ("Gifts", "Ms. Flint", 22)
    assert shelf.file(version) == b"1 Limits\n1.1 No gift.\n"
    assert shelf.last_change() == 1


def test_the_next_version_ends_the_one_before(shelf: PolicyShelf) -> None:
    shelf.upload(policy(), OWNER, taken=())

    kept = shelf.replace("gifts", policy(version="2", effective="2025-06-01"), OWNER)

    assert days(kept) == {"1": "from 2024-01-01 until 2025-06-01", "2": "from 2025-06-01"}
    assert kept.versions[0].ended == ("replaced", date(2025, 6, 1))


def test_a_version_that_ended_before_is_left_as_it_is(shelf: PolicyShelf) -> None:
    shelf.upload(policy(until="2025-01-01"), OWNER, taken=())

    kept = shelf.replace("gifts", policy(version="2", effective="2025-06-01"), OWNER)

    assert days(kept) == {"1": "from 2024-01-01 until 2025-01-01", "2": "from 2025-06-01"}
    assert kept.versions[0].ended is None


@pytest.mark.parametrize("effective", ["2024-01-01", "2023-01-01"])
def test_two_versions_with_days_in_common_are_refused(effective: str, shelf: PolicyShelf) -> None:
    shelf.upload(policy(), OWNER, taken=())

    with pytest.raises(PolicyConflict, match=f"from 2024-01-01, and version 2 would be from {effective}"):
        shelf.replace("gifts", policy(version="2", effective=effective), OWNER)

    assert days(shelf.policy("gifts", OWNER)) == {"1": "from 2024-01-01"}
    assert shelf.last_change() == 1


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"version": "1", "effective": "2025-01-01"}, "there is a version 1 of gifts already"),
        (
            {"version": "2", "id": "hospitality"},
            "the file is of hospitality, and the version to be replaced of gifts",
        ),
        ({"version": "2", "audience": ["sales"]}, "the file is of gifts.sales"),
    ],
)
def test_a_version_of_another_policy_is_refused(
    told: dict[str, str | list[str]], said: str, shelf: PolicyShelf
) -> None:
    shelf.upload(policy(), OWNER, taken=())

    with pytest.raises(PolicyConflict, match=said):
        shelf.replace("gifts", policy(**told), OWNER)


def test_a_retired_policy_stands_as_it_stood_on_days_before(shelf: PolicyShelf) -> None:
    shelf.upload(policy(), OWNER, taken=())
    shelf.replace("gifts", policy(version="2", effective="2025-06-01"), OWNER)

    kept = shelf.retire("gifts", date(2025, 1, 1), OWNER)

    assert days(kept) == {"1": "from 2024-01-01 until 2025-01-01", "2": "never"}


def test_a_policy_is_retired_once(shelf: PolicyShelf) -> None:
    shelf.upload(policy(), OWNER, taken=())
    shelf.retire("gifts", date(2025, 1, 1), OWNER)

    with pytest.raises(PolicyConflict, match="in force on no day from 2025-01-01 on"):
        shelf.retire("gifts", date(2025, 1, 1), OWNER)


def test_a_retired_policy_can_be_taken_up_again(shelf: PolicyShelf) -> None:
    shelf.upload(policy(), OWNER, taken=())
    shelf.retire("gifts", date(2025, 1, 1), OWNER)

    kept = shelf.replace("gifts", policy(version="2", effective="2026-01-01"), OWNER)

    assert days(kept) == {"1": "from 2024-01-01 until 2025-01-01", "2": "from 2026-01-01"}


@pytest.mark.parametrize("taken", [(), ("gifts",)])
def test_an_id_is_given_once(taken: tuple[str, ...], shelf: PolicyShelf) -> None:
    if not taken:
        shelf.upload(policy(), OWNER, taken=())

    with pytest.raises(PolicyConflict, match="there is a policy gifts already"):
        shelf.upload(policy(title="Other gifts"), STRANGER, taken=taken)


def test_nobody_gives_a_policy_to_an_audience_of_others(shelf: PolicyShelf) -> None:
    with pytest.raises(NotPermitted, match="may not give a policy to control-room"):
        shelf.upload(policy(audience=["control-room"]), STRANGER, taken=())

    assert shelf.policies(OWNER) == ()


class TestOfAClosedPolicy:
    @pytest.fixture(autouse=True)
    def _closed(self, shelf: PolicyShelf) -> None:
        kept = shelf.upload(policy(audience=["control-room"]), GUARD, taken=())
        assert kept.id == "gifts.control-room"

    def test_a_stranger_learns_nothing(self, shelf: PolicyShelf) -> None:
        unknown = "there is no policy 'gifts.control-room'"
        for attempt in (
            lambda: shelf.policy("gifts.control-room", STRANGER),
            lambda: shelf.retire("gifts.control-room", date(2026, 1, 1), STRANGER),
            lambda: shelf.replace("gifts.control-room", policy(version="2"), STRANGER),
        ):
            with pytest.raises(UnknownPolicy, match=unknown):
                attempt()
        assert shelf.policies(STRANGER) == ()

    def test_a_stranger_may_take_the_same_id(self, shelf: PolicyShelf) -> None:
        assert shelf.upload(policy(), STRANGER, taken=()).id == "gifts"
        assert shelf.upload(policy(audience=["sales"]), STRANGER, taken=()).id == "gifts.sales"

    def test_its_audience_sees_it(self, shelf: PolicyShelf) -> None:
        assert [kept.id for kept in shelf.policies(GUARD)] == ["gifts.control-room"]


def test_of_many_who_upload_the_same_id_at_once_one_succeeds(shelf: PolicyShelf) -> None:
    def upload(number: int) -> bool:
        try:
            shelf.upload(policy(title=f"Gifts {number}"), OWNER, taken=())
        except PolicyConflict:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(upload, range(8))) == 1
    assert shelf.last_change() == 1


@pytest.mark.parametrize("name", ["", "gifts\x00", "Gifts", "../gifts", "x" * 10_000])
def test_what_is_no_id_is_no_policy(name: str, shelf: PolicyShelf) -> None:
    with pytest.raises(UnknownPolicy):
        shelf.policy(name, OWNER)


def test_every_change_is_an_entry_of_the_ledger(shelf: PolicyShelf, ledger: Ledger) -> None:
    shelf.upload(policy(), OWNER, taken=())
    shelf.replace("gifts", policy(version="2", effective="2025-06-01"), GUARD)

    entries = list(ledger.entries())

    assert [(entry.kind, entry.said["action"], entry.said["version"]) for entry in entries] == [
        ("policy", "uploaded", "1"),
        ("policy", "replaced", "1"),
        ("policy", "uploaded", "2"),
    ]
    assert entries[1].said["ends_on"] == "2025-06-01"
    assert [entry.fields["actor"].value for entry in entries] == ['"Ms. Flint"', '"Mr. Ash"', '"Mr. Ash"']


def test_what_fails_leaves_nothing_behind(shelf: PolicyShelf, ledger: Ledger) -> None:
    closed = replace(OWNER, audiences=frozenset())

    with pytest.raises(NotPermitted):
        shelf.upload(policy(audience=["control-room"]), closed, taken=())

    assert list(ledger.entries()) == []
    assert shelf.last_change() == 0
