from collections.abc import Callable

import pytest

from copilot.errors import NotInForce
from copilot.rules.deadlines import Deadlines

Ask = Callable[..., Deadlines]
SOUNDING = "mar market-sounding"
KNOWN = "2026-11-20T10:00+01:00"


@pytest.mark.parametrize(("told", "count"), [(True, 3), (False, 2), (None, 3)])
def test_it_is_considered_and_recorded_before(told: bool | None, count: int, ask: Ask) -> None:
    found = ask(SOUNDING, KNOWN, **({} if told is None else {"safe_harbour": told}))

    assert len(found.deadlines) == count
    assert found.deadlines[0].due is not None
    assert found.deadlines[0].due.isoformat() == "2026-11-20T10:00:00+01:00"
    assert any(each.only_if for each in found.deadlines) is (told is None)


@pytest.mark.parametrize(("told", "owed"), [(True, 0), (False, 1), (None, 1)])
def test_recipients_are_told_when_it_is_no_longer_inside_information(
    told: bool | None, owed: int, ask: Ask
) -> None:
    found = ask("mar sounding-ceased", KNOWN, **({} if told is None else {"announced_publicly": told}))

    told_them = [each for each in found.deadlines if each.pace == "as soon as possible"]
    assert len(told_them) == owed
    assert any(each.only_if for each in told_them) is (told is None)


def test_the_rule_is_written_for_the_choice_since_december_2024(ask: Ask) -> None:
    with pytest.raises(NotInForce):
        ask(SOUNDING, KNOWN, as_of="2024-12-03")
