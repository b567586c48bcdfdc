from datetime import date

import pytest

from tests.rules.ai_act.builders import TODAY, yes
from tests.rules.ai_act.duties.lookup import CREDIT, duty_of, owed, provided, used

_TAKEN_OUT = {"employment": yes("recruitment"), "task": yes("narrow_procedural")}


def test_a_derogated_system_has_no_duties_of_chapter_iii() -> None:
    assert owed(provided(**_TAKEN_OUT)) == {"literacy", "derogation-assessment", "derogation-registration"}
    assert owed(used(**_TAKEN_OUT)) == {"literacy"}


@pytest.mark.parametrize(
    "services",
    [yes("fraud_only"), yes("creditworthiness", "fraud_only"), yes("creditworthiness", "capital_model")],
)
def test_what_annex_iii_excludes_is_neither_documented_nor_registered(services: dict[str, object]) -> None:
    assert owed(provided(essential_services=services)) == {"literacy"}


def test_a_high_risk_system_is_not_derogated() -> None:
    assert not {"derogation-assessment", "derogation-registration"} & owed(provided(**CREDIT))


@pytest.mark.parametrize(
    ("day", "assessed", "registered"),
    [
        (date(2026, 8, 1), "not-yet", "not-yet"),
        (TODAY, "not-yet", "disputed"),
        (date(2027, 12, 2), "binds", "binds"),
    ],
)
def test_documenting_and_registering_have_dates_of_their_own(
    day: date, assessed: str, registered: str
) -> None:
    assert duty_of(provided(**_TAKEN_OUT), "derogation-assessment", day).standing == assessed
    assert duty_of(provided(**_TAKEN_OUT), "derogation-registration", day).standing == registered


def test_no_tier_of_fines_lists_them() -> None:
    for key in ("derogation-assessment", "derogation-registration"):
        assert duty_of(provided(**_TAKEN_OUT), key).listing is None


def test_derogated_systems_of_the_police_are_not_registered_in_public() -> None:
    registration = duty_of(provided(**_TAKEN_OUT), "derogation-registration")

    assert "eu-ai-act/art-49/4" in map(str, registration.provisions)
    assert "not public" in registration.what
