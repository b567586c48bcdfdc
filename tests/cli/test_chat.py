"""A conversation: follow-ups, another day in the middle of it, and its end."""

from __future__ import annotations

import json

import pytest

from copilot.errors import RecordsUnavailable
from copilot.records import Question, Record
from copilot.records.ledger import Ledger
from tests.cli.test_ask import QUESTION, Copilot, asked

__all__ = ["asked"]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person types, line by line; the end of input after it."""
    lines: list[str] = []

    def typed(prompt: str = "") -> str:
        if not lines:
            raise EOFError
        return lines.pop(0)

    monkeypatch.setattr("builtins.input", typed)
    return lines


def test_a_follow_up_as_of_another_day_is_answered_by_the_law_of_that_day(
    asked: Copilot, said: list[str]
) -> None:
    said += [QUESTION, "and as of 1 January 2025?"]

    out = asked("chat", "--as-of", "2026-11-20").out

    first, second = out.split("As of 2026-11-20. Record 2.")
    assert "within 3 days" in first
    assert "within 14 days" in second
    assert "As of 2025-01-01. Record 4." in second


def test_a_question_that_cannot_be_answered_does_not_end_the_conversation(
    asked: Copilot, said: list[str]
) -> None:
    said += ["???", QUESTION, ""]

    _, out, err = asked("chat", "--as-of", "2026-11-20")

    assert "has no words" in err
    assert "within 3 days" in out


def test_json_is_one_answer_a_line(asked: Copilot, said: list[str]) -> None:
    said += [QUESTION, "and as of 2025-01-01?"]

    answers = [
        json.loads(line) for line in asked("chat", "--as-of", "2026-11-20", "--json").out.splitlines()
    ]

    assert [answer["as_of"] for answer in answers] == ["2026-11-20", "2025-01-01"]


def test_an_answer_that_cannot_be_recorded_is_withdrawn(
    asked: Copilot, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    append = Ledger.append

    def full_disk(ledger: Ledger, entry: Question | Record) -> int:
        if isinstance(entry, Record):
            raise RecordsUnavailable("the disk is full", remedy="Make room.")
        return append(ledger, entry)

    monkeypatch.setattr(Ledger, "append", full_disk)
    said.append(QUESTION)

    _, out, err = asked("chat", "--as-of", "2026-11-20")

    assert "Record " not in out
    assert "the disk is full\nMake room.\nWhat was shown of this answer is not recorded" in err
