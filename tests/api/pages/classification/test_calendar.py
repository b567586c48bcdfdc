from datetime import date

from api.pages.classification.calendar import Calendar, calendar_of
from copilot.rules.ai_act import system_from
from copilot.rules.ai_act.duties import Bearer, duties

DEPLOYER: dict[str, dict[str, object]] = {
    "nature": {
        "machine_based": True,
        "autonomous": True,
        "infers": True,
        "influences": True,
        "model_only": False,
    },
    "nexus": {"placed_in_union": True},
    "scope": dict.fromkeys(
        ("exclusively_defence", "output_exclusively_defence", "foreign_cooperation", "sole_research"), False
    ),
    "roles": {"uses": True, "personal_use": False, "developed": False},
    "essential_services": {"creditworthiness": True, "fraud_only": False, "capital_model": False},
    "task": {"profiling": True},
    "operation": {"significant_decisions": True},
}


def calendar(
    role: Bearer | None = None, as_of: date = date(2026, 11, 20), **more: dict[str, object]
) -> Calendar:
    return calendar_of(duties(system_from({**DEPLOYER, **more}, "facts"), as_of), role)


def test_what_binds_already_comes_first_and_then_day_by_day() -> None:
    days = calendar().days

    assert [(day.start, day.already) for day in days] == [
        (date(2025, 2, 2), True),
        (date(2026, 8, 2), False),
        (date(2027, 12, 2), False),
    ]
    assert [one.duty.title for one in days[0].duties] == ["AI literacy"]
    assert "Assign human oversight" in [one.duty.title for one in days[2].duties]


def test_a_disputed_date_is_said_with_each_reading() -> None:
    disputed = calendar().days[1].duties

    explained = next(one for one in disputed if one.duty.title == "Explain individual decisions")

    assert explained.standing == "binds by one reading of a disputed date"
    assert [reading.start for reading in explained.readings] == [date(2026, 8, 2), date(2027, 12, 2)]
    assert explained.readings[0].said.startswith("formal, by the letter of Article 113")


def test_a_duty_says_who_owes_it() -> None:
    assert {one.who for day in calendar().days for one in day.duties} == {"deployer"}


def test_one_role_alone_can_be_shown() -> None:
    assert calendar("importer").days == ()
    assert calendar("deployer").count == calendar().count
    assert "importer" in [who for who, _ in calendar("importer").possible]


def test_what_open_facts_decide_stands_apart() -> None:
    possible = dict(calendar().possible)

    assert "Inform workers and their representatives" in [duty.title for duty in possible["deployer"]]
    assert not any(one.duty.certainty == "possible" for day in calendar().days for one in day.duties)


def test_what_one_might_expect_is_told_with_the_reason_why_it_is_not_owed() -> None:
    not_owed = calendar(operation={"at_workplace": False}).not_owed

    assert ("Inform workers and their representatives", "operation.at_workplace is no") in [
        (one.title, one.reason) for one in not_owed
    ]
