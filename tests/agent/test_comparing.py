"""The same question on two days: the two answers and their difference."""

from __future__ import annotations

from datetime import date

from copilot.agent.comparing import difference
from copilot.grounding import Answer, Check, Evidence, Grade, Statement


def answer(day: date, *texts: str) -> Answer:
    statements = tuple(_said(text, "connecting" if text.endswith(":") else "quoted") for text in texts)
    return Answer(day, statements, Evidence(), "known", 1)


def _said(text: str, grade: Grade) -> Statement:
    return Statement(text, (), Check(grade))


BEFORE = answer(
    date(2026, 7, 1),
    "In short:",
    "As the law stood on 1 July 2026, it applies from 2 August 2026.",
    "Logs are kept for six months.",
)
AFTER = answer(
    date(2026, 8, 1),
    "In short:",
    "As the law stood on 1 August 2026, it applies from 2 December 2027.",
    "Logs are kept for six months.",
)


def test_what_only_one_answer_says_is_told_apart_from_what_both_say() -> None:
    found = difference(BEFORE, AFTER)

    assert [one.text for one in found.only_first] == [
        "As the law stood on 1 July 2026, it applies from 2 August 2026."
    ]
    assert [one.text for one in found.only_second] == [
        "As the law stood on 1 August 2026, it applies from 2 December 2027."
    ]
    assert [one.text for one in found.both] == ["Logs are kept for six months."]
    assert not found.same


def test_that_each_answer_names_its_own_day_is_no_difference() -> None:
    same = [
        answer(day, f"On {written} it does not apply yet.")
        for day, written in ((date(2026, 7, 1), "1 July 2026"), (date(2026, 7, 2), "2 July 2026"))
    ]

    assert difference(*same).same
