"""One question, one answer, over a small corpus, with the extractive model and a ledger of the test's own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copilot.law import Corpus
from tests.agent.model_server import Call, ModelServer, Turn, model_listening
from tests.conftest import Ended

Copilot = Callable[..., Ended]
QUESTION = "When must a broken lantern be reported?"
RULE = "A keeper shall report a broken lantern within 3 days."


@pytest.fixture
def asked(
    copilot: Copilot, monkeypatch: pytest.MonkeyPatch, small_corpus: Corpus, indexed: Path, tmp_path: Path
) -> Iterator[Copilot]:
    """The command over the small corpus; in the end its ledger holds, and every answer in it is rebuilt."""
    shutil.copytree(indexed, tmp_path / "data")
    for module in ("ask", "chat", "audit"):
        monkeypatch.setattr(f"copilot.cli.{module}.corpus_in_force", lambda settings: small_corpus)
    yield copilot
    if (tmp_path / "data" / "records").exists():
        assert copilot("audit", "verify").code == 0
        assert copilot("audit", "replay").code == 0


def test_an_answer_is_shown_with_numbered_notes_and_its_record(asked: Copilot) -> None:
    code, out, _ = asked("ask", QUESTION, "--as-of", "2026-11-20")

    assert code == 0
    assert "within 3 days" in out
    assert "[1] Art. 1(2) Lantern Act (digest)  lantern-act/art-1/2" in out
    assert "As of 2026-11-20. Record 2." in out


def test_the_day_decides_which_wording_answers(asked: Copilot) -> None:
    assert "within 14 days" in asked("ask", QUESTION, "--as-of", "2025-01-01").out


def test_two_days_are_answered_and_compared(asked: Copilot) -> None:
    out = asked("ask", QUESTION, "--as-of", "2026-11-20", "--compare-with", "2025-01-01").out

    changed = out.partition("What changed between 2025-01-01 and 2026-11-20")[2]
    assert any(line.startswith("- ") and "14 days" in line for line in changed.splitlines())
    assert any(line.startswith("+ ") and "3 days" in line for line in changed.splitlines())


def test_json_is_the_whole_answer(asked: Copilot) -> None:
    answer = json.loads(asked("ask", QUESTION, "--as-of", "2026-11-20", "--json").out)

    assert (answer["as_of"], answer["refusal"], answer["dropped"]) == ("2026-11-20", None, 0)
    statement = next(one for one in answer["statements"] if one["citations"])
    assert statement["citations"][0]["id"] == "lantern-act/art-1/2"
    assert statement["citations"][0]["quote"] in RULE
    assert statement["check"] in ("quoted", "checked")
    assert answer["sequence"] == 2


def test_a_question_that_is_out_of_scope_is_refused_by_name(asked: Copilot) -> None:
    code, out, _ = asked("ask", "Should I take aspirin?", "--as-of", "2026-11-20")

    assert code == 0
    assert "No answer (out of scope). This asks for medical advice" in out


def test_an_empty_question_is_an_error(asked: Copilot) -> None:
    code, _, err = asked("ask", " ? ", "--as-of", "2026-11-20")

    assert code == 11
    assert "has no words" in err


@pytest.fixture
def model() -> ModelServer:
    with model_listening() as server:
        yield server


def test_another_model_words_the_answer_behind_the_same_gate(
    asked: Copilot, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_MODEL_URL", model.address)
    right = {"say": RULE, "cites": [{"of": "lantern-act/art-1/2", "words": RULE}]}
    wrong = {**right, "say": RULE.replace("3", "5")}
    model.says(
        Turn(calls=(Call("search_law", {"query": "broken lantern"}),)),
        Turn(text=f"{json.dumps(wrong)}\n{json.dumps(right)}\n"),
    )

    out = asked("ask", QUESTION, "--as-of", "2026-11-20", "--model", "lantern").out

    assert "within 3 days" in out
    assert "within 5 days" not in out
    assert "1 statements did not hold" in out


def test_a_model_that_is_not_there_is_replaced_and_that_is_said(
    asked: Copilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_MODEL_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("COPILOT_MODEL_RETRIES", "0")

    out = asked("ask", QUESTION, "--as-of", "2026-11-20", "--model", "lantern").out

    assert "The extractive model answers, since the model 'lantern'" in out
    assert "within 3 days" in out


def test_what_left_the_machine_is_shown_as_it_left(
    asked: Copilot, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_MODEL_URL", model.address)
    model.says(Turn(text='{"refuse": "no_source"}'))
    question = "Must Ms Amelia Thornbury (amelia@thornbury.example) report a broken lantern?"

    out = asked("ask", question, "--as-of", "2026-11-20", "--model", "lantern", "--show-sent").out

    sent = out.partition("What left this machine")[2]
    assert "report a broken lantern" in sent
    assert "Thornbury" not in sent
    assert "Nothing." in asked("ask", QUESTION, "--as-of", "2026-11-20", "--show-sent").out


def test_without_that_leave_it_is_an_error(asked: Copilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPILOT_MODEL_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("COPILOT_MODEL_RETRIES", "0")
    monkeypatch.setenv("COPILOT_MODEL_FALLBACK", "false")

    code, _, err = asked("ask", QUESTION, "--as-of", "2026-11-20", "--model", "lantern")

    assert code == 10
    assert "COPILOT_MODEL_URL" in err
