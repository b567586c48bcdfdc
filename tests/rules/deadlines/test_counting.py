from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.errors import ToolInputError
from copilot.rules.deadlines import on_the_clock, zone_named
from copilot.rules.deadlines.counting import (
    business_days_after,
    days_after,
    end_of_next,
    hours_after,
    midnight,
    start_of_days_before,
    years_after,
)

BERLIN = ZoneInfo("Europe/Berlin")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("known", "number", "due"),
    [
        ("2026-03-14T10:00+01:00", 15, "2026-03-30T00:00+02:00"),
        ("2026-10-10T10:00+02:00", 15, "2026-10-26T00:00+01:00"),
        ("2026-12-30T23:59+01:00", 2, "2027-01-02T00:00+01:00"),
        ("2028-02-27T10:00+01:00", 2, "2028-03-01T00:00+01:00"),
        ("2027-02-27T10:00+01:00", 2, "2027-03-02T00:00+01:00"),
        ("2026-06-01T00:00+02:00", 10, "2026-06-12T00:00+02:00"),
        ("2026-05-31T22:30+00:00", 10, "2026-06-12T00:00+02:00"),
    ],
)
def test_days_end_at_midnight_in_the_zone(known: str, number: int, due: str) -> None:
    assert days_after(_at(known), number, BERLIN).due == _at(due)


def test_the_day_of_the_event_is_that_of_the_zone() -> None:
    moment = _at("2026-06-01T23:30+00:00")

    assert days_after(moment, 1, ZoneInfo("Europe/Lisbon")).due == _at("2026-06-04T00:00+01:00")
    assert days_after(moment, 1, ZoneInfo("Atlantic/Azores")).due == _at("2026-06-03T00:00+00:00")


@pytest.mark.parametrize(
    ("known", "due"),
    [
        ("2026-03-27T22:30+01:00", "2026-03-30T23:30+02:00"),
        ("2026-10-23T22:30+02:00", "2026-10-26T21:30+01:00"),
        ("2026-10-25T02:30+02:00", "2026-10-28T01:30+01:00"),
        ("2026-10-25T02:30+01:00", "2026-10-28T02:30+01:00"),
        ("2026-12-30T12:00+01:00", "2027-01-02T12:00+01:00"),
        ("2028-02-27T12:00+01:00", "2028-03-01T12:00+01:00"),
    ],
)
def test_hours_run_on_across_a_change_of_the_clocks(known: str, due: str) -> None:
    counted = hours_after(_at(known), 72, BERLIN).due

    assert counted is not None
    assert counted.isoformat() == _at(due).isoformat()


@given(
    st.datetimes(_at("2000-01-01"), _at("2199-01-01"), timezones=st.just(UTC)),
    st.sampled_from(
        ["Europe/Berlin", "Atlantic/Azores", "Europe/Dublin", "Asia/Beirut", "America/New_York"]
    ),
    st.integers(1, 100),
)
def test_days_and_hours_hold_in_every_zone(moment: datetime, name: str, number: int) -> None:
    zone = ZoneInfo(name)
    days, hours = days_after(moment, number, zone).due, hours_after(moment, number, zone).due

    assert days is not None
    assert hours is not None
    assert hours - moment == timedelta(hours=number)
    local = moment.astimezone(zone).date()
    before, after = (days.astimezone(UTC) + step for step in (-timedelta(seconds=1), timedelta(0)))
    assert before.astimezone(zone).date() == local + timedelta(days=number)
    assert after.astimezone(zone).date() == local + timedelta(days=number + 1)


def test_a_day_ends_once_where_the_clocks_go_back_at_midnight() -> None:
    azores = ZoneInfo("Atlantic/Azores")

    assert midnight(date(2026, 10, 25), azores).isoformat() == "2026-10-25T00:00:00+00:00"
    assert hours_after(_at("2026-10-25T00:00+00:00"), 1, azores).said.endswith("2026-10-25 00:00-01:00")


def test_a_day_begins_late_where_the_clocks_skip_midnight() -> None:
    assert midnight(date(2026, 3, 29), ZoneInfo("Asia/Beirut")).isoformat() == "2026-03-29T01:00:00+03:00"


@pytest.mark.parametrize(
    ("day", "number", "holidays", "due"),
    [
        ("2026-12-23T12:00+01:00", 3, {"2026-12-25"}, "2026-12-30T00:00+01:00"),
        ("2026-12-23T12:00+01:00", 3, {"2026-12-25", "2026-12-28"}, "2026-12-31T00:00+01:00"),
        ("2026-11-20T12:00+01:00", 3, set(), "2026-11-26T00:00+01:00"),
        ("2026-11-21T12:00+01:00", 3, set(), "2026-11-26T00:00+01:00"),
        ("2026-11-20T12:00+01:00", 3, {"2026-11-21"}, "2026-11-26T00:00+01:00"),
        ("2028-02-28T12:00+01:00", 2, set(), "2028-03-02T00:00+01:00"),
    ],
)
def test_business_days_leave_out_weekends_and_the_holidays_given(
    day: str, number: int, holidays: set[str], due: str
) -> None:
    given_days = {date.fromisoformat(each) for each in holidays}

    assert business_days_after(_at(day), number, BERLIN, given_days).due == _at(due)


def test_without_holidays_business_days_are_not_guessed() -> None:
    counted = business_days_after(_at("2026-12-23T12:00+01:00"), 3, BERLIN, None)

    assert counted.due is None
    assert counted.earliest == _at("2026-12-29T00:00+01:00")
    assert "unknown without the holidays" in counted.said


@pytest.mark.parametrize(
    ("known", "due"),
    [
        ("2026-11-20T12:00+01:00", "2031-11-21T00:00+01:00"),
        ("2028-02-29T12:00+01:00", "2033-03-02T00:00+01:00"),
        ("2026-12-31T12:00+01:00", "2032-01-01T00:00+01:00"),
    ],
)
def test_years_end_with_the_same_day(known: str, due: str) -> None:
    assert years_after(_at(known), 5, BERLIN).due == _at(due)


def test_a_closed_period_begins_whole_days_before() -> None:
    counted = start_of_days_before(_at("2026-04-10T08:00+02:00"), 30, BERLIN)

    assert counted.due == _at("2026-03-11T00:00+01:00")


@pytest.mark.parametrize(
    ("known", "later", "due"),
    [
        ("2026-06-30T23:59+02:00", 0, "2026-07-01T00:00+02:00"),
        ("2026-07-01T00:00+02:00", 0, "2027-07-01T00:00+02:00"),
        ("2026-02-01T00:00+01:00", 1, "2027-07-01T00:00+02:00"),
    ],
)
def test_a_day_of_the_year_comes_once_a_year(known: str, later: int, due: str) -> None:
    assert end_of_next(6, 30, _at(known), BERLIN, years_later=later) == _at(due)


def test_a_time_the_clocks_skipped_or_showed_twice_is_refused() -> None:
    assert on_the_clock(_at("2026-03-28T02:30"), BERLIN) == _at("2026-03-28T02:30+01:00")
    with pytest.raises(ToolInputError, match="skipped"):
        on_the_clock(_at("2026-03-29T02:30"), BERLIN)
    with pytest.raises(ToolInputError, match="twice"):
        on_the_clock(_at("2026-10-25T02:30"), BERLIN)


@pytest.mark.parametrize("name", ["Berlin", "", "../etc/passwd", "Europe"])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ToolInputError, match="time zone"):
        zone_named(name)
