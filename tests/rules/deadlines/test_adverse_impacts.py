from collections.abc import Callable

import pytest

from copilot.rules.deadlines import Deadlines

Ask = Callable[..., Deadlines]
STATEMENT = "sfdr adverse-impacts"


@pytest.mark.parametrize(
    ("known", "first", "due", "covered"),
    [
        ("2026-06-30T12:00+02:00", False, "2026-07-01T00:00:00+02:00", "for 2025"),
        ("2026-07-01T12:00+02:00", False, "2027-07-01T00:00:00+02:00", "for 2026"),
        ("2026-02-01T12:00+01:00", True, "2027-07-01T00:00:00+02:00", "for 2026"),
        ("2026-12-31T12:00+01:00", True, "2027-07-01T00:00:00+02:00", "for 2026"),
    ],
)
def test_the_statement_is_due_by_30_june(known: str, first: bool, due: str, covered: str, ask: Ask) -> None:
    (statement,) = ask(STATEMENT, known, considers_impacts=True, first_statement=first).deadlines

    assert statement.due is not None
    assert statement.due.isoformat() == due
    assert covered in statement.duty
    assert statement.only_if is None


def test_whether_it_is_the_first_is_asked(ask: Ask) -> None:
    found = ask(STATEMENT, "2026-02-01T12:00+01:00")

    assert [str(each.basis) for each in found.deadlines] == ["sfdr-rts/art-4/3", "sfdr-rts/art-4/1"]
    assert all(each.only_if for each in found.deadlines)
    assert {asked.fact for asked in found.result.open_questions} >= {"considers-impacts", "first-statement"}


def test_who_considers_none_explains_why(ask: Ask) -> None:
    (explain,) = ask(STATEMENT, "2026-02-01T12:00+01:00", considers_impacts=False).deadlines

    assert (str(explain.basis), explain.due) == ("sfdr/art-4/1/b", None)


def test_the_first_statement_is_counted_from_the_day_on_which_impacts_were_first_considered(
    ask: Ask,
) -> None:
    found = ask(STATEMENT, "2026-02-01T12:00+01:00")
    asked = next(each for each in found.result.open_questions if each.fact == "first-statement")
    first, later = found.deadlines

    assert asked.question.endswith("for impacts first considered on the day given?")
    assert "first considered" in (first.note or "")
    assert later.note is None
