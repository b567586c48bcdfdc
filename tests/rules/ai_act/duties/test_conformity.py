from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, LIFT, duty_of, owed, provided

_BIOMETRIC = {"biometrics": yes("remote_identification", "permitted_by_law")}
_ROUTES = {
    "conformity-choice",
    "conformity-notified-body",
    "conformity-internal-control",
    "conformity-sector-law",
}


@pytest.mark.parametrize(
    ("topics", "route"),
    [
        (CREDIT, "conformity-internal-control"),
        (HIRING, "conformity-internal-control"),
        (_BIOMETRIC, "conformity-notified-body"),
        ({**_BIOMETRIC, "operation": yes("standards_applied")}, "conformity-choice"),
        (LIFT, "conformity-sector-law"),
    ],
)
def test_each_system_has_one_route(topics: dict[str, dict[str, object]], route: str) -> None:
    assert owed(provided(**topics)) & _ROUTES == {route}


def test_credit_scoring_needs_no_notified_body() -> None:
    assert "no notified body" in duty_of(provided(**CREDIT), "conformity-internal-control").what


def test_conformity_is_declared_marked_and_assessed_anew_after_changes() -> None:
    found = owed(provided(**CREDIT))

    assert {"declaration-of-conformity", "ce-marking", "conformity-after-change"} <= found


@pytest.mark.parametrize("key", ["conformity-internal-control", "declaration-of-conformity", "ce-marking"])
@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 7, 26), "not-yet"),
        (date(2026, 7, 27), "not-yet"),
        (date(2026, 8, 2), "disputed"),
        (TODAY, "disputed"),
        (date(2027, 12, 1), "disputed"),
        (date(2027, 12, 2), "binds"),
    ],
)
def test_the_date_of_articles_outside_sections_1_to_3_is_disputed(
    key: str, day: date, standing: str
) -> None:
    system = provided(**CREDIT, market={"placed_on": "2028-01-01"})

    assert duty_of(system, key, day).standing == standing


def test_both_readings_are_handed_over() -> None:
    readings = {one.application.reading for one in duty_of(provided(**CREDIT), "ce-marking").binds}

    assert len(readings) == 2
    assert any(reading is not None and reading.startswith("formal") for reading in readings)


def test_departing_from_common_specifications_is_justified() -> None:
    departs = {"operation": yes("departs_from_specifications")}

    assert "justify-other-solutions" in owed(provided(**CREDIT, **departs))
    assert "justify-other-solutions" not in owed(provided(**CREDIT))


def test_quality_management_is_assessed_with_the_product_since_the_amendment() -> None:
    def what(day: date) -> str:
        return duty_of(provided(**LIFT), "conformity-sector-law", day).what

    assert "quality management" not in what(date(2026, 7, 26))
    assert "quality management" in what(date(2026, 7, 27))


@pytest.mark.parametrize("day", [date(2026, 7, 26), TODAY])
def test_doing_without_a_third_party_takes_standards_for_all_of_section_2(day: date) -> None:
    what = duty_of(provided(**LIFT), "conformity-sector-law", day).what

    assert "only if such standards or common specifications cover all of Section 2" in what
