from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.openai_door.asked import Asked, asked_in
from api.openai_door.chat_request import ChatRequest
from api.openai_door.faults import UnknownModel
from copilot.errors import UnusableQuestion

TODAY = date(2026, 11, 20)
BEFORE = date(2025, 1, 1)
QUESTION = "When must a broken lantern be reported?"


def asked(*questions: str, model: str = "copilot", **more: Any) -> Asked:
    messages = [{"role": "user", "content": question} for question in questions]
    return asked_in(ChatRequest.model_validate({"model": model, "messages": messages} | more), TODAY)


def test_without_a_day_it_is_today() -> None:
    assert (asked(QUESTION).as_of, asked(QUESTION).day) == (TODAY, TODAY)


def test_the_last_question_is_asked_after_the_others() -> None:
    found = asked(QUESTION, "And for the deployer?")

    assert found.question == "And for the deployer?"
    assert [turn.question for turn in found.conversation.turns] == [QUESTION]


def test_a_follow_up_is_of_the_day_of_what_it_follows() -> None:
    assert asked(f"{QUESTION[:-1]} as of 2025-01-01?", "And its oil?").day == BEFORE


def test_a_new_question_is_of_the_day_it_is_asked_on() -> None:
    assert asked(f"{QUESTION[:-1]} as of 2025-01-01?", "Which oil may be burnt in a lantern?").day == TODAY


def test_empty_questions_before_are_passed_over_and_so_are_those_long_ago() -> None:
    found = asked("First lantern?", *[f"Question {n}?" for n in range(12)], " ", QUESTION)

    assert len(found.conversation.turns) == 11
    assert not any("First lantern" in turn.question for turn in found.conversation.turns)


def test_two_days_are_one_too_many() -> None:
    with pytest.raises(UnusableQuestion, match="2025-01-01, and as_of says 2026-07-01"):
        asked(QUESTION, model="copilot@2025-01-01", as_of="2026-07-01")


@pytest.mark.parametrize(
    "name", ["gpt-6", "copilot@", "copilot@soon", "copilot@2026-02-30", "copilot@20260701", "Copilot", ""]
)
def test_there_is_one_model(name: str) -> None:
    with pytest.raises(UnknownModel):
        asked(QUESTION, model=name)
