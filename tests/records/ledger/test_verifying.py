"""Whatever is done to the ledger is found: by hand for each kind, and by property for all that chance comes up with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from copilot.records import Question
from copilot.records.ledger import Head, Ledger, Report, redact, verify_ledger
from tests.records.attacker import tampering
from tests.records.conftest import NOON, AnswerTo, Place, Written

LATER = NOON + timedelta(days=1)
COLUMNS = "sequence, at, kind, key, previous, content, mac"
by_chance = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def looked_into(place: Place, head: Head | None = None) -> Report:
    with place.open(must_exist=True) as ledger:
        return verify_ledger(ledger, now=LATER, head=head)


def found(
    written: Written, folder: Path, harm: Callable[[Connection], object], head: Head | None = None
) -> Report:
    """What is found in a copy that somebody harmed."""
    with written.lent(folder) as place:
        with tampering(place.url) as connection:
            harm(connection)
        return looked_into(place, head)


def kinds(report: Report) -> set[tuple[str, int | None]]:
    return {(fault.kind, fault.sequence) for fault in report.faults}


def test_a_ledger_that_nobody_touched_holds(written: Written) -> None:
    report = looked_into(written.place, written.head)

    assert report.faults == ()
    assert (report.entries, report.first, report.last, report.redacted) == (8, 1, 8, 1)


def test_an_empty_ledger_holds(place: Place, ledger: Ledger) -> None:
    head = ledger.head()

    assert verify_ledger(ledger, now=LATER, head=head).holds
    assert head.sequence == 0


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "UPDATE entries SET content = replace(content, 'extractive', 'better') WHERE sequence = 2",
            ("altered", 2),
        ),
        ("UPDATE entries SET at = '2026-11-19T12:00:00.000000Z' WHERE sequence = 3", ("altered", 3)),
        ("UPDATE entries SET key = 'ffffffffffffffff' WHERE sequence = 3", ("key", 3)),
        ("DELETE FROM entries WHERE sequence = 4", ("missing", 5)),
        ("DELETE FROM entries WHERE sequence < 3", ("missing", 3)),
        ("UPDATE fields SET value = '\"Mr. Snuff\"' WHERE entry = 1 AND name = 'actor'", ("field", 1)),
        ("DELETE FROM fields WHERE entry = 1 AND name = 'asked'", ("field", 1)),
        ("INSERT INTO fields VALUES (4, 'asked', '00', '\"Why?\"')", ("field", 4)),
        ("INSERT INTO fields VALUES (1, 'more', '00', '\"Why?\"')", ("field", 1)),
        ("INSERT INTO fields VALUES (99, 'asked', '00', '\"Why?\"')", ("field", 99)),
        ("UPDATE texts SET body = replace(body, '3 days', '9 days')", ("text", 2)),
        ("DELETE FROM texts", ("text", 2)),
        ("DELETE FROM ledger", ("ledger", None)),
        ("UPDATE ledger SET id = 'another'", ("altered", 1)),
    ],
)
def test_each_kind_of_harm_is_told_with_its_entry(
    sql: str, expected: tuple[str, int | None], written: Written, tmp_path: Path
) -> None:
    report = found(written, tmp_path, lambda connection: connection.execute(text(sql)))

    assert expected in kinds(report)
    assert all(fault.said for fault in report.faults)


@by_chance
@given(
    number=st.integers(1, 8),
    column=st.sampled_from(["at", "kind", "key", "previous", "content", "mac"]),
    value=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20),
)
def test_every_edit_is_found(
    number: int, column: str, value: str, written: Written, tmp_path: Path
) -> None:
    if value == getattr(written.entries[number - 1], column):
        value += "."
    edit = text(f"UPDATE entries SET {column} = :value WHERE sequence = :number")

    report = found(
        written, tmp_path, lambda connection: connection.execute(edit, {"value": value, "number": number})
    )

    assert number in {fault.sequence for fault in report.faults}


@by_chance
@given(numbers=st.sets(st.integers(1, 8), min_size=1))
def test_every_deletion_is_found(numbers: set[int], written: Written, tmp_path: Path) -> None:
    """At the end, by the head that was exported; anywhere else without one."""
    is_the_end = numbers == set(range(min(numbers), 9))

    def delete(connection: Connection) -> None:
        for table, column in (("entries", "sequence"), ("fields", "entry")):
            connection.execute(
                text(f"DELETE FROM {table} WHERE {column} = :number"),
                [{"number": number} for number in numbers],
            )

    report = found(written, tmp_path, delete, written.head if is_the_end else None)

    assert ("cut" if is_the_end else "missing") in {fault.kind for fault in report.faults}


@by_chance
@given(
    before=st.integers(1, 9),
    model=st.integers(1, 8),
    mac=st.binary(min_size=32, max_size=32),
    linked=st.booleans(),
)
def test_every_insertion_is_found(
    before: int, model: int, mac: bytes, linked: bool, written: Written, tmp_path: Path
) -> None:
    """Also where what follows is moved back, and where the links around the new entry are made to fit."""

    def insert(connection: Connection) -> None:
        for number in range(8, before - 1, -1):
            connection.execute(
                text(f"UPDATE entries SET sequence = {number + 1} WHERE sequence = {number}")
            )
            connection.execute(text(f"UPDATE fields SET entry = {number + 1} WHERE entry = {number}"))
        entry = written.entries[model - 1]
        previous = written.entries[before - 2].mac if before > 1 else ""
        new = replace(entry, sequence=before, previous=previous, mac=mac.hex() if linked else entry.mac)
        connection.execute(
            text("INSERT INTO entries VALUES (:sequence, :at, :kind, :key, :previous, :content, :mac)"),
            {name: getattr(new, name) for name in COLUMNS.split(", ")},
        )
        if linked:
            connection.execute(
                text(f"UPDATE entries SET previous = '{mac.hex()}' WHERE sequence = {before + 1}")
            )

    report = found(written, tmp_path, insert)

    assert {before, before + 1} & {fault.sequence for fault in report.faults}


@by_chance
@given(order=st.permutations(range(1, 9)).filter(lambda order: order != sorted(order)))
def test_every_other_order_is_found(order: list[int], written: Written, tmp_path: Path) -> None:
    def reorder(connection: Connection) -> None:
        connection.execute(text("UPDATE entries SET sequence = sequence + 100"))
        connection.execute(text("UPDATE fields SET entry = entry + 100"))
        for place, number in enumerate(order, start=1):
            connection.execute(
                text(f"UPDATE entries SET sequence = {place} WHERE sequence = {number + 100}")
            )
            connection.execute(text(f"UPDATE fields SET entry = {place} WHERE entry = {number + 100}"))

    report = found(written, tmp_path, reorder)

    moved = {place for place, number in enumerate(order, start=1) if place != number}
    assert moved <= {fault.sequence for fault in report.faults}


@by_chance
@given(left=st.integers(0, 7))
def test_every_cut_is_found_by_the_head(left: int, written: Written, tmp_path: Path) -> None:
    cut = text("DELETE FROM entries WHERE sequence > :left")
    fields = text("DELETE FROM fields WHERE entry > :left")

    def harm(connection: Connection) -> None:
        connection.execute(cut, {"left": left})
        connection.execute(fields, {"left": left})

    with_head = found(written, tmp_path, harm, written.head)
    without = found(written, tmp_path, harm)

    assert ("cut", left) in kinds(with_head)
    assert without.holds == (left not in (4,))  # only a redaction whose order was cut off leaves a trace


@by_chance
@given(back=st.timedeltas(timedelta(seconds=7), timedelta(days=4000)), entries=st.integers(1, 3))
def test_a_clock_that_was_set_back_is_found(
    back: timedelta, entries: int, written: Written, tmp_path: Path, question: Question
) -> None:
    """Whoever writes with the right key but at a wrong time is found as well."""
    with written.lent(tmp_path) as place:
        place.clock = replace(place.clock, now=place.clock.now - back)
        with place.open() as ledger:
            for _ in range(entries):
                ledger.append(question)
        report = looked_into(place)

    assert ("clock", 9) in kinds(report)


@pytest.mark.parametrize(("ahead", "holds"), [(timedelta(minutes=4), True), (timedelta(minutes=6), False)])
def test_an_entry_of_the_future_is_found(
    ahead: timedelta, holds: bool, place: Place, question: Question
) -> None:
    place.clock.now = LATER + ahead
    with place.open() as ledger:
        ledger.append(question)

    assert looked_into(place).holds is holds


def test_the_clocks_of_hosts_may_differ_a_little(place: Place, question: Question) -> None:
    """An entry is never of an earlier time than the one before it, after which it was written."""
    with place.open() as ledger:
        ledger.append(question)
        place.clock.now -= timedelta(seconds=3)
        ledger.append(question)
        first, second = ledger.entries()

        assert first.at == second.at
        assert verify_ledger(ledger, now=LATER).holds


def test_an_end_that_was_written_anew_with_the_key_is_found_by_the_head(
    written: Written, tmp_path: Path, question: Question
) -> None:
    with written.lent(tmp_path) as place:
        with tampering(place.url) as connection:
            connection.execute(text("DELETE FROM entries WHERE sequence = 8"))
            connection.execute(text("DELETE FROM fields WHERE entry = 8"))
        with place.open() as ledger:
            ledger.append(replace(question, asked="Something else?"))

        assert looked_into(place).holds
        assert ("replaced", 8) in kinds(looked_into(place, written.head))


def test_a_head_of_another_ledger_or_of_nobody_is_told(written: Written) -> None:
    other, forged = replace(written.head, ledger="other"), replace(written.head, sequence=3)

    assert kinds(looked_into(written.place, other)) == {("ledger", None)}
    assert kinds(looked_into(written.place, forged)) == {("head", None)}


@pytest.mark.parametrize("name", ["entries_unchanged", "fields_kept", "texts_in_order"])
def test_a_trigger_that_is_gone_or_does_nothing_is_told(name: str, place: Place, ledger: Ledger) -> None:
    table = name.partition("_")[0]
    harm = [f"ALTER TABLE {table} DISABLE TRIGGER {name}"]
    if place.is_file:
        harm = [
            f"DROP TRIGGER {name}",
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT 1; END",
        ]
    with ledger.writing() as pen:
        for sql in harm:
            pen.connection.execute(text(sql))

    (fault,) = verify_ledger(ledger, now=LATER).faults

    assert fault.kind == "trigger"
    assert name in fault.said


def test_a_redaction_holds_and_says_so(ledger: Ledger, question: Question, answer_to: AnswerTo) -> None:
    first = ledger.append(question)
    answer = ledger.append(answer_to(question, first))
    redact(ledger, first, [], reason="Art. 17 GDPR", ordered_by="Data protection officer")
    redact(ledger, answer, ["calls"], reason="Art. 17 GDPR", ordered_by="Data protection officer")

    report = verify_ledger(ledger, now=LATER, head=ledger.head())

    assert (report.holds, report.redacted) == (True, 5)
