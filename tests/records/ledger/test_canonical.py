"""One value, one text; and whatever an answer holds is read back as it was."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copilot.actor import Actor
from copilot.grounding import Check, Citation, Draft, DraftCitation, Evidence, Finding, Refusal, Statement
from copilot.law import Application, Condition, Period, Provision, ProvisionId
from copilot.records import Instruction, LeftOut, Question, Record, ToolCall
from copilot.records.ledger.canonical import canonical, time_as_text, time_from_text
from copilot.records.ledger.ledger import Ledger
from copilot.rules import Figure, OpenQuestion, Step, ToolResult

words = st.text(st.characters(exclude_categories=()), max_size=12)
days = st.dates(date(1, 1, 1), date(9999, 12, 30))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
names = st.dictionaries(words, json_values, max_size=3)
ids = st.builds(
    ProvisionId,
    st.sampled_from(["lantern-act", "policy/lamp-care"]),
    st.lists(st.sampled_from(["art-1", "2", "a", "3.2"]), max_size=3).map(tuple),
)
periods = st.builds(
    lambda start, more: Period(start, start + timedelta(days=more) if more else None),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(0, 900),
)


def some(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


findings = st.builds(Finding, words, st.sampled_from(["pass", "not_applicable"]), words, st.booleans())
marks = st.builds(Finding, words, st.sampled_from(["fail", "error"]), words, st.just(False))
checks = st.builds(Check, st.sampled_from(["quoted", "checked", "connecting"]), some(findings | marks))
places = st.sampled_from([((0, 4),), ((0, 4), (9, 11))])
citations = st.builds(Citation, ids, words, places, st.sampled_from(["digest", "official"])) | st.builds(
    Citation, st.just("tool:fines/1"), words, places, st.none()
)
statements = st.builds(Statement, words, some(citations), checks)
drafts = st.builds(Draft, words, some(st.builds(DraftCitation, words, words)))
conditions = st.builds(
    Condition,
    route=st.none() | st.just("annex-i"),
    operator=st.none() | st.just("deployer"),
    placed_before=st.none() | days,
    note=st.none() | words,
)
applications = st.builds(
    Application,
    covers=ids,
    binds=periods,
    condition=conditions,
    basis=ids,
    stated=periods,
    reading=st.none() | words,
)
provisions = st.builds(
    Provision,
    id=ids,
    heading_path=some(words),
    title=words,
    text=words,
    in_force=periods,
    layer=st.sampled_from(["digest", "official"]),
    source=words,
    applies=some(applications),
    audience=st.frozensets(words, max_size=3),
)
results = st.builds(
    ToolResult,
    tool=words,
    version=words,
    as_of=days,
    inputs=names,
    verdict=words,
    steps=some(st.builds(Step, words, words, words, ids)),
    figures=some(st.builds(Figure, words, st.decimals(allow_nan=False, allow_infinity=False), words)),
    citations=some(ids),
    open_questions=some(st.builds(OpenQuestion, words, words, words)),
)
questions = st.builds(
    Question,
    words,
    words,
    days,
    st.builds(Actor, words, st.frozensets(words, max_size=3)),
    st.none() | words,
)
records = st.builds(
    Record,
    question=questions,
    sequence=st.just(1),
    model=words,
    settings=names,
    instructions=some(st.builds(Instruction, words, words)),
    calls=some(st.builds(ToolCall, words, names, some(words), st.none() | words)),
    evidence=st.builds(Evidence, some(provisions), some(results), some(provisions)),
    statements=some(statements),
    left_out=some(st.builds(LeftOut, drafts, some(words))),
    sent=some(words),
    notices=some(words),
    refusal=st.none()
    | st.builds(Refusal, st.sampled_from(["no_source", "conflict"]), words, words, some(ids)),
    fingerprint=words,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(record=records)
def test_whatever_an_answer_holds_is_read_back_as_it_was(record: Record, ledger: Ledger) -> None:
    asked = ledger.append(record.question)
    record = replace(record, sequence=asked)

    again = ledger.answer(ledger.append(record))

    assert again == record
    assert canonical(again) == canonical(record)


def test_one_value_has_one_text() -> None:
    value = {"b": (Decimal("1.10"), date(2026, 11, 20)), "a": frozenset({"y", "x"}), "ü": None}

    assert canonical(value) == '{"a":["x","y"],"b":["1.10","2026-11-20"],"\\u00fc":null}'
    assert canonical(value) == canonical(dict(reversed(value.items())))


def test_a_set_is_written_the_same_by_every_process() -> None:
    """Python orders the texts of a set anew in each process."""
    command = "from copilot.records.ledger.canonical import canonical; print(canonical(frozenset(map(str, range(99)))))"
    written = {
        subprocess.run(
            [sys.executable, "-c", command],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(written) == 1


def test_a_time_is_written_in_utc_and_the_texts_have_the_order_of_time() -> None:
    moment = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=1)))

    assert time_as_text(moment) == "2026-11-20T08:30:00.000000Z"
    assert time_from_text(time_as_text(moment)) == moment
    assert time_as_text(moment) < time_as_text(moment.astimezone(UTC) + timedelta(microseconds=1))
    with pytest.raises(ValueError, match="zone"):
        time_as_text(datetime(2026, 11, 20, 9, 30))  # noqa: DTZ001


@pytest.mark.parametrize(("value", "error"), [({1, 2}, TypeError), (float("nan"), ValueError)])
def test_what_has_no_text_of_its_own_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        canonical(value)


def test_the_form_does_not_change_by_itself(ledger: Ledger) -> None:
    """Entries of years ago are read by this form: other names, or another order, are a new form."""
    ledger.append(
        Question("When?", "When?", date(2026, 11, 20), Actor("officer", frozenset({"b", "a"})), None)
    )

    (entry,) = ledger.entries()

    without_salt = entry.content
    for field in entry.fields.values():
        without_salt = without_salt.replace(field.commitment, "hash")
    assert without_salt == (
        '{"as_of":"2026-11-20","audiences":["a","b"],"form":1,"redactable":'
        '{"actor":"hash","asked":"hash","thread":"hash","understood":"hash"}}'
    )
