from collections.abc import Callable

import pytest

from copilot.errors import NotInForce
from copilot.rules.deadlines import Deadlines

Ask = Callable[..., Deadlines]
INCIDENT = "ai-act serious-incident"
AT_DEPLOYER = "ai-act serious-incident-at-deployer"
KNOWN = "2026-03-14T10:00+01:00"
PLAIN = {
    "death": False,
    "widespread": False,
    "critical_infrastructure": False,
    "ai_office": False,
    "equivalent_reporting": False,
    "medical_device": False,
}


def _due(found: Deadlines) -> dict[str, str]:
    return {
        "/".join(each.basis.segments): ("" if each.only_if is None else "if ") + f"{each.due:%m-%d %H:%M}"
        for each in found.deadlines
        if each.due
    }


def _open(found: Deadlines) -> set[str]:
    return {asked.fact for asked in found.result.open_questions}


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, {"art-73/2": "03-30 00:00"}),
        ({"death": True}, {"art-73/4": "03-25 00:00"}),
        ({"widespread": True}, {"art-73/3": "03-17 00:00"}),
        ({"critical_infrastructure": True}, {"art-73/3": "03-17 00:00"}),
        (
            {"critical_infrastructure": True, "death": True},
            {"art-73/3": "03-17 00:00", "art-73/4": "03-25 00:00"},
        ),
    ],
)
def test_the_limit_is_that_of_the_case(facts: dict[str, bool], due: dict[str, str], ask: Ask) -> None:
    found = ask(INCIDENT, KNOWN, **{**PLAIN, **facts})

    assert _due(found) == due
    assert all(each.pace == "immediately" for each in found.deadlines if each.due)
    assert _open(found) <= {"application-reading", "application-case"}


def test_what_nobody_told_keeps_every_limit_possible(ask: Ask) -> None:
    found = ask(INCIDENT, KNOWN)

    assert _due(found) == {
        "art-73/3": "if 03-17 00:00",
        "art-73/4": "if 03-25 00:00",
        "art-73/2": "if 03-30 00:00",
    }
    assert {"death", "widespread", "critical-infrastructure", "ai-office", "medical-device"} <= _open(found)
    assert "possible: 2026-03-17 00:00+01:00" in found.result.verdict


def test_the_general_limit_stays_certain_while_a_shorter_one_is_open(ask: Ask) -> None:
    known = {**PLAIN}
    del known["death"]

    assert _due(ask(INCIDENT, KNOWN, **known)) == {"art-73/4": "if 03-25 00:00", "art-73/2": "03-30 00:00"}


@pytest.mark.parametrize(
    ("told", "addressee"), [(True, "the AI Office"), (False, "the market surveillance")]
)
def test_the_ai_office_gets_the_report_where_it_supervises(told: bool, addressee: str, ask: Ask) -> None:
    found = ask(INCIDENT, KNOWN, **{**PLAIN, "ai_office": told})

    assert found.deadlines[0].addressee.startswith(addressee)


def test_the_ai_office_got_no_reports_before_27_july_2026(ask: Ask) -> None:
    found = ask(INCIDENT, KNOWN, as_of="2026-07-26", **{**PLAIN, "ai_office": True})

    assert found.deadlines[0].addressee.startswith("the market surveillance")


@pytest.mark.parametrize("limit", ["equivalent_reporting", "medical_device"])
def test_a_limited_duty_is_owed_for_fundamental_rights_only(limit: str, ask: Ask) -> None:
    limited = {**PLAIN, limit: True}

    assert ask(INCIDENT, KNOWN, **limited, fundamental_rights=False).deadlines == ()
    assert _due(ask(INCIDENT, KNOWN, **limited, fundamental_rights=True)) == {"art-73/2": "03-30 00:00"}
    assert _due(ask(INCIDENT, KNOWN, **limited)) == {"art-73/2": "if 03-30 00:00"}
    assert "fundamental-rights" in _open(ask(INCIDENT, KNOWN, **limited))


