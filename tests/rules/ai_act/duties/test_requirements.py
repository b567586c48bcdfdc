from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, yes
from tests.rules.ai_act.duties.lookup import CREDIT, LIFT, duty_of, owed, provided, used

_SECTION_2 = {
    "requirements",
    "risk-management",
    "data-governance",
    "technical-documentation",
    "logging",
    "instructions",
    "human-oversight-design",
    "accuracy-robustness-security",
}
_IDENTIFYING = {"biometrics": yes("remote_identification", "permitted_by_law")}


@pytest.mark.parametrize("topics", [CREDIT, LIFT])
def test_the_provider_of_a_high_risk_system_meets_section_2(topics: dict[str, dict[str, object]]) -> None:
    assert owed(provided(**topics)) >= _SECTION_2
    assert not owed(used(**topics)) & _SECTION_2


@pytest.mark.parametrize(
    ("topics", "day", "standing"),
    [
        (CREDIT, date(2027, 12, 1), "not-yet"),
        (CREDIT, date(2027, 12, 2), "binds"),
        (LIFT, date(2028, 8, 1), "not-yet"),
        (LIFT, date(2028, 8, 2), "binds"),
    ],
)
def test_the_requirements_bind_by_route(
    topics: dict[str, dict[str, object]], day: date, standing: str
) -> None:
    system = provided(**topics, market={"placed_on": "2029-01-01"})

    assert duty_of(system, "risk-management", day).standing == standing


@pytest.mark.parametrize(
    ("day", "bound"), [(date(2026, 7, 26), date(2026, 8, 2)), (TODAY, date(2027, 12, 2))]
)
def test_the_date_is_that_which_the_law_gave_on_the_day(day: date, bound: date) -> None:
    assert duty_of(provided(**CREDIT), "risk-management", day).first_day == bound


def test_only_a_product_of_section_a_has_product_law_beside_it() -> None:
    assert "sector-requirements" in owed(provided(**LIFT))
    assert "sector-requirements" not in owed(provided(**CREDIT))


def test_remote_identification_logs_more_and_is_verified_by_two() -> None:
    assert {"logging-biometric", "two-person-verification"} <= owed(provided(**_IDENTIFYING))
    assert not {"logging-biometric", "two-person-verification"} & owed(provided(**CREDIT))


@pytest.mark.parametrize(
    ("who", "day", "reliefs"),
    [("sme", date(2026, 7, 26), 1), ("small_mid_cap", date(2026, 7, 26), 0), ("small_mid_cap", TODAY, 1)],
)
def test_small_firms_may_use_the_simplified_form(who: str, day: date, reliefs: int) -> None:
    system = provided(**CREDIT, organisation=yes(who))

    assert len(duty_of(system, "technical-documentation", day).reliefs) == reliefs


def test_special_categories_moved_to_an_article_of_their_own() -> None:
    def cited(day: date) -> set[str]:
        return {str(one) for one in duty_of(provided(**CREDIT), "data-governance", day).provisions}

    assert "eu-ai-act/art-10/5" in cited(date(2026, 7, 26))
    assert "eu-ai-act/art-4a/1" in cited(date(2026, 7, 27))
