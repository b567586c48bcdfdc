"""A store that was damaged is said to be, file by file, and how to mend it."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law import Corpus, load_corpus
from copilot.law.installed import OfficialStore, coverage_of
from copilot.law.installing import Installer
from tests.law.installing.lantern_publisher import act

FIRST = date(2020, 1, 1)


@pytest.fixture
def installer(lantern_law: Corpus, tmp_path: Path) -> Installer:
    installer = Installer(lantern_law.instruments["lantern-act"], lantern_law, tmp_path)
    (tmp_path / "lantern.xml").write_bytes(act())
    installer.from_files(tmp_path / "lantern.xml", FIRST)
    return installer


def _change(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink()
    else:
        file.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("edition.json", b"{", "cannot be read"),
        ("edition.json", b"{}", "cannot be read"),
        ("text-*/units.json", None, "is missing"),
        ("text-*/units.json", b"[]", "not as it was installed"),
        ("text-*/received/lantern.xml", None, "is missing"),
        ("text-*/received/lantern.xml", act(oil="rape"), "not as it was installed"),
    ],
)
@pytest.mark.usefixtures("installer")
def test_damage_is_named_with_how_to_mend_it(
    name: str, data: bytes | None, said: str, lantern_law: Corpus, lantern_texts: Path, tmp_path: Path
) -> None:
    (file,) = tmp_path.glob(f"official/lantern-act/2020-01-01/{name}")
    _change(file, data)

    with pytest.raises(CorpusError, match=said) as error:
        load_corpus(policies=None, texts=lantern_texts, installed=tmp_path)

    assert error.value.file == str(file)
    assert error.value.remedy == "Install it again: copilot law install lantern-act --version 2020-01-01"
    held = coverage_of(lantern_law, tmp_path)[0].versions[0]
    assert held.official is None
    assert said in (held.damage or "")


def test_an_edition_put_into_another_folder_is_damage(
    installer: Installer, lantern_texts: Path, tmp_path: Path
) -> None:
    (tmp_path / "official/lantern-act/2020-01-01").rename(tmp_path / "official/lantern-act/2025-07-01")

    with pytest.raises(CorpusError, match="this is of lantern-act, 2020-01-01"):
        load_corpus(policies=None, texts=lantern_texts, installed=tmp_path)


def test_units_of_another_form_are_damage(
    installer: Installer, lantern_law: Corpus, lantern_texts: Path, tmp_path: Path
) -> None:
    """As an older copilot may have written them."""
    (edition,) = tmp_path.glob("official/lantern-act/*/edition.json")
    (units,) = tmp_path.glob("official/lantern-act/*/*/units.json")
    units.write_bytes(b'[{"id": "art-1"}]')
    said = json.loads(edition.read_bytes()) | {
        "units_sha256": hashlib.sha256(units.read_bytes()).hexdigest()
    }
    edition.write_text(json.dumps(said))

    with pytest.raises(CorpusError, match="cannot be read"):
        load_corpus(policies=None, texts=lantern_texts, installed=tmp_path)


def test_installing_again_mends_it(
    installer: Installer, lantern_law: Corpus, lantern_texts: Path, tmp_path: Path
) -> None:
    (tmp_path / "official/lantern-act/2020-01-01/edition.json").write_text("{")

    installer.from_files(tmp_path / "lantern.xml", FIRST)

    load_corpus(policies=None, texts=lantern_texts, installed=tmp_path)
    act_meant = lantern_law.instruments["lantern-act"]
    store = OfficialStore(tmp_path)
    text = store.installed(act_meant, act_meant.versions[0])
    assert text is not None
    assert len(store.units(text)) == text.units == 4