def test_a_medical_device_is_reported_to_the_authority_chosen(ask: Ask) -> None:
    found = ask(INCIDENT, KNOWN, **{**PLAIN, "medical_device": True}, fundamental_rights=True)

    assert "have chosen" in found.deadlines[0].addressee


def test_the_report_may_come_in_two_and_the_investigation_follows(ask: Ask) -> None:
    found = ask(INCIDENT, KNOWN, **PLAIN)

    report, investigation = found.deadlines
    assert "73(5)" in (report.note or "")
    assert (investigation.pace, investigation.due) == ("without delay", None)
    assert "a risk assessment of the incident" in investigation.contents


def test_a_deployer_informs_the_provider_and_reports_where_that_is_out_of_reach(ask: Ask) -> None:
    rest = {name: told for name, told in PLAIN.items() if name != "ai_office"}

    assert [
        each.pace for each in ask(AT_DEPLOYER, KNOWN, provider_unreachable=False, **rest).deadlines
    ] == ["immediately"]
    assert _due(ask(AT_DEPLOYER, KNOWN, provider_unreachable=True, **rest)) == {"art-73/2": "03-30 00:00"}
    assert _due(ask(AT_DEPLOYER, KNOWN, **rest)) == {"art-73/2": "if 03-30 00:00"}


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-07-26", "not-yet"),
        ("2026-08-01", "not-yet"),
        ("2026-08-02", "disputed"),
        ("2027-12-02", "depends"),
    ],
)
def test_from_when_it_applies_is_told(day: str, status: str, ask: Ask) -> None:
    assert {each.status for each in ask(INCIDENT, KNOWN, as_of=day, **PLAIN).deadlines} == {status}


def test_a_day_before_the_act_is_an_error(ask: Ask) -> None:
    with pytest.raises(NotInForce):
        ask(INCIDENT, KNOWN, as_of="2024-07-31")


@pytest.mark.parametrize(("day", "status"), [("2026-11-20", "not-yet"), ("2027-12-02", "depends")])
def test_a_deployer_does_not_report_before_its_own_duty_applies(day: str, status: str, ask: Ask) -> None:
    found = ask(AT_DEPLOYER, KNOWN, as_of=day, provider_unreachable=True)

    assert {each.status for each in found.deadlines} == {status}


def test_a_device_that_the_ai_office_supervises_is_reported_in_full(ask: Ask) -> None:
    device = {**PLAIN, "medical_device": True, "ai_office": True}

    assert _due(ask(INCIDENT, KNOWN, **device, fundamental_rights=False)) == {"art-73/2": "03-30 00:00"}
    assert _due(ask(INCIDENT, KNOWN, **device)) == {"art-73/2": "03-30 00:00"}
    del device["medical_device"]
    assert _due(ask(INCIDENT, KNOWN, **device)) == {"art-73/2": "03-30 00:00"}


def test_a_device_was_reported_within_its_limits_before_27_july_2026(ask: Ask) -> None:
    device = {**PLAIN, "medical_device": True, "ai_office": True}

    assert ask(INCIDENT, KNOWN, as_of="2026-07-26", **device, fundamental_rights=False).deadlines == ()


def test_a_device_stays_open_while_nobody_told_whether_the_ai_office_supervises_it(ask: Ask) -> None:
    device = {name: told for name, told in PLAIN.items() if name != "ai_office"} | {"medical_device": True}

    assert _due(ask(INCIDENT, KNOWN, **device, fundamental_rights=False)) == {"art-73/2": "if 03-30 00:00"}


def test_what_union_law_has_reported_elsewhere_stays_limited_at_the_ai_office(ask: Ask) -> None:
    equivalent = {**PLAIN, "equivalent_reporting": True, "ai_office": True}

    assert ask(INCIDENT, KNOWN, **equivalent, fundamental_rights=False).deadlines == ()
