from collections.abc import Callable

import pytest

from copilot.errors import NotInForce
from copilot.rules.deadlines import Deadlines

Ask = Callable[..., Deadlines]
BREACH = "gdpr data-breach"


def _by(found: Deadlines, basis: str) -> list[str | None]:
    return [each.only_if for each in found.deadlines if str(each.basis) == basis]


@pytest.mark.parametrize(
    ("known", "due"),
    [
        ("2026-03-27T22:30+01:00", "2026-03-30T23:30:00+02:00"),
        ("2026-10-23T22:30+02:00", "2026-10-26T21:30:00+01:00"),
        ("2026-12-30T22:30+01:00", "2027-01-02T22:30:00+01:00"),
        ("2028-02-27T22:30+01:00", "2028-03-01T22:30:00+01:00"),
    ],
)
def test_seventy_two_hours_are_seventy_two_hours(known: str, due: str, ask: Ask) -> None:
    found = ask(BREACH, known, risk_unlikely=False, high_risk=False)

    assert found.deadlines[0].due is not None
    assert found.deadlines[0].due.isoformat() == due
    assert len(found.deadlines[0].contents) == 4


def test_an_unlikely_risk_leaves_the_documentation(ask: Ask) -> None:
    found = ask(BREACH, "2026-03-27T22:30+01:00", risk_unlikely=True, high_risk=False)

    assert [str(each.basis) for each in found.deadlines] == ["gdpr/art-33/5"]


def test_a_risk_nobody_told_is_asked_about(ask: Ask) -> None:
    found = ask(BREACH, "2026-03-27T22:30+01:00")

    assert _by(found, "gdpr/art-33/1") == ["a risk is not unlikely"]
    assert {asked.fact for asked in found.result.open_questions} == {
        "risk-unlikely",
        "high-risk",
        "communication-exempt",
    }


@pytest.mark.parametrize(
    ("facts", "owed"),
    [
        ({"high_risk": True, "communication_exempt": False}, [None]),
        ({"high_risk": True, "communication_exempt": True}, []),
        ({"high_risk": False}, []),
        ({"high_risk": True}, ["no exemption of Art. 34(3)(a) or (b) holds"]),
    ],
)
def test_data_subjects_are_told_of_a_high_risk(
    facts: dict[str, bool], owed: list[str | None], ask: Ask
) -> None:
    found = ask(BREACH, "2026-03-27T22:30+01:00", risk_unlikely=False, **facts)

    assert _by(found, "gdpr/art-34/1") == owed


def test_a_processor_tells_the_controller(ask: Ask) -> None:
    (notice,) = ask("gdpr data-breach-at-processor", "2026-03-27T22:30+01:00").deadlines

    assert (notice.addressee, notice.pace, notice.due) == ("the controller", "without undue delay", None)


def test_the_regulation_was_law_before_it_applied(ask: Ask) -> None:
    assert ask(BREACH, "2018-05-24T10:00+02:00", as_of="2018-05-24").deadlines[0].status == "not-yet"
    assert ask(BREACH, "2018-05-25T10:00+02:00", as_of="2018-05-25").deadlines[0].status == "binds"
    with pytest.raises(NotInForce):
        ask(BREACH, "2016-05-23T10:00+02:00", as_of="2016-05-23")
