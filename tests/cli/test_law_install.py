import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from copilot.law import load_corpus
from tests.law.installing.lantern_publisher import Publisher, act, publishing, write_lantern_law

Copilot = Callable[..., tuple[int, str, str]]


@pytest.fixture
def publisher(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """The publisher of the made-up act, which is the corpus the commands read."""
    monkeypatch.setenv("NO_PROXY", "*")
    with publishing() as publisher:
        folder = write_lantern_law(texts, tmp_path / "texts", publisher.address)
        monkeypatch.setattr("copilot.law.load_corpus", partial(load_corpus, texts=folder))
        publisher.answer("/first", act())
        publisher.answer("/second", act(reporting="3 days"))
        yield publisher


@pytest.mark.usefixtures("publisher")
def test_one_command_installs_what_show_and_timeline_then_show(copilot: Copilot) -> None:
    code, out, _ = copilot("law", "install", "lantern-act")

    assert code == 0
    assert "Lantern Act, version of 2025-07-01: 4 units from http://127.0.0.1" in out
    assert "--layer official" in out
    shown = copilot("law", "show", "lantern-act/art-1/2", "--layer", "official", "--as-of", "2025-06-30")[1]
    assert "each broken lantern within 14 days" in shown
    assert "official, worded from 2020-01-01 until 2025-07-01" in shown
    digest = copilot("law", "show", "lantern-act/art-1/2", "--as-of", "2025-06-30")[1]
    assert "a broken lantern within 14 days" in digest
    layers = [
        item["layer"] for item in json.loads(copilot("law", "timeline", "lantern-act/art-2", "--json")[1])
    ]
    assert layers == ["digest", "official"]


def test_one_version_from_a_file_as_json(copilot: Copilot, publisher: Publisher, tmp_path: Path) -> None:
    (tmp_path / "act.xml").write_bytes(act())

    _, out, _ = copilot(
        "law", "install", "lantern-act", "--from", "act.xml", "--version", "2020-01-01", "--json"
    )

    (text,) = json.loads(out)
    assert (text["version"], text["source"], text["units"]) == ("2020-01-01", "act.xml", 4)
    assert publisher.asked == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("install", "neon-act"), 4, "no instrument 'neon-act'"),
        (("install", "lantern-act", "--version", "soon"), 2, "is not a day"),
        (("install", "lantern-act", "--from", "nowhere.xml"), 4, "no such file"),
        (("show", "lantern-act/art-2", "--layer", "official"), 4, "copilot law install lantern-act"),
        (("show", "lantern-act/art-2", "--layer", "own"), 2, "--layer"),
    ],
)
@pytest.mark.usefixtures("publisher")
def test_what_cannot_be_done_is_said(
    words: tuple[str, ...], code: int, said: str, copilot: Copilot
) -> None:
    ended, _, err = copilot("law", *words)

    assert ended == code
    assert said in err


def test_without_the_publisher_it_ends_with_a_code_of_its_own(
    copilot: Copilot, publisher: Publisher
) -> None:
    publisher.answer("/first", b"", 503)

    code, _, err = copilot("law", "install", "lantern-act")

    assert code == 7
    assert "answered 503" in err
    assert "--from FILE" in err


@pytest.mark.usefixtures("publisher")
def test_coverage_says_what_is_held_and_what_is_not(
    copilot: Copilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    copilot("law", "install", "lantern-act", "--version", "2025-07-01")

    first, second = json.loads(copilot("law", "coverage", "--json")[1])[0]["versions"]
    assert (first["celex"], first["digest_units"], first["official"]) == ("32020R0001", 6, None)
    assert (second["digest_units"], second["official"]["units"]) == (7, 4)
    table = copilot("law", "coverage")[1]
    assert "not installed" in table
    assert second["official"]["sha256"][:12] in table

    (edition,) = tmp_path.glob("data/official/lantern-act/*/edition.json")
    edition.write_text("{")
    assert "damaged" in copilot("law", "coverage")[1]
    assert copilot("law", "install", "lantern-act", "--version", "2025-07-01")[0] == 0


def test_coverage_of_the_shipped_corpus_names_its_gaps(copilot: Copilot) -> None:
    code, out, _ = copilot("law", "coverage")

    assert code == 0
    assert "iso-42001: gaps" in out
    assert "protected by copyright" in out
