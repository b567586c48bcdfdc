from collections.abc import Callable
from decimal import Decimal

import pytest

from copilot.rules.deadlines import Deadlines

Ask = Callable[..., Deadlines]
TRANSACTION = "mar managers-transaction"


def test_three_business_days_need_the_holidays(ask: Ask) -> None:
    known = "2026-12-23T10:00+01:00"

    (told,) = ask(TRANSACTION, known, holidays={"2026-12-25"}, threshold_reached=True).deadlines
    found = ask(TRANSACTION, known, threshold_reached=True)

    assert told.due is not None
    assert told.due.isoformat() == "2026-12-30T00:00:00+01:00"
    assert (told.pace, len(told.contents)) == ("promptly", 7)
    (asked,) = found.deadlines
    assert asked.due is None
    assert asked.earliest is not None
    assert asked.earliest.isoformat() == "2026-12-29T00:00:00+01:00"
    assert "holidays" in {each.fact for each in found.result.open_questions}


@pytest.mark.parametrize(
    ("told", "owed"),
    [(True, [None]), (False, []), (None, ["the threshold of the calendar year is reached"])],
)
def test_nothing_is_notified_before_the_threshold(
    told: bool | None, owed: list[str | None], ask: Ask
) -> None:
    facts = {} if told is None else {"threshold_reached": told}

    found = ask(TRANSACTION, "2026-12-23T10:00+01:00", holidays=set(), **facts)

    assert [each.only_if for each in found.deadlines] == owed


@pytest.mark.parametrize(("day", "threshold"), [("2024-12-03", 5000), ("2024-12-04", 20000)])
def test_the_threshold_is_that_of_the_day(day: str, threshold: int, ask: Ask) -> None:
    found = ask(TRANSACTION, "2024-12-03T10:00+01:00", as_of=day)

    assert found.result.figures[0].value == Decimal(threshold)


def test_the_issuer_publishes_within_two_business_days(ask: Ask) -> None:
    (publish,) = ask("mar managers-notification", "2026-11-20T10:00+01:00", holidays=set()).deadlines

    assert publish.due is not None
    assert publish.due.isoformat() == "2026-11-25T00:00:00+01:00"


def test_a_closed_period_is_thirty_calendar_days(ask: Ask) -> None:
    (closed,) = ask("mar financial-report", "2026-04-10T08:00+02:00", report_required=True).deadlines

    assert closed.sense == "abstain"
    assert closed.starts is not None
    assert closed.due is not None
    assert closed.starts.isoformat() == "2026-03-11T00:00:00+01:00"
    assert closed.due.isoformat() == "2026-04-10T08:00:00+02:00"
    assert ask("mar financial-report", "2026-04-10T08:00+02:00", report_required=False).deadlines == ()
    assert ask("mar financial-report", "2026-04-10T08:00+02:00").deadlines[0].only_if
