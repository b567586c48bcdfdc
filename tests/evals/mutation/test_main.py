import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.law import Corpus
from evals.mutation import Requirement, requirements
from evals.mutation import __main__ as command
from evals.mutation.scores import Share
from evals.mutation.suite import Suite
from tests.evals.mutation.builders import said

HOLDS = Requirement("caught", Share(1, 1), 0.9, at_least=True)
QUOTE = (
    "A household shall keep its lanterns lit for six months at least, unless the council says otherwise."
)


@pytest.fixture
def suite(monkeypatch: pytest.MonkeyPatch, small_corpus: Corpus) -> Callable[..., None]:
    """Lets the command find one statement, and say of it what a test wants."""

    def use(*missing: str) -> None:
        monkeypatch.setattr(command, "load_corpus", lambda policies: small_corpus)
        monkeypatch.setattr(command, "gathered", lambda corpus: Suite((said(QUOTE),), missing))

    return use


def test_too_few_statements_give_no_verdict(
    suite: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    suite("0 recorded answers, at least 200 needed")

    assert command.main([]) == 2
    assert "No verdict: 0 recorded answers" in capsys.readouterr().err


def test_one_operator_alone_gives_no_verdict(
    suite: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    suite()

    assert command.main(["--only", "number"]) == 2
    assert "only 'number' was run" in capsys.readouterr().err


def test_what_does_not_hold_is_a_failure(suite: Callable[..., None], tmp_path: Path) -> None:
    suite()

    assert command.main(["--json", str(tmp_path / "m.json"), "--markdown", str(tmp_path / "m.md")]) == 1

    measured = json.loads((tmp_path / "m.json").read_text())
    assert len(measured["requirements"]) == len(requirements([]))
    assert any(not one["holds"] for one in measured["requirements"])
    assert (tmp_path / "m.md").read_text().startswith("### What is asked for")


def test_where_all_holds_it_passes(suite: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    suite()
    monkeypatch.setattr(command, "requirements", lambda trials: (HOLDS,))

    assert command.main([]) == 0
