from collections.abc import Callable

import pytest

from copilot.rules.deadlines import Deadlines


@pytest.mark.parametrize(
    ("facts", "bases"),
    [
        ({"venue_operator": True}, ["mar/art-16/1/sub-2"]),
        ({"venue_operator": False}, ["mar/art-16/2"]),
        ({}, ["mar/art-16/1/sub-2", "mar/art-16/2"]),
    ],
)
def test_a_report_is_owed_without_delay(
    facts: dict[str, bool], bases: list[str], ask: Callable[..., Deadlines]
) -> None:
    found = ask("mar suspicion", "2026-11-20T10:00+01:00", past_activity=False, **facts)

    reports = [each for each in found.deadlines if each.pace]
    assert [str(each.basis) for each in reports] == bases
    assert all((each.pace, each.due) == ("without delay", None) for each in reports)
    assert all(bool(each.only_if) is (len(bases) == 2) for each in reports)
    assert all(len(each.contents) == 5 for each in reports)


def test_a_late_suspicion_explains_the_time_that_passed(ask: Callable[..., Deadlines]) -> None:
    found = ask("mar suspicion", "2026-11-20T10:00+01:00", past_activity=True, venue_operator=False)

    assert found.deadlines[0].contents[-1] == "why time passed since the suspected breach"


def test_five_years_without_a_beginning_get_no_day(ask: Callable[..., Deadlines]) -> None:
    found = ask("mar suspicion", "2026-11-20T10:00+01:00")

    assert [(each.sense, each.due) for each in found.deadlines if each.sense == "keep"] == [("keep", None)]
