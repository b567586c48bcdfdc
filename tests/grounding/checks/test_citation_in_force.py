from datetime import date

from copilot.law import Period
from tests.grounding.builders import evidence, finding, outcome, provision, result, verified

OLD = provision(in_force=Period(date(2020, 1, 1), date(2024, 1, 1)))


def test_a_wording_that_was_not_law_on_the_day_fails() -> None:
    statement = verified("Deployers keep logs.", held=evidence(OLD))

    assert "until 2024-01-01, not on 2026-11-20" in finding("citation in force", statement).said


def test_the_wording_of_the_day_is_taken_where_there_are_two() -> None:
    assert outcome("citation in force", "Deployers keep logs.", held=evidence(OLD, provision())) == "pass"


def test_a_result_is_not_asked() -> None:
    held = evidence(results=(result(),))

    assert outcome("citation in force", "x", source="tool:lamp_check/1", held=held) == "not_applicable"
