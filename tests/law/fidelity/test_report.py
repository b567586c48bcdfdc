from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law import Corpus, load_corpus
from copilot.law.fidelity import EditionReport, FixedTerms, check_edition, editions_in
from tests.law.fidelity.oil_act import FAITHFUL, write_oil_act


def _report(tmp_path: Path, cut: str, instead: str) -> EditionReport:
    texts, official = write_oil_act(tmp_path, cut, instead)
    corpus = load_corpus(policies=None, texts=texts)
    (edition,) = editions_in(official, corpus.instruments.values())
    return check_edition(edition, corpus, FixedTerms([]))


def test_a_faithful_digest_has_no_faults(tmp_path: Path) -> None:
    report = _report(tmp_path, "", "")

    assert (report.units, report.covered, report.faults) == (3, 1.0, ())


@pytest.mark.parametrize(
    ("cut", "instead", "kind"),
    [
        ("- **2.** Stores may be inspected by the Commission.\n", "", "missing"),
        ("### Article 2", "- **3.** Oil is dear.\n### Article 2", "unknown"),
        ("30 litres", "40 litres", "figure"),
        ("by a provider", "by somebody", "actor"),
        ("must be kept", "is kept", "force"),
        (" at least", "", "qualifier"),
        (
            "In every public store, 30 litres of oil at least must be kept by a provider.",
            "A provider shall keep at least 30 litres of oil in each public store.",
            "copied",
        ),
    ],
)
def test_each_kind_of_fault_is_found(cut: str, instead: str, kind: str, tmp_path: Path) -> None:
    assert cut in FAITHFUL

    report = _report(tmp_path, cut, instead)

    assert kind in {fault.kind for fault in report.faults}
    assert (report.covered < 1) == (kind not in ("copied", "unknown"))


def test_a_folder_without_official_files_is_named(small_corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no official file"):
        editions_in(tmp_path, small_corpus.instruments.values())
    with pytest.raises(CorpusError, match="is not a folder"):
        editions_in(tmp_path / "gone", small_corpus.instruments.values())
