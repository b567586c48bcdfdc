from datetime import date

import pytest

from copilot.grounding import Answer, Check, Evidence, Finding, Refusal, Statement

DAY = date(2026, 11, 20)


def _answer(*statements: Statement, refusal: Refusal | None = None) -> Answer:
    return Answer(DAY, statements, Evidence(), fingerprint="abc", sequence=1, refusal=refusal)


def test_an_answer_holds_checked_statements() -> None:
    statement = Statement("Lamps are lit at dusk.", (), Check("checked"))

    assert _answer(statement).statements == (statement,)


def test_a_statement_that_failed_cannot_be_part_of_an_answer() -> None:
    failed = Check("failed", (Finding("quote stands", "fail", "not in the text"),))

    with pytest.raises(ValueError, match="dropped"):
        _answer(Statement("Lamps are lit at noon.", (), failed))


def test_where_nothing_is_left_there_is_a_refusal() -> None:
    refusal = Refusal("no_source", "no provision speaks of neon", settled_by="Name the act you mean.")

    assert _answer(refusal=refusal).refusal is refusal
    with pytest.raises(ValueError, match="needs a refusal"):
        _answer()
