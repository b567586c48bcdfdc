from typing import Any

import pytest

from tests.rules.sfdr.conftest import AskEntity
from tests.rules.sfdr.found import answer, asked, certain, named, owed, possible

STATEMENT = {"adverse-impacts-contents", "adverse-impacts-yearly-statement", "adverse-impacts-indicators"}
NOT_A_PARENT: dict[str, Any] = {"aifm": True, "parent_of_large_group": False}


@pytest.mark.parametrize(
    ("employees", "bound"), [("0", False), ("499", False), ("500", False), ("500.5", True), ("501", True)]
)
def test_above_500_employees_there_is_no_explaining(employees: str, bound: bool, entity: AskEntity) -> None:
    found = entity(**NOT_A_PARENT, average_employees=employees, considers_adverse_impacts=False)

    assert ("adverse-impacts-own-size" in certain(found)) is bound
    assert (certain(found) >= STATEMENT) is bound
    assert ("adverse-impacts-explained" in certain(found)) is not bound
    assert ("adverse-impacts-not-considered-section" in certain(found)) is not bound
    assert answer(found, "May it explain").startswith("no" if bound else "yes")
    assert ("may not explain" in found.result.verdict) is bound


@pytest.mark.parametrize(
    ("large_group", "employees", "bound"),
    [(True, 501, True), (True, 500, False), (False, 501, False)],
)
def test_a_parent_is_bound_by_its_large_group_alone(
    large_group: bool, employees: int, bound: bool, entity: AskEntity
) -> None:
    found = entity(
        aifm=True,
        average_employees=10,
        parent_of_large_group=large_group,
        group_average_employees=employees,
        considers_adverse_impacts=False,
    )

    assert ("adverse-impacts-group-size" in certain(found)) is bound
    assert ("adverse-impacts-explained" in certain(found)) is not bound


def test_who_considers_impacts_by_choice_publishes_the_statement(entity: AskEntity) -> None:
    found = entity(**NOT_A_PARENT, average_employees=20, considers_adverse_impacts=True)

    assert certain(found) >= {*STATEMENT, "adverse-impacts-by-choice"}
    assert not certain(found) & {"adverse-impacts-explained", "adverse-impacts-own-size"}
    assert named(found, "adverse-impacts-yearly-statement").due == "30 June each year"


def test_size_not_told_leaves_it_open_but_one_of_the_two_is_certain(entity: AskEntity) -> None:
    found = entity(aifm=True, considers_adverse_impacts=False)

    assert "adverse-impacts" in owed(found)
    assert {"adverse-impacts-explained", "adverse-impacts-own-size"} <= possible(found)
    assert {"average_employees", "parent_of_large_group"} <= asked(found)
    assert "is open" in found.result.verdict


def test_size_says_nothing_of_an_adviser(entity: AskEntity) -> None:
    found = entity(
        credit_institution=True, portfolio_management=False, investment_advice=True, average_employees=9000
    )

    assert "advice-adverse-impacts" in certain(found)
    assert "adverse-impacts-own-size" not in certain(found)


def test_size_binds_from_30_june_2021(entity: AskEntity) -> None:
    told = {**NOT_A_PARENT, "average_employees": 501, "considers_adverse_impacts": False}
    before, after = entity(**told, as_of="2021-06-29"), entity(**told, as_of="2021-06-30")

    assert named(before, "adverse-impacts-own-size").status == "not-yet"
    assert "adverse-impacts-explained" in owed(before)
    assert "adverse-impacts-own-size" in owed(after)
    assert "adverse-impacts-explained" not in certain(after)


def test_the_form_of_the_statement_came_later(entity: AskEntity) -> None:
    told = {**NOT_A_PARENT, "average_employees": 501}
    yearly = "adverse-impacts-yearly-statement"

    assert yearly not in certain(entity(**told, as_of="2022-08-13"))
    assert named(entity(**told, as_of="2022-08-14"), yearly).status == "not-yet"
    assert named(entity(**told, as_of="2022-12-31"), yearly).status == "not-yet"
    assert yearly in owed(entity(**told, as_of="2023-01-01"))
