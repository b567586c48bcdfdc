from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.law import Condition, Period

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 1, 1))
PERIODS = st.builds(
    lambda first, length: Period(first, date.fromordinal(first.toordinal() + length) if length else None),
    DAYS,
    st.integers(min_value=0, max_value=4000),
)


def test_a_period_ends_before_the_day_it_is_until() -> None:
    period = Period(date(2024, 8, 1), date(2026, 7, 27))

    assert date(2026, 7, 26) in period
    assert date(2026, 7, 27) not in period
    assert str(period) == "from 2024-08-01 until 2026-07-27"


@given(PERIODS, PERIODS, DAYS)
def test_two_periods_overlap_where_a_day_lies_in_both(one: Period, other: Period, day: date) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if day in one and day in other:
        assert one.overlaps(other)
    if not one.overlaps(other):
        assert not (day in one and day in other)


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Condition(), "everyone"),
        (Condition(operator="public-authority", placed_before=date(2027, 12, 2)),
         "public authority, placed on the market before 2027-12-02"),
        (Condition(route="annex-iii", changed_from=date(2027, 12, 2), note="by type and model"),
         "high-risk under Annex III, changed significantly in design from 2027-12-02, by type and model"),
        (Condition(route="annex-i", placed_from=date(2028, 8, 2)),
         "high-risk under Annex I, placed on the market from 2028-08-02"),
    ],
)  # fmt: skip
def test_a_condition_reads_as_a_person_would_say_it(condition: Condition, said: str) -> None:
    assert str(condition) == said
