from datetime import date

from tests.rules.ai_act.builders import yes
from tests.rules.ai_act.duties.lookup import CREDIT, HIRING, LIFT, duty_of, owed, provided, used


def test_the_provider_monitors_reports_and_investigates() -> None:
    keys = {"post-market-monitoring", "report-incidents", "investigate-incidents"}

    assert keys <= owed(provided(**HIRING))
    assert not keys & owed(used(**HIRING))


def test_the_time_limits_are_told() -> None:
    what = duty_of(provided(**HIRING), "report-incidents").what

    assert all(limit in what for limit in ("15 days", "10 days for a death", "2 days for a widespread"))


def test_equivalent_reporting_narrows_what_is_reported() -> None:
    system = provided(**CREDIT, organisation=yes("equivalent_reporting"))

    (relief,) = duty_of(system, "report-incidents").reliefs
    assert str(relief.provision) == "eu-ai-act/art-73/9"


def test_equivalent_reporting_narrows_nothing_for_a_product_outside_annex_iii() -> None:
    reporting = {"organisation": yes("equivalent_reporting")}

    assert duty_of(provided(**LIFT, **reporting), "report-incidents").reliefs == ()
    assert len(duty_of(provided(**LIFT, **CREDIT, **reporting), "report-incidents").reliefs) == 1


def test_incidents_go_to_the_ai_office_where_it_is_competent_since_the_amendment() -> None:
    def what(day: date) -> str:
        return duty_of(provided(**HIRING), "report-incidents", day).what

    assert "AI Office" not in what(date(2026, 7, 26))
    assert "AI Office" in what(date(2026, 7, 27))


def test_monitoring_is_integrated_only_with_equivalent_protection() -> None:
    bank = provided(**CREDIT, organisation=yes("financial_institution"))

    for system in (bank, provided(**LIFT)):
        (relief,) = duty_of(system, "post-market-monitoring").reliefs
        assert "level of protection is equivalent" in relief.about


def test_a_bank_may_integrate_monitoring_for_point_5_only() -> None:
    bank = {"organisation": yes("financial_institution")}

    assert len(duty_of(provided(**CREDIT, **bank), "post-market-monitoring").reliefs) == 1
    assert duty_of(provided(**HIRING, **bank), "post-market-monitoring").reliefs == ()


def test_a_product_of_section_a_may_integrate_monitoring() -> None:
    (relief,) = duty_of(provided(**LIFT), "post-market-monitoring").reliefs

    assert str(relief.provision) == "eu-ai-act/art-72/4"
