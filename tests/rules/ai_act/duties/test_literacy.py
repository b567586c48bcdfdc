from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import duty_of, owed, provided, used


def test_provider_and_deployer_owe_literacy_for_every_system() -> None:
    assert owed(provided()) == {"literacy"}
    assert owed(used()) == {"literacy"}
    assert owed(plain(roles=yes("distributes"))) == set()
    assert owed(used(scope=yes("sole_research"))) == set()


@pytest.mark.parametrize(
    ("day", "standing", "said"),
    [
        (date(2025, 2, 1), "not-yet", "Ensure"),
        (date(2025, 2, 2), "binds", "Ensure"),
        (date(2026, 7, 26), "binds", "Ensure"),
        (date(2026, 7, 27), "binds", "No level has to be guaranteed"),
        (TODAY, "binds", "Take measures"),
    ],
)
def test_the_wording_is_that_of_the_day(day: date, standing: str, said: str) -> None:
    found = duty_of(used(), "literacy", day)

    assert found.standing == standing
    assert said in found.what


def test_no_tier_of_fines_lists_literacy() -> None:
    assert "our reading" in duty_of(used(), "literacy").fined
