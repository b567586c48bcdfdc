from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, yes
from tests.rules.ai_act.duties.lookup import duty_of, owed, provided, used

_BOT = {"conversation": yes("direct")}
_GENERATES = {"content": yes("synthetic")}


@pytest.mark.parametrize(
    ("topics", "provider", "deployer"),
    [
        (_BOT, {"tell-of-interaction", "inform-clearly-provider"}, set()),
        (_GENERATES, {"mark-output", "inform-clearly-provider"}, set()),
        (
            {"content": yes("synthetic", "deep_fake")},
            {"mark-output", "inform-clearly-provider"},
            {"disclose-deep-fake", "inform-clearly-deployer"},
        ),
        (
            {"content": yes("synthetic", "public_interest_text")},
            {"mark-output", "inform-clearly-provider"},
            {"disclose-text", "inform-clearly-deployer"},
        ),
        ({"biometrics": yes("categorises")}, set(), {"tell-of-exposure", "inform-clearly-deployer"}),
        ({"conversation": yes("direct", "obvious")}, set(), set()),
    ],
)
def test_each_paragraph_falls_on_its_party(
    topics: dict[str, dict[str, object]], provider: set[str], deployer: set[str]
) -> None:
    assert owed(provided(**topics)) == provider | {"literacy"}
    assert owed(used(**topics)) == deployer | {"literacy"}


@pytest.mark.parametrize(("day", "standing"), [(date(2026, 8, 1), "not-yet"), (date(2026, 8, 2), "binds")])
def test_people_are_told_since_august_2026(day: date, standing: str) -> None:
    assert duty_of(provided(**_BOT), "tell-of-interaction", day).standing == standing


@pytest.mark.parametrize(
    ("placed_on", "day", "standing"),
    [
        ("2026-08-01", TODAY, "not-yet"),
        ("2026-08-01", date(2026, 12, 1), "not-yet"),
        ("2026-08-01", date(2026, 12, 2), "binds"),
        ("2026-08-02", TODAY, "binds"),
        (None, TODAY, "depends"),
    ],
)
def test_marking_had_four_months_more_for_older_systems(
    placed_on: str | None, day: date, standing: str
) -> None:
    found = duty_of(provided(**_GENERATES, market={"placed_on": placed_on}), "mark-output", day)

    assert found.standing == standing
    assert [one.fact for one in found.open_questions] == (["market.placed_on"] if placed_on is None else [])


def test_art_is_disclosed_more_lightly() -> None:
    art = used(content=yes("synthetic", "deep_fake", "artistic"))

    assert len(duty_of(art, "disclose-deep-fake").reliefs) == 1
