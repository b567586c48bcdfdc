"""What a follow-up means, and as of which day it is asked."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.agent.conversation import Conversation, Turn, Understood, understood

TODAY = date(2026, 11, 20)
FIRST = "What must a provider of a high-risk AI system document?"
BEGUN = Conversation().then(Turn(FIRST, TODAY))


def test_a_question_by_itself_is_taken_as_it_is() -> None:
    assert understood(FIRST, Conversation(), TODAY) == Understood(FIRST, TODAY)


@pytest.mark.parametrize(
    ("follow_up", "meant"),
    [
        ("and for the deployer?", FIRST.replace("provider", "deployer")),
        ("What about deployers?", FIRST.replace("provider", "deployer")),
        ("And the fines?", "What must a provider of a high-risk AI system document: the fines?"),
        ("How long must they keep it?", f"How long must they keep it? (asked after: {FIRST})"),
        ("What is a deep fake?", "What is a deep fake?"),
        ("Is it prohibited to infer emotions at work?", "Is it prohibited to infer emotions at work?"),
    ],
)
def test_a_follow_up_is_resolved_against_what_was_asked_before(follow_up: str, meant: str) -> None:
    assert understood(follow_up, BEGUN, TODAY) == Understood(meant, TODAY)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("as of 2026-07-01?", date(2026, 7, 1)),
        ("And as of 1 July 2026?", date(2026, 7, 1)),
        ("as it stood on 1 July 2026?", date(2026, 7, 1)),
        ("as of August 2026?", date(2026, 8, 31)),
        ("and as of 2025?", date(2025, 12, 31)),
    ],
)
def test_the_same_question_can_be_asked_as_of_another_day(words: str, day: date) -> None:
    found = understood(words, BEGUN, TODAY)

    assert found.as_of == day
    assert (found.question, found.same_question) == (FIRST, True)


def test_a_follow_up_stays_at_the_day_of_what_it_follows() -> None:
    then = Conversation().then(Turn(FIRST, date(2025, 12, 31)))

    assert understood("and for the deployer?", then, TODAY).as_of == date(2025, 12, 31)
    assert understood("What is a deep fake?", then, TODAY).as_of == TODAY


def test_a_day_in_the_question_counts_over_the_day_of_the_page() -> None:
    assert understood(
        "From when does Art. 26 apply, as of 1 July 2026?", Conversation(), TODAY
    ) == Understood("From when does Art. 26 apply?", date(2026, 7, 1))


def test_a_day_that_does_not_exist_is_left_in_the_question() -> None:
    assert understood("What applies as of 2026-02-31?", Conversation(), TODAY).as_of == TODAY


def test_a_conversation_remembers_a_dozen_turns() -> None:
    long = Conversation()
    for number in range(40):
        long = long.then(Turn(f"Question {number}?", TODAY))

    assert [turn.question for turn in long.turns][0::11] == ["Question 28?", "Question 39?"]
