from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from copilot.errors import EntryUnavailable
from copilot.records import Question
from copilot.records.ledger import Ledger, redact, replay, verify_ledger
from tests.records.attacker import tampering
from tests.records.conftest import NOON, AnswerTo, Place

WHY = {"reason": "Art. 17 GDPR", "ordered_by": "Ms. Flint, data protection"}


def test_what_is_redacted_is_gone_and_the_chain_says_why(ledger: Ledger, question: Question) -> None:
    asked = ledger.append(question)

    order = redact(ledger, asked, ["actor", "asked"], **WHY)

    entry = ledger.entry(asked)
    assert (entry.redacted, entry.fields.keys()) == (("actor", "asked"), {"thread", "understood"})
    assert order.said["fields"] == ["actor", "asked"]
    assert order.said["reason"] == "Art. 17 GDPR"
    assert verify_ledger(ledger, now=NOON).holds


def test_an_answer_is_replayed_though_its_question_was_redacted(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    asked = ledger.append(question)
    answered = ledger.append(answer_to(question, asked))
    redact(ledger, asked, [], **WHY)

    replayed = replay(ledger, answered)

    assert replayed.same
    assert (replayed.record.question.asked, replayed.record.question.actor.name) == (
        "[redacted]",
        "[redacted]",
    )
    assert replayed.record.question.actor.audiences == question.actor.audiences


def test_an_answer_without_its_statements_is_not_rebuilt(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    answered = ledger.append(answer_to(question, ledger.append(question)))
    redact(ledger, answered, ["statements"], **WHY)

    with pytest.raises(EntryUnavailable, match=f"statements of entry {answered} were redacted"):
        ledger.answer(answered)
    assert verify_ledger(ledger, now=NOON).holds


def test_who_ordered_a_redaction_can_be_redacted_as_well(ledger: Ledger, question: Question) -> None:
    order = redact(ledger, ledger.append(question), ["asked"], **WHY)

    redact(ledger, order.sequence, [], **WHY)

    assert ledger.entry(order.sequence).redacted == ("ordered_by",)
    assert verify_ledger(ledger, now=NOON).holds


@pytest.mark.parametrize(("sequence", "fields"), [(9, []), (1, ["form"]), (1, ["asked"])])
def test_only_what_is_there_is_redacted(
    sequence: int, fields: list[str], ledger: Ledger, question: Question
) -> None:
    redact(ledger, ledger.append(question), ["asked"], **WHY)
    before = ledger.head()

    with pytest.raises(EntryUnavailable) as error:
        redact(ledger, sequence, fields, **WHY)

    assert error.value.remedy
    assert ledger.head() == before


def test_a_redaction_that_nobody_recorded_and_one_that_was_undone_are_found(
    place: Place, ledger: Ledger, question: Question
) -> None:
    asked = ledger.append(question)
    was = ledger.entry(asked).fields["asked"]
    redact(ledger, asked, ["asked"], **WHY)
    with tampering(place.url) as connection:
        connection.execute(text("INSERT INTO redactions VALUES (1, 'thread')"))
        connection.execute(text("DELETE FROM fields WHERE entry = 1 AND name = 'thread'"))
        again = text("INSERT INTO fields VALUES (1, 'asked', :salt, :value)")
        connection.execute(again, {"salt": was.salt, "value": was.value})

    said = [fault.said for fault in verify_ledger(ledger, now=NOON).faults]

    assert len(said) == 2
    assert "no entry says that it was redacted" in said[0]
    assert "is there again" in said[1]


def test_nothing_of_it_is_left_in_the_files_of_the_database(place: Place, question: Question) -> None:
    """Of SQLite at once; of PostgreSQL when it vacuums, which is its own doing."""
    if not place.is_file:
        return
    with place.open() as ledger:
        for _ in range(50):
            ledger.append(question)
        for sequence in range(1, 51):
            redact(ledger, sequence, [], **WHY)
        folder = Path(str(place.url.database)).parent
        held = b"".join(file.read_bytes() for file in folder.iterdir())

    assert b"When must Mr. Wick" not in held
    assert b"Art. 17 GDPR" in held


def test_the_salt_keeps_short_values_from_being_guessed(ledger: Ledger, question: Question) -> None:
    ledger.append(question)
    ledger.append(question)

    first, second = (json.loads(entry.content)["redactable"]["actor"] for entry in ledger.entries())

    assert first != second
