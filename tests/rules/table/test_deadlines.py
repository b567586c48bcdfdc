from datetime import date

from copilot.law import load_corpus
from copilot.rules.table.deadlines import section

_CORPUS = load_corpus(policies=None)


def _lines(event: str, day: date) -> tuple[str, ...]:
    parts = section(_CORPUS.as_of(day)).parts
    return next(entry.lines for part in parts for entry in part.entries if entry.heading == event)


def test_each_duty_is_told_with_its_clock_and_what_it_depends_on() -> None:
    (line,) = (
        line
        for line in _lines("data-breach", date(2026, 11, 20))
        if line.startswith("- the controller: notify")
    )

    assert "clock: 72 hours" in line
    assert "(Art. 33(1) GDPR)" in line


def test_what_an_answer_changes_is_told() -> None:
    lines = _lines("serious-incident", date(2026, 11, 20))

    assert "- Where `death` is yes: not: report the serious incident (15 days) (Art. 73(2) AI Act)" in lines
    assert any(
        line.startswith("- Where `ai-office` is yes: ") and "to the AI Office" in line for line in lines
    )


def test_a_rule_is_not_asked_about_a_day_it_was_not_written_for() -> None:
    assert "- Not asked as of 2024-12-03: the rule was written for the law from 2024-12-04" in _lines(
        "market-sounding", date(2024, 12, 3)
    )
