from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, plain, yes
from tests.rules.ai_act.duties.lookup import CREDIT, LIFT, USES, duty_of, provided, used

_LATER = date(2028, 1, 1)
_OLD = {"market": {"placed_on": "2025-01-01"}}


def _standing(day: date, key: str = "human-oversight", **legacy: object) -> str:
    return duty_of(used(**CREDIT, **_OLD, legacy=legacy), key, day).standing


@pytest.mark.parametrize(
    ("legacy", "day", "standing"),
    [
        ({}, _LATER, "spared"),
        (yes("design_changed"), date(2027, 12, 1), "not-yet"),
        (yes("design_changed"), _LATER, "binds"),
        (yes("for_public_authorities"), _LATER, "not-yet"),
        (yes("for_public_authorities"), date(2030, 8, 2), "binds"),
        (yes("large_scale_it"), date(2030, 12, 30), "not-yet"),
        (yes("large_scale_it", "design_changed"), _LATER, "not-yet"),
        (yes("large_scale_it"), date(2030, 12, 31), "binds"),
        ({"design_changed": None}, _LATER, "depends"),
    ],
)
def test_an_older_system_comes_under_the_act_as_article_111_says(
    legacy: dict[str, object], day: date, standing: str
) -> None:
    assert _standing(day, **legacy) == standing


def test_what_is_open_about_an_older_system_is_asked() -> None:
    system = used(**CREDIT, **_OLD, legacy={"design_changed": None, "for_public_authorities": None})

    asked = [one.fact for one in duty_of(system, "human-oversight", _LATER).open_questions]
    assert asked == ["legacy.design_changed", "legacy.for_public_authorities"]


def test_a_spared_duty_is_still_told() -> None:
    spared = duty_of(used(**CREDIT, **_OLD), "human-oversight")

    assert (spared.certainty, spared.standing, spared.binds) == ("certain", "spared", ())
    assert spared.first_day is None


def test_no_reading_of_a_disputed_date_reaches_a_system_that_was_there_before_it() -> None:
    before = provided(**CREDIT, market={"placed_on": "2026-08-01"})
    since = provided(**CREDIT, market={"placed_on": "2026-08-02"})

    assert duty_of(before, "declaration-of-conformity").standing == "spared"
    assert duty_of(since, "declaration-of-conformity").standing == "disputed"


def test_the_day_of_placing_is_asked_where_nobody_told_it() -> None:
    found = duty_of(used(**CREDIT), "human-oversight", _LATER)

    assert found.standing == "depends"
    assert [one.fact for one in found.open_questions] == ["market.placed_on"]


def test_the_date_for_public_authorities_does_not_bind_importers() -> None:
    system = plain(**CREDIT, **_OLD, roles=yes("imports", "in_union"), legacy=yes("for_public_authorities"))

    assert duty_of(system, "importer-verify", date(2031, 1, 1)).standing == "spared"


def test_possible_grounds_do_not_move_the_date_of_certain_ones() -> None:
    product = {**LIFT["product"], "third_party_assessment": None}
    system = plain(**CREDIT, roles=USES, product=product, safety=LIFT["safety"])

    assert duty_of(system, "human-oversight", TODAY).first_day == date(2027, 12, 2)
    assert {one.source for one in duty_of(system, "human-oversight").grounds} == {
        "high-risk-annex-iii",
        "high-risk-annex-i-a",
    }
