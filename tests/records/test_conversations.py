"""Conversations as they stand in a ledger, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.errors import EntryUnavailable
from copilot.records import Question
from copilot.records.conversations import Conversations, Held
from copilot.records.ledger import Ledger, archive_entries, redact
from tests.records.conftest import NOON, AnswerTo, Place

OTHER = Actor("auditor", frozenset({EVERY_AUDIENCE}))


def ask(ledger: Ledger, question: Question, answer_to: AnswerTo | None = None) -> int:
    """Ask, and have it answered where it is said how; the entry of the question."""
    number = ledger.append(question)
    if answer_to is not None:
        ledger.append(answer_to(question, number))
    return number


def in_short(held: Held) -> tuple[str, str, int, int]:
    return held.id, held.first.question.asked, held.last.number, held.turns


def test_turns_stand_in_the_order_in_which_they_were_asked_each_with_its_answer(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    first = ask(ledger, question, answer_to)
    second = ask(ledger, replace(question, asked="And for the deployer?"))

    turns = Conversations(ledger).turns("thread-1", "officer", most=10)

    assert [(turn.number, turn.question.asked, turn.answer) for turn in turns] == [
        (first, question.asked, first + 1),
        (second, "And for the deployer?", None),
    ]
    assert turns[0].at == NOON + timedelta(seconds=1)


def test_a_long_conversation_is_read_page_by_page(ledger: Ledger, question: Question) -> None:
    numbers = [ask(ledger, question) for _ in range(5)]
    conversations = Conversations(ledger)

    latest = conversations.turns("thread-1", "officer", most=2)
    older = conversations.turns("thread-1", "officer", most=10, before=latest[0].number)

    assert [turn.number for turn in (*older, *latest)] == numbers


def test_conversations_are_listed_with_the_latest_first(ledger: Ledger, question: Question) -> None:
    ask(ledger, question)
    second = ask(ledger, replace(question, thread="thread-2", asked="What is oil?"))
    again = ask(ledger, replace(question, asked="And as of 2025?"))
    ask(ledger, replace(question, thread=None, asked="Asked by itself."))
    ask(ledger, replace(question, thread="thread-3", actor=OTHER))
    conversations = Conversations(ledger)

    latest = conversations.latest("officer", most=10)

    assert [in_short(held) for held in latest] == [
        ("thread-1", question.asked, again, 2),
        ("thread-2", "What is oil?", second, 1),
    ]
    assert conversations.latest("officer", most=1) == latest[:1]
    assert conversations.latest("officer", most=10, before=again) == latest[1:]
    assert conversations.latest("nobody", most=10) == ()


def test_nobody_reads_the_conversation_of_another(ledger: Ledger, question: Question) -> None:
    ask(ledger, question)
    conversations = Conversations(ledger)

    for read in (
        lambda: conversations.turns("thread-1", "auditor", most=10),
        lambda: conversations.before_now("thread-1", "auditor"),
        lambda: conversations.turns("thread-9", "officer", most=10),
    ):
        with pytest.raises(EntryUnavailable, match="no conversation"):
            read()


def test_a_follow_up_comes_after_what_was_answered(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    later = replace(question, asked="And for the deployer?", understood="When must a deployer report?")
    ask(ledger, question, answer_to)
    ask(ledger, later, answer_to)
    ask(ledger, replace(question, asked="And this broke off?"))
    conversations = Conversations(ledger)

    assert conversations.before_now("thread-1", "officer") == (question, later)
    assert conversations.before_now("nobody asked here yet", "officer") == ()


def test_a_long_conversation_is_remembered_as_far_as_a_follow_up_can_mean(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    for number in range(14):
        ask(ledger, replace(question, asked=f"Question {number}?"), answer_to)

    before = Conversations(ledger).before_now("thread-1", "officer")

    assert [asked.asked for asked in before] == [f"Question {number}?" for number in range(2, 14)]


def test_what_is_redacted_in_the_ledger_is_redacted_here(ledger: Ledger, question: Question) -> None:
    ask(ledger, question)
    second = ask(ledger, question)
    redact(ledger, second, ["asked"], reason="Art. 17 GDPR", ordered_by="the officer")
    conversations = Conversations(ledger)

    assert conversations.turns("thread-1", "officer", most=10)[-1].question.asked == "[redacted]"

    redact(ledger, second, ["thread"], reason="Art. 17 GDPR", ordered_by="the officer")
    assert [turn.number for turn in conversations.turns("thread-1", "officer", most=10)] == [1]


def test_what_is_archived_is_here_no_longer(
    ledger: Ledger, place: Place, question: Question, answer_to: AnswerTo, tmp_path: Path
) -> None:
    ask(ledger, question, answer_to)
    place.clock.now += timedelta(days=1)
    kept = ask(ledger, question, answer_to)
    archive_entries(ledger, tmp_path / "archive", before=NOON + timedelta(hours=1), now=place.clock())

    (held,) = Conversations(ledger).latest("officer", most=10)

    assert (held.first.number, held.turns) == (kept, 1)
