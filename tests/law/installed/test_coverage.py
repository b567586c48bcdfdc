from datetime import date
from pathlib import Path

from copilot.law import Corpus
from copilot.law.installed import coverage_of
from copilot.law.installing import Installer
from tests.law.installing.lantern_publisher import act


def test_what_is_held_of_each_version_is_counted(lantern_law: Corpus, tmp_path: Path) -> None:
    file = tmp_path / "02020R0001-20250701.xml"
    file.write_bytes(act())
    Installer(lantern_law.instruments["lantern-act"], lantern_law, tmp_path).from_files(file, None)

    (lantern_act,) = coverage_of(lantern_law, tmp_path)
    first, second = lantern_act.versions

    assert (first.version.start, first.digest_units, first.official) == (date(2020, 1, 1), 6, None)
    assert second.digest_units == 7
    assert second.official is not None
    assert (second.official.source, second.official.units) == (file.name, 4)
    assert (first.damage, second.damage) == (None, None)


def test_a_firms_policies_are_left_out(small_corpus: Corpus, tmp_path: Path) -> None:
    assert [item.instrument.id for item in coverage_of(small_corpus, tmp_path)] == ["lantern-act"]
