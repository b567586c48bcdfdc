"""Installing from the publisher and from files: all of it or nothing."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from copilot.errors import CopilotError, CorpusError, DownloadError, MachineError
from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.law.installing import LARGEST_FILE, Installer
from tests.law.installing.lantern_publisher import Publisher, act

FIRST, SECOND = date(2020, 1, 1), date(2025, 7, 1)
BOMB = b'<!DOCTYPE ACT [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ACT>&b;</ACT>'
SUPPER_ACT = (
    b'<ACT><ENACTING.TERMS><ARTICLE IDENTIFIER="001"><STI.ART><P>Suppers</P></STI.ART>'
    b"<ALINEA>Waiters bring bread first.</ALINEA></ARTICLE>"
    b'<ARTICLE IDENTIFIER="002"><STI.ART><P>Wine</P></STI.ART><ALINEA>Guests pour themselves.</ALINEA>'
    b"</ARTICLE></ENACTING.TERMS></ACT>"
)


@pytest.fixture
def installer(lantern_law: Corpus, tmp_path: Path) -> Installer:
    return Installer(lantern_law.instruments["lantern-act"], lantern_law, tmp_path / "data")


def _fetched(installer: Installer, day: date | None = None) -> list[str]:
    installed = installer.from_publisher(day, lambda done, total: None)
    return [str(text.version) for text in installed]


def _official(texts: Path, tmp_path: Path, unit: str, day: date) -> str:
    corpus = load_corpus(policies=None, texts=texts, installed=tmp_path / "data")
    return corpus.as_of(day, layer="official").provision(ProvisionId.parse(f"lantern-act/{unit}")).text


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def test_every_version_offered_is_fetched(
    installer: Installer, publisher: Publisher, lantern_texts: Path, tmp_path: Path
) -> None:
    publisher.answer("/first", act())
    publisher.answer("/second", act(reporting="3 days"))

    assert _fetched(installer) == ["2020-01-01", "2025-07-01"]
    assert "14 days" in _official(lantern_texts, tmp_path, "art-1/2", date(2025, 6, 30))
    assert "3 days" in _official(lantern_texts, tmp_path, "art-1/2", SECOND)
    assert not list((tmp_path / "data/official/lantern-act/downloads").iterdir())


def test_what_is_installed_says_where_it_is_from(
    installer: Installer, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.answer("/first", act())
    _fetched(installer, FIRST)

    (edition,) = tmp_path.glob("data/official/lantern-act/*/edition.json")
    said = json.loads(edition.read_bytes())

    assert edition.parent.name == "2020-01-01"
    assert (said["source"], said["units"], said["size"]) == (
        f"{publisher.address}/first?id=1",
        4,
        len(act()),
    )
    assert (edition.parent / said["folder"] / "received" / "32020R0001.formex").read_bytes() == act()


def test_a_newer_file_replaces_what_was_installed(
    installer: Installer, publisher: Publisher, lantern_texts: Path, tmp_path: Path
) -> None:
    for oil in ("vegetable", "rape", "olive"):
        publisher.answer("/first", act(oil=oil))
        _fetched(installer, FIRST)

    assert "olive" in _official(lantern_texts, tmp_path, "art-2", FIRST)
    assert len(list(tmp_path.glob("data/official/lantern-act/2020-01-01/text-*"))) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BOMB, "32020R0001.*declares a document type"),
        (act()[:-20], "32020R0001"),
        (b"%PDF-1.7 nothing", "32020R0001"),
        (b"<html><body><p>Please wait.</p></body></html>", "no official text"),
        (b"", "no official text"),
        (SUPPER_ACT, "this is not the Lantern Act"),
    ],
)
def test_a_failed_installation_leaves_the_texts_as_they_were(
    data: bytes, said: str, installer: Installer, publisher: Publisher, lantern_texts: Path, tmp_path: Path
) -> None:
    publisher.answer("/first", act())
    _fetched(installer, FIRST)
    publisher.answer("/first", data)

    with pytest.raises(CorpusError, match=said):
        _fetched(installer, FIRST)

    assert "vegetable" in _official(lantern_texts, tmp_path, "art-2", FIRST)


def test_a_text_shorter_than_it_should_be_by_a_false_length_is_refused(
    installer: Installer, publisher: Publisher, lantern_texts: Path, tmp_path: Path
) -> None:
    publisher.answer("/first", act())
    _fetched(installer, FIRST)
    publisher.answer("/first", act(oil="rape"), Content_Length=str(len(act()) - 30))

    with pytest.raises(CorpusError, match="32020R0001"):
        _fetched(installer, FIRST)

    assert "vegetable" in _official(lantern_texts, tmp_path, "art-2", FIRST)


def test_where_one_version_fails_none_is_replaced(
    installer: Installer, publisher: Publisher, lantern_texts: Path, tmp_path: Path
) -> None:
    publisher.answer("/first", act())
    publisher.answer("/second", act(), 503)

    with pytest.raises(DownloadError, match="503"):
        _fetched(installer)

    with pytest.raises(CopilotError, match="no official text of lantern-act/art-2 is installed"):
        _official(lantern_texts, tmp_path, "art-2", FIRST)


def test_a_download_cut_off_goes_on_when_asked_again(installer: Installer, publisher: Publisher) -> None:
    half, whole = len(act()) // 2, len(act())
    publisher.answer("/first", act()[:half], Content_Length=str(whole), ETag='"1"')
    with pytest.raises(DownloadError, match="cut off"):
        _fetched(installer, FIRST)
    publisher.answer("/first", act()[half:], 206, Content_Range=f"bytes {half}-{whole - 1}/{whole}")

    assert _fetched(installer, FIRST) == ["2020-01-01"]


def test_a_folder_of_files_is_matched_by_their_numbers(
    installer: Installer, lantern_texts: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    _written(folder / "CELEX_32020R0001_EN.html", act())
    _written(folder / "02020R0001-20250701.xml", act(reporting="3 days"))
    _written(folder / "32020R0001.a.pdf", b"%PDF-1.7 the same for print")

    assert len(installer.from_files(folder, None)) == 2
    assert "3 days" in _official(lantern_texts, tmp_path, "art-1/2", SECOND)


def test_an_act_in_several_files_is_a_folder(
    installer: Installer, lantern_texts: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "downloaded"
    folder.mkdir()
    _written(folder / "1.xml", act())
    _written(folder / "2.xml", b"<ANNEX><TITLE><TI><P>ANNEX I</P></TI></TITLE><P>Streets.</P></ANNEX>")

    (text,) = installer.from_files(folder, FIRST)

    assert [file.name for file in text.files] == ["1.xml", "2.xml"]
    assert _official(lantern_texts, tmp_path, "anx-1", FIRST) == "Streets."


def test_a_file_is_of_the_version_that_is_named(installer: Installer, tmp_path: Path) -> None:
    file = _written(tmp_path / "download.xml", act())

    assert [text.version for text in installer.from_files(file, FIRST)] == [FIRST]


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("nowhere.xml", None, "no such file"),
        ("act.xml", None, "nothing here says by its name of which version"),
        ("act.xml", date(2021, 1, 1), "has no version of 2021-01-01"),
        ("32020R0001.xml", SECOND, "the version of 2020-01-01, not of 2025-07-01"),
        ("letters", FIRST, "nothing here says"),
    ],
)
def test_a_file_whose_version_is_not_known_is_refused(
    name: str, day: date | None, said: str, installer: Installer, tmp_path: Path
) -> None:
    (tmp_path / "letters").mkdir()
    for file in ("act.xml", "32020R0001.xml"):
        _written(tmp_path / file, act())

    with pytest.raises(CorpusError, match=said):
        installer.from_files(tmp_path / name, day)


def test_a_huge_file_is_refused_before_it_is_read(installer: Installer, tmp_path: Path) -> None:
    file = tmp_path / "32020R0001.xml"
    with file.open("wb") as stream:
        os.truncate(stream.fileno(), 2 * 1024**3)

    with pytest.raises(
        CorpusError, match=rf"32020R0001\.xml: 2,147,483,648 bytes are more than the {LARGEST_FILE:,}"
    ):
        installer.from_files(file, None)


def test_a_day_without_a_version_or_an_address_is_said(
    installer: Installer, small_corpus: Corpus, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError, match="no version of 2021-01-01") as error:
        _fetched(installer, date(2021, 1, 1))
    assert "2020-01-01, 2025-07-01" in error.value.remedy

    unoffered = Installer(small_corpus.instruments["lantern-act"], small_corpus, tmp_path)
    with pytest.raises(CorpusError, match="no address is known"):
        _fetched(unoffered)


def test_a_data_folder_that_cannot_be_written_is_said(lantern_law: Corpus, tmp_path: Path) -> None:
    file = _written(tmp_path / "32020R0001.xml", act())
    installer = Installer(lantern_law.instruments["lantern-act"], lantern_law, file)

    with pytest.raises(MachineError, match="official texts cannot be written"):
        installer.from_files(file, None)


def test_the_real_ai_act_differs_in_article_4_from_one_day_to_the_next(
    official_files: Path, tmp_path: Path
) -> None:
    digest = load_corpus(policies=None)
    ai_act = digest.instruments["eu-ai-act"]

    Installer(ai_act, digest, tmp_path).from_files(official_files / "eu-ai-act", None)

    corpus = load_corpus(policies=None, installed=tmp_path)
    before, after = (
        corpus.as_of(day, layer="official").passage(ProvisionId.parse("eu-ai-act/art-4"))
        for day in (date(2026, 7, 26), date(2026, 7, 27))
    )
    assert [part.label for part in before] == ["Art. 4"]
    assert [part.label for part in after] == ["Art. 4", "Art. 4(1)", "Art. 4(2)", "Art. 4(3)"]
    assert before[0].text
    assert not after[0].text
    assert ProvisionId.parse("eu-ai-act/rec-58") in corpus.as_of(date(2026, 11, 20), layer="official")


@pytest.mark.parametrize(
    ("instrument", "versions"),
    [
        ("eu-ai-act", 2),
        ("gdpr", 1),
        ("mar", 3),
        ("mar-detection", 1),
        ("mar-indicators", 2),
        ("nist-ai-600-1", 1),
        ("nist-ai-rmf", 1),
        ("sfdr", 4),
        ("sfdr-rts", 2),
    ],
)
def test_the_real_texts_are_those_of_the_digest(
    instrument: str, versions: int, official_files: Path, tmp_path: Path
) -> None:
    digest = load_corpus(policies=None)

    installed = Installer(digest.instruments[instrument], digest, tmp_path).from_files(official_files, None)

    assert len(installed) == versions


def test_every_address_shipped_is_of_a_version_that_is_held() -> None:
    for instrument in load_corpus(policies=None).instruments.values():
        offered = [offer.version for offer in instrument.downloads]
        assert set(offered) <= {version.start for version in instrument.versions}
        assert len(set(offered)) == len(offered)


@pytest.mark.parametrize(
    ("instrument", "file"),
    [
        ("eu-ai-act", "gdpr/02016R0679-20160504.consolidated.html"),
        ("eu-ai-act", "sfdr/02019R2088-20260702.consolidated.html"),
        ("sfdr", "eu-ai-act/02024R1689-20260727.consolidated.html"),
        ("mar", "mar-indicators/32016R0522.oj.cellar.xhtml"),
    ],
)
def test_another_real_act_is_refused(
    instrument: str, file: str, official_files: Path, tmp_path: Path
) -> None:
    digest = load_corpus(policies=None)
    act_meant = digest.instruments[instrument]

    with pytest.raises(CorpusError, match="this is not the"):
        Installer(act_meant, digest, tmp_path).from_files(
            official_files / file, act_meant.versions[-1].start
        )
