from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import duty_of, owed, used

_AT_WORK = {"emotions": yes("emotions", "work_or_education")}
_IMAGERY = {"intimate_imagery": yes("involved", "realistic", "identifiable", "deployer_purpose")}
_LIVE = {
    "biometrics": yes("remote_identification"),
    "live_identification": yes("real_time", "public_space", "for_law_enforcement", "victim_search"),
}


@pytest.mark.parametrize(
    ("day", "standing"), [(date(2025, 2, 1), "not-yet"), (date(2025, 2, 2), "binds"), (TODAY, "binds")]
)
def test_a_prohibited_practice_stops(day: date, standing: str) -> None:
    found = duty_of(plain(**_AT_WORK), "prohibited-practice", day)

    assert (found.role, found.standing) == ("everyone", standing)
    assert [str(ground.provision) for ground in found.grounds] == ["eu-ai-act/art-5/1/f"]
    assert found.fined == "Art. 99(3)"


@pytest.mark.parametrize(
    ("day", "standing"), [(date(2026, 12, 1), "not-yet"), (date(2026, 12, 2), "binds")]
)
def test_the_practices_added_in_2026_stop_later(day: date, standing: str) -> None:
    found = duty_of(used(**_IMAGERY), "prohibited-imagery", day)

    assert found.standing == standing
    assert "prohibited-practice" not in owed(used(**_IMAGERY), day)
    assert "prohibited-imagery" not in owed(used(**_IMAGERY), date(2026, 7, 26))


def test_older_systems_are_not_spared() -> None:
    older = plain(**_AT_WORK, market={"placed_on": "2020-01-01"})

    assert duty_of(older, "prohibited-practice").standing == "binds"


def test_each_live_use_for_an_objective_is_authorised_and_notified() -> None:
    found = owed(used(**_LIVE))

    assert {
        "prohibited-practice",
        "live-identification-limits",
        "live-identification-conditions",
        "live-identification-authorisation",
        "live-identification-decisions",
        "live-identification-notification",
    } <= found


def test_without_an_objective_nothing_makes_live_use_lawful() -> None:
    aimless = {**_LIVE, "live_identification": {**_LIVE["live_identification"], "victim_search": False}}

    assert "prohibited-practice" in owed(used(**aimless))
    assert "live-identification-authorisation" not in owed(used(**aimless))
