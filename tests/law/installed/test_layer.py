"""The installed texts beside the digest: their days, their order, their dates of application."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from copilot.errors import NotInForce
from copilot.law import Corpus, Period, ProvisionId, load_corpus
from copilot.law.installing import Installer
from tests.law.installing.lantern_publisher import act

Install = Callable[..., Corpus]

FIRST, SECOND = date(2020, 1, 1), date(2025, 7, 1)
NUMBERS = {FIRST: "32020R0001", SECOND: "02020R0001-20250701"}


@pytest.fixture
def install(lantern_law: Corpus, lantern_texts: Path, tmp_path: Path) -> Install:
    def install(**texts: bytes) -> Corpus:
        folder = tmp_path / "files"
        folder.mkdir()
        for name, data in texts.items():
            (folder / f"{NUMBERS[FIRST if name == 'first' else SECOND]}.xml").write_bytes(data)
        data_folder = tmp_path / "data"
        Installer(lantern_law.instruments["lantern-act"], lantern_law, data_folder).from_files(folder, None)
        return load_corpus(policies=None, texts=lantern_texts, installed=data_folder)

    return install


def _periods(corpus: Corpus, unit: str) -> list[Period]:
    timeline = corpus.timeline(ProvisionId.parse(f"lantern-act/{unit}"))
    return [wording.in_force for wording in timeline if wording.layer == "official"]


def test_a_wording_holds_from_its_version_until_the_next(install: Install) -> None:
    corpus = install(first=act(), second=act(reporting="3 days", inspectors=True))

    assert _periods(corpus, "art-1/2") == [Period(FIRST, SECOND), Period(SECOND)]
    assert _periods(corpus, "art-3") == [Period(SECOND)]


def test_the_same_words_go_on(install: Install) -> None:
    assert _periods(install(first=act(), second=act(reporting="3 days")), "art-2") == [Period(FIRST)]


def test_a_version_not_installed_ends_the_one_before(install: Install) -> None:
    corpus = install(first=act())

    assert _periods(corpus, "art-2") == [Period(FIRST, SECOND)]
    with pytest.raises(NotInForce, match="no official text of lantern-act/art-2 is installed") as error:
        corpus.as_of(SECOND, layer="official").provision(ProvisionId.parse("lantern-act/art-2"))
    assert "from 2020-01-01 until 2025-07-01" in error.value.remedy
    assert "copilot law install lantern-act" in error.value.remedy


def test_recitals_hold_on_where_a_later_text_has_none(install: Install) -> None:
    assert _periods(install(first=act(recital="Nights are dark."), second=act()), "rec-1") == [
        Period(FIRST)
    ]


def test_recitals_hold_until_a_later_text_has_its_own(install: Install) -> None:
    corpus = install(first=act(recital="Nights are dark."), second=act(recital="Nights are long."))

    assert _periods(corpus, "rec-1") == [Period(FIRST, SECOND), Period(SECOND)]


def test_what_is_repealed_ends(install: Install) -> None:
    assert _periods(install(first=act(), second=act(reporting="")), "art-1/2") == [Period(FIRST, SECOND)]


def test_the_units_of_a_day_stand_in_the_order_of_its_text(install: Install) -> None:
    corpus = install(first=act(recital="Nights are dark.", reporting=""), second=act(inspectors=True))

    law = corpus.as_of(SECOND, layer="official")

    assert ["/".join(unit.id.segments) for unit in law] == [
        "rec-1", "art-1", "art-1/1", "art-1/2", "art-2", "art-3",
    ]  # fmt: skip


def test_both_layers_stand_under_one_id(install: Install) -> None:
    corpus = install(first=act(), second=act(reporting="3 days"))

    timeline = corpus.timeline(ProvisionId.parse("lantern-act/art-1/2"))

    assert [(wording.layer, wording.in_force.start) for wording in timeline] == [
        ("digest", FIRST), ("official", FIRST), ("digest", SECOND), ("official", SECOND),
    ]  # fmt: skip
    assert {wording.layer for wording in corpus.as_of(SECOND)} == {"digest"}


def test_an_official_wording_says_where_it_is_from_and_when_it_binds(install: Install) -> None:
    corpus = install(first=act(recital="Nights are dark."), second=act())

    law = corpus.as_of(FIRST, layer="official")
    oil = law.provision(ProvisionId.parse("lantern-act/art-2"))

    assert oil.source == "CELEX 32020R0001, 32020R0001.xml"
    assert oil.audience == frozenset()
    assert [rule.binds.start for rule in oil.applies] == [date(2021, 1, 1)]
    assert law.provision(ProvisionId.parse("lantern-act/rec-1")).applies == ()


def test_nothing_installed_adds_nothing(lantern_texts: Path, tmp_path: Path) -> None:
    corpus = load_corpus(policies=None, texts=lantern_texts, installed=tmp_path / "nowhere")

    assert len(corpus.as_of(FIRST, layer="official")) == 0
