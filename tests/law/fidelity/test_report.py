from pathlib import Path

import pytest

from copilot.errors import CorpusError
from copilot.law import Corpus, load_corpus
from copilot.law.fidelity import EditionReport, FixedTerms, check_edition, editions_in

INSTRUMENT = """\
id: oil-act
title: Oil Act
short: Oil Act
kind: regulation
jurisdiction: EU
publisher: Council of Lamplighters
status: in force
versions:
  - {from: 2020-01-01, source: Lantern Gazette 2/2020, celex: 32020R0002}
"""
PAGE = """\
<html><body>
<div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p>
<div class="eli-title"><p class="oj-sti-art">Oil</p></div>
<div id="001.001"><p class="oj-normal">1.   A provider shall keep at least 30 litres
of oil in each public store.</p></div>
<div id="001.002"><p class="oj-normal">2.   The Commission may inspect a store.</p></div></div>
<div class="eli-subdivision" id="art_2"><p class="oj-ti-art">Article 2</p>
<div class="eli-title"><p class="oj-sti-art">Wicks</p></div>
<p class="oj-normal">Wicks shall be dry.</p></div>
</body></html>
"""
HEAD = "---\ninstrument: oil-act\ntitle: Oil\nsource: Lantern Gazette 2/2020\nfrom: 2020-01-01\n---\n"
FAITHFUL = (
    "### Article 1 · Oil\n- **1.** In every public store, 30 litres of oil at least must be kept by a provider.\n"
    "- **2.** Stores may be inspected by the Commission.\n### Article 2 · Wicks\n\nA wick must be dry.\n"
)


def _report(tmp_path: Path, digest: str) -> EditionReport:
    texts, official = tmp_path / "texts", tmp_path / "official"
    for folder in (texts / "policies", texts / "oil-act", official):
        folder.mkdir(parents=True)
    (texts / "oil-act" / "instrument.yaml").write_text(INSTRUMENT)
    (texts / "oil-act" / "01.md").write_text(HEAD + digest)
    (official / "32020R0002.oj.xhtml").write_text(PAGE)
    corpus = load_corpus(policies=None, texts=texts)
    (edition,) = editions_in(official, corpus.instruments.values())
    return check_edition(edition, corpus, FixedTerms([]))


def test_a_faithful_digest_has_no_faults(tmp_path: Path) -> None:
    report = _report(tmp_path, FAITHFUL)

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

    report = _report(tmp_path, FAITHFUL.replace(cut, instead))

    assert kind in {fault.kind for fault in report.faults}
    assert (report.covered < 1) == (kind not in ("copied", "unknown"))


def test_a_folder_without_official_files_is_named(small_corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no official file"):
        editions_in(tmp_path, small_corpus.instruments.values())
    with pytest.raises(CorpusError, match="is not a folder"):
        editions_in(tmp_path / "gone", small_corpus.instruments.values())
