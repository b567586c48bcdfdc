from datetime import date
from pathlib import Path

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import CorpusError
from copilot.law import Corpus, ProvisionId
from copilot.law.policy_upload import read_upload
from copilot.records import HeldPolicies
from copilot.records.ledger import Ledger
from copilot.records.policies import PolicyShelf
from copilot.settings import Settings
from tests.records.conftest import Place

OWNER = Actor("Ms. Flint", frozenset({EVERY_AUDIENCE}))


@pytest.fixture
def settings(place: Place, tmp_path: Path) -> Settings:
    """What names the ledger's database, of either kind."""
    address = str(place.url) if place.is_file else place.server_address
    return Settings.model_validate(
        {"data_dir": tmp_path / "data", "database_url": address, "ledger_key_file": place.key_file}
    )


@pytest.fixture
def at_home(tmp_path: Path) -> Settings:
    """What leaves the ledger in the data folder."""
    return Settings(data_dir=tmp_path / "data")


def put(ledger: Ledger, policy: str, text: str, **told: str | list[str]) -> None:
    head = {
        "id": policy,
        "title": f"Of {policy}",
        "version": "1",
        "effective": "2024-01-01",
        "owner": "Compliance",
    }
    read = read_upload("file.md", text.encode(), {**head, **told})
    PolicyShelf(ledger).upload(read, OWNER, taken=())


def beside(settings: Settings, folder: Corpus) -> Corpus:
    with HeldPolicies(settings) as held:
        return held.read().beside(folder)


def wording(corpus: Corpus, provision: str, day: date) -> str:
    return corpus.as_of(day).provision(ProvisionId.parse(provision)).text


def test_looking_for_policies_creates_nothing(at_home: Settings, small_corpus: Corpus) -> None:
    corpus = beside(at_home, small_corpus)

    assert corpus.instruments == small_corpus.instruments
    assert not at_home.data_folder.exists()


def test_a_database_without_a_place_for_policies_holds_none(settings: Settings, at_home: Settings) -> None:
    at_home.records_file.parent.mkdir(parents=True)
    at_home.records_file.touch()

    for without in (settings, at_home):
        with HeldPolicies(without) as held:
            assert (held.last_change(), held.read().policies) == (0, ())


def test_policies_are_found_as_soon_as_there_is_a_ledger(settings: Settings, place: Place) -> None:
    with HeldPolicies(settings) as held:
        assert held.last_change() == 0
        with place.open() as ledger:
            put(ledger, "gifts", "1 Limits\n1.1 No gift.\n")

        assert held.last_change() == 1
        assert held.read().instruments == {"policy/gifts"}


def test_uploaded_policies_stand_beside_the_folders(
    ledger: Ledger, settings: Settings, small_corpus: Corpus
) -> None:
    put(ledger, "gifts", "1 Limits\n1.1 No gift above EUR 50.\n")
    read = read_upload(
        "new.md",
        b"1 Limits\n1.1 No gift at all.\n",
        {"id": "gifts", "title": "Gifts", "version": "2", "effective": "2025-06-01", "owner": "Compliance"},
    )
    PolicyShelf(ledger).replace("gifts", read, OWNER)

    corpus = beside(settings, small_corpus)

    assert wording(corpus, "policy/lamp-care/1.1", date(2025, 1, 1)).startswith("This policy says")
    assert wording(corpus, "policy/gifts/1.1", date(2025, 5, 31)) == "No gift above EUR 50."
    assert wording(corpus, "policy/gifts/1.1", date(2025, 6, 1)) == "No gift at all."
    with HeldPolicies(settings) as held:
        assert (held.last_change(), held.read().files) == (3, {1, 2})


def test_a_version_that_was_ended_before_its_first_day_is_in_no_text(
    ledger: Ledger, settings: Settings, small_corpus: Corpus
) -> None:
    put(ledger, "gifts", "1 Limits\n1.1 No gift.\n", effective="2030-01-01")
    PolicyShelf(ledger).retire("gifts", date(2029, 1, 1), OWNER)

    assert "policy/gifts" not in beside(settings, small_corpus).instruments


def test_a_closed_policy_of_the_folder_makes_way_for_an_open_one_of_its_id(
    ledger: Ledger, settings: Settings, small_corpus: Corpus
) -> None:
    put(ledger, "watch-list", "1 Clocks\n1.1 Watches are wound daily.\n")

    corpus = beside(settings, small_corpus)

    assert wording(corpus, "policy/watch-list/1.1", date(2025, 1, 1)) == "Watches are wound daily."
    closed = corpus.timeline(ProvisionId.parse("policy/watch-list.control-room/1.1"))
    assert (closed[0].text, closed[0].audience) == (
        "Glass thieves are awaited in Vine Street.",
        {"control-room"},
    )
    assert (
        "policy/watch-list.control-room" not in corpus.open_to(Actor("Mr. Wick", frozenset())).instruments
    )


def test_an_open_policy_that_is_in_the_folder_and_uploaded_is_an_error_that_names_both(
    ledger: Ledger, settings: Settings, small_corpus: Corpus
) -> None:
    put(ledger, "lamp-care", "1 Purpose\n1.1 Lamps are lit.\n")

    with pytest.raises(CorpusError, match=r"file\.md \(lamp-care, version 1, uploaded\).*lamp-care\.md"):
        beside(settings, small_corpus)
