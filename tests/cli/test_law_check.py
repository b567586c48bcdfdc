import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.law import load_corpus
from tests.law.fidelity.oil_act import write_oil_act

Copilot = Callable[..., tuple[int, str, str]]


@pytest.fixture
def official(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Let the command see the made-up Oil Act, with something in its digest replaced."""

    def write(cut: str, instead: str) -> Path:
        texts, folder = write_oil_act(tmp_path, cut, instead)
        corpus = load_corpus(policies=None, texts=texts)
        monkeypatch.setattr("copilot.cli.law_check.corpus_in_force", lambda settings: corpus)
        return folder

    return write


def test_a_faithful_digest_passes(copilot: Copilot, official: Callable[[str, str], Path]) -> None:
    code, out, _ = copilot("law", "check", "--official", str(official("", "")))

    assert code == 0
    assert "100.00%" in out
    assert "none" in out


def test_a_fault_is_named_and_fails(copilot: Copilot, official: Callable[[str, str], Path]) -> None:
    code, out, _ = copilot("law", "check", "--official", str(official("30 litres", "40 litres")))

    assert code == 1
    assert "oil-act/art-1/1: figure: 30 is lost" in out


def test_the_report_as_json(copilot: Copilot, official: Callable[[str, str], Path]) -> None:
    code, out, _ = copilot(
        "law", "check", "oil-act", "--json", "--official", str(official("provider", "man"))
    )

    (report,) = json.loads(out)["editions"]
    assert (code, report["units"], report["faults"][0]["kind"]) == (1, 3, "actor")


def test_a_folder_without_texts_is_named(copilot: Copilot, tmp_path: Path) -> None:
    code, _, err = copilot("law", "check", "--official", str(tmp_path))

    assert (code, "no official file" in err) == (4, True)


def test_a_reference_that_leads_nowhere_is_named_with_its_place(
    copilot: Copilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, _ = write_oil_act(tmp_path, "A wick must be dry.", "A wick of Article 9 must be dry.")
    corpus = load_corpus(policies=None, texts=texts)
    monkeypatch.setattr("copilot.cli.law_check.corpus_in_force", lambda settings: corpus)

    code, out, _ = copilot("law", "check")

    assert code == 1
    assert "01.md:10: oil-act/art-2: 'Article 9' is oil-act/art-9, which is not held" in out
    assert "1 references lead nowhere" in out
