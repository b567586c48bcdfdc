from datetime import date

import pytest

from copilot.law import Period, ProvisionId
from copilot.rules.ai_act.dates import law_on
from copilot.rules.ai_act.duties.calendar import span_of

_ALWAYS = Period(date(2024, 8, 1))


@pytest.mark.parametrize(
    ("day", "start", "until"),
    [
        (date(2026, 11, 20), date(2026, 8, 2), date(2026, 12, 2)),
        (date(2026, 7, 27), date(2026, 7, 27), date(2026, 8, 2)),
        (date(2028, 8, 2), date(2028, 8, 2), date(2030, 8, 2)),
        (date(2031, 1, 1), date(2030, 12, 31), None),
    ],
)
def test_a_span_ends_where_something_changes(day: date, start: date, until: date | None) -> None:
    assert span_of(day, _ALWAYS) == Period(start, until)


def test_a_span_is_no_longer_than_that_of_the_classification() -> None:
    shorter = Period(date(2026, 9, 1), date(2026, 11, 30))

    assert span_of(date(2026, 11, 20), shorter) == shorter


def test_the_law_is_that_of_the_day() -> None:
    added = ProvisionId.parse("eu-ai-act/art-99/4/da")

    assert added not in law_on(date(2026, 7, 26))
    assert added in law_on(date(2026, 7, 27))
