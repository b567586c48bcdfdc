from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import text

from copilot.grounding import Check, Finding
from copilot.law import Corpus, load_corpus
from copilot.records import Question
from copilot.records.ledger import Ledger, replay
from copilot.rules import ToolResult
from tests.records.conftest import AnswerTo


@pytest.fixture
def answered(ledger: Ledger, question: Question, answer_to: AnswerTo) -> int:
    return ledger.append(answer_to(question, ledger.append(question)))


def test_an_answer_is_rebuilt_and_checked_without_texts_and_without_a_model(
    ledger: Ledger, answered: int
) -> None:
    replayed = replay(ledger, answered)

    assert replayed.same
    assert [again.again.check.grade for again in replayed.statements] == ["quoted", "quoted"]
    assert replayed.texts == ()


def test_a_check_that_comes_out_otherwise_is_told(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    asked = ledger.append(question)
    record = answer_to(question, asked)
    first, second = record.statements
    other = replace(first, check=Check("checked", (Finding("luck", "pass", "It looks right."),)))

    replayed = replay(ledger, ledger.append(replace(record, statements=(other, second))))

    assert not replayed.same
    assert [again.same for again in replayed.statements] == [False, True]
    assert replayed.statements[0].again == first


def test_an_actor_who_may_see_less_gets_the_same_checks_again(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    clerk = replace(question, actor=replace(question.actor, audiences=frozenset()))

    assert replay(ledger, ledger.append(answer_to(clerk, ledger.append(clerk)))).same


def test_the_texts_held_today_are_compared(
    ledger: Ledger, answered: int, small_corpus: Corpus, texts: Path, tmp_path: Path
) -> None:
    folder = Path(copytree(texts, tmp_path / "texts"))
    duties = folder / "lantern-act" / "01-duties.md"
    words = duties.read_text().replace("within 3 days", "within 4 days")
    duties.write_text(words.replace("  - **(a)** the street is open to the public;\n", ""))
    changed = load_corpus(policies=None, texts=folder)

    today = {str(text.id): text.state for text in replay(ledger, answered, corpus=small_corpus).texts}
    later = {str(text.id): text.state for text in replay(ledger, answered, corpus=changed).texts}

    assert today == {"lantern-act/art-1/1/a": "same", "lantern-act/art-1/2": "same"}
    assert later == {"lantern-act/art-1/1/a": "gone", "lantern-act/art-1/2": "changed"}


def test_a_rule_that_is_run_again_with_the_inputs_it_had(ledger: Ledger, answered: int) -> None:
    def otherwise(result: ToolResult) -> ToolResult:
        assert result.inputs["known_on"] == "2026-11-20"
        return replace(result, verdict="Report by 2026-11-24.")

    (same,) = replay(ledger, answered, tools={"deadline": lambda result: result}).results
    (other,) = replay(ledger, answered, tools={"deadline": otherwise}).results
    (not_run,) = replay(ledger, answered, tools={"fines": otherwise}).results

    assert (same.name, same.same) == ("tool:deadline/1", True)
    assert not replay(ledger, answered, tools={"deadline": otherwise}).same
    assert other.again is not None
    assert (not_run.same, not_run.again) == (True, None)


def test_texts_are_read_from_the_ledger_alone(ledger: Ledger, answered: int) -> None:
    """The provisions stand in the database whole, with their dates and who may see them."""
    with ledger.reading() as connection:
        kept = "".join(connection.scalars(text("SELECT body FROM texts")))

    assert "report a broken lantern within 3 days" in kept
    assert "binds" in kept
