from collections.abc import Callable

from copilot.rules.deadlines import Deadlines


def test_the_commission_is_notified_within_two_weeks(ask: Callable[..., Deadlines]) -> None:
    notice, arguments = ask(
        "ai-act model-threshold", "2026-12-24T10:00+01:00", zone="Europe/Brussels"
    ).deadlines

    assert notice.due is not None
    assert notice.due.isoformat() == "2027-01-08T00:00:00+01:00"
    assert (notice.pace, notice.addressee) == ("without delay", "the Commission")
    assert arguments.due == notice.due


def test_an_incident_with_a_model_has_no_outer_limit(ask: Callable[..., Deadlines]) -> None:
    (report,) = ask("ai-act model-incident", "2026-12-24T10:00+01:00").deadlines

    assert (report.pace, report.due) == ("without undue delay", None)
    assert report.addressee.startswith("the AI Office")
    assert str(report.basis) == "eu-ai-act/art-55/1/c"
