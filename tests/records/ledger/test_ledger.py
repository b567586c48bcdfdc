"""What is appended is read back as it was handed over, and nothing is appended that could not be checked later."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from copilot.errors import EntryUnavailable, LedgerBroken, LedgerKeyUnusable, RecordsUnavailable
from copilot.grounding import Refusal
from copilot.law import ProvisionId
from copilot.records import Question
from copilot.records.ledger import Ledger, verify_ledger
from tests.chroma import free_port
from tests.records.attacker import tampering
from tests.records.conftest import NOON, AnswerTo, Place


def test_a_question_and_its_answer_are_read_back_as_they_were(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    asked = ledger.append(question)
    record = answer_to(question, asked)
    answered = ledger.append(record)

    again = ledger.answer(answered)

    assert (asked, answered) == (1, 2)
    assert again == record
    assert again.evidence.names == record.evidence.names
    assert [statement.check.grade for statement in again.statements] == ["quoted", "quoted"]


def test_a_refusal_and_an_open_question_are_kept_too(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    open_ended = replace(question, thread=None)
    refusal = Refusal(
        "no_source", "Nothing answers this.", "Ask about lanterns.", (ProvisionId("lantern-act"),)
    )
    record = replace(answer_to(open_ended, ledger.append(open_ended)), statements=(), refusal=refusal)

    assert ledger.answer(ledger.append(record)) == record


@pytest.mark.parametrize("words", ["Kerze\x00 – 灯 \ud800?", "\u2028\u202e'\";--", " "])
def test_any_words_a_person_can_type_are_kept(words: str, ledger: Ledger, question: Question) -> None:
    ledger.append(replace(question, asked=words))

    (entry,) = ledger.entries()

    assert json.loads(entry.fields["asked"].value) == words
    assert verify_ledger(ledger, now=NOON).holds


def test_words_and_names_stand_beside_the_chain_and_not_in_it(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    ledger.append(answer_to(question, ledger.append(question)))

    for entry in ledger.entries():
        assert not any(word in entry.content for word in ("Wick", "officer", "thread-1"))


def test_a_text_is_kept_once_for_all_answers(
    ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    record = answer_to(question, ledger.append(question))
    for _ in range(3):
        ledger.append(record)

    with ledger.reading() as connection:
        count = connection.scalar(text("SELECT count(*) FROM texts"))

    assert count == 2 + 2 + 1  # two provisions, the two units above them, the names of acts


def test_the_same_entries_at_the_same_time_with_the_same_chance_are_the_same_bytes(
    question: Question, answer_to: AnswerTo, tmp_path: Path
) -> None:
    kept = []
    for name in ("one", "other"):
        url = make_url(f"sqlite:///{tmp_path}/{name}/ledger.db")
        with Place(url, tmp_path / name / "ledger.key").open() as ledger:
            ledger.append(answer_to(question, ledger.append(question)))
            kept.append(tuple(ledger.entries()))

    assert kept[0] == kept[1]


def test_an_answer_needs_its_question(ledger: Ledger, question: Question, answer_to: AnswerTo) -> None:
    with pytest.raises(EntryUnavailable, match="is no question"):
        ledger.append(answer_to(question, 1))

    asked = ledger.append(question)
    with pytest.raises(ValueError, match="another question"):
        ledger.append(answer_to(replace(question, asked="And oil?"), asked))
    with pytest.raises(EntryUnavailable, match="entry 1 is no answer"):
        ledger.answer(asked)
    with pytest.raises(EntryUnavailable, match="holds no entry 9"):
        ledger.entry(9)


def test_what_was_changed_is_not_shown_as_what_was_said(
    place: Place, ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    asked = ledger.append(question)
    first, second, third = (ledger.append(answer_to(question, asked)) for _ in range(3))
    with tampering(place.url) as connection:
        connection.execute(
            text(f"UPDATE entries SET at = '2026-11-20T13:00:00.000000Z' WHERE sequence = {first}")
        )
        connection.execute(
            text(f"UPDATE fields SET value = '[]' WHERE entry = {second} AND name = 'statements'")
        )

    with pytest.raises(LedgerBroken, match=f"entry {first} is not what was written"):
        ledger.answer(first)
    with pytest.raises(LedgerBroken, match=f"statements of entry {second}"):
        ledger.answer(second)
    assert ledger.answer(third).statements

    with tampering(place.url) as connection:
        connection.execute(text("UPDATE texts SET body = replace(body, '3 days', '9 days')"))
    with pytest.raises(LedgerBroken, match=f"a text that entry {third} leans on"):
        ledger.answer(third)


def test_the_key_is_made_once_and_never_in_the_place_of_another(place: Place, question: Question) -> None:
    with place.open() as ledger:
        ledger.append(question)
    made = place.key_file.read_text()
    assert place.key_file.stat().st_mode & 0o777 == 0o600

    place.key_file.unlink()
    with pytest.raises(LedgerKeyUnusable, match="there is no such file") as error:
        place.open()
    assert "COPILOT_LEDGER_KEY_FILE" in error.value.remedy
    assert not place.key_file.exists()

    other = replace(place, key_file=place.key_file.with_name("other.key"))
    other.key_file.write_text("0" * 64)
    other.key_file.chmod(0o600)
    with pytest.raises(LedgerKeyUnusable, match=r"which is not in .*other\.key: it holds"):
        other.open()

    place.key_file.write_text(made)
    place.key_file.chmod(0o600)
    place.open().close()


def test_what_follows_a_new_key_is_sealed_with_it(
    place: Place, ledger: Ledger, question: Question, answer_to: AnswerTo
) -> None:
    with place.open() as another_process:
        first = ledger.append(question)
        changed = ledger.change_key()
        answered = another_process.append(answer_to(question, first))

    keys = [entry.key for entry in ledger.entries()]

    assert (keys[0], keys[1]) == (changed.key, changed.key)
    assert keys[2] != changed.key
    assert ledger.answer(answered)
    assert verify_ledger(ledger, now=NOON, head=ledger.head()).holds


def test_a_ledger_to_be_looked_into_is_not_made(place: Place) -> None:
    with pytest.raises(RecordsUnavailable, match="there is no ledger in"):
        place.open(must_exist=True)

    assert not place.key_file.exists()


def test_a_ledger_of_a_newer_copilot_is_left_alone(place: Place, ledger: Ledger) -> None:
    with tampering(place.url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(RecordsUnavailable, match="newer copilot"):
        place.open()


def test_a_server_that_is_down_is_told_with_its_address_and_without_a_password(tmp_path: Path) -> None:
    port = free_port()
    url = make_url(f"postgresql+psycopg://keeper:sesame@127.0.0.1:{port}/records")

    with pytest.raises(RecordsUnavailable, match="cannot be reached") as error:
        Place(url, tmp_path / "ledger.key").open()

    assert f"127.0.0.1:{port}" in str(error.value)
    assert "sesame" not in f"{error.value} {error.value.remedy}"
