from typing import Any

import pytest

from tests.rules.sfdr.conftest import AskEntity
from tests.rules.sfdr.found import answer, asked, certain, possible


def _capacities(entity: AskEntity, **facts: Any) -> dict[str, str]:
    return {str(each.provision): each.certainty for each in entity(**facts).capacities}


@pytest.mark.parametrize(
    ("facts", "provision"),
    [
        ("insurance_undertaking makes_ibips_available", "sfdr/art-2/1/a"),
        ("social_security_schemes member_state_includes_schemes", "sfdr/art-2/1/d"),
        ("aifm", "sfdr/art-2/1/e"),
        ("pepp_provider", "sfdr/art-2/1/f"),
        ("euveca_manager", "sfdr/art-2/1/g"),
        ("eusef_manager", "sfdr/art-2/1/h"),
        ("ucits_manager", "sfdr/art-2/1/i"),
        ("credit_institution portfolio_management", "sfdr/art-2/1/j"),
        ("insurance_undertaking insurance_advice", "sfdr/art-2/11/b"),
        ("credit_institution investment_advice", "sfdr/art-2/11/c"),
        ("aifm investment_advice", "sfdr/art-2/11/e"),
        ("ucits_manager investment_advice", "sfdr/art-2/11/f"),
    ],
)
def test_each_point_needs_all_it_names(facts: str, provision: str, entity: AskEntity) -> None:
    names = facts.split()

    assert _capacities(entity, **dict.fromkeys(names, True))[provision] == "certain"
    for name in names:
        others = dict.fromkeys(names, True) | {name: False, "pension_manufacturer": False}
        assert provision not in _capacities(entity, **others)
        unknown = {each: True for each in names if each != name}
        assert _capacities(entity, **unknown).get(provision) == "possible"


@pytest.mark.parametrize(("persons", "exempt"), [(0, True), (2, True), (3, False)])
def test_an_intermediary_is_exempt_with_fewer_than_three_persons(
    persons: int, exempt: bool, entity: AskEntity
) -> None:
    nothing_else = dict.fromkeys(
        "insurance_undertaking investment_firm credit_institution iorp pension_manufacturer aifm pepp_provider "
        "euveca_manager eusef_manager ucits_manager social_security_schemes".split(),
        False,
    )
    found = entity(
        insurance_intermediary=True,
        insurance_advice=True,
        persons_employed=persons,
        member_state_includes_small=False,
        **nothing_else,
    )

    assert ("advice-adverse-impacts" in certain(found)) is not exempt
    assert ("advice-sustainability-risks" in certain(found)) is not exempt
    assert found.result.verdict.startswith("exempt") is exempt
    assert answer(found, "Is it exempt as a small insurance").startswith("yes" if exempt else "no")


def test_a_manufacturer_of_pension_products_is_a_participant(entity: AskEntity) -> None:
    others = {"pension_manufacturer": False, "social_security_schemes": True}

    assert _capacities(entity, pension_manufacturer=True)["sfdr/art-2/1/d"] == "certain"
    assert "sfdr/art-2/1/d" not in _capacities(entity, **others, member_state_includes_schemes=False)


def test_a_member_state_can_take_the_exemption_away(entity: AskEntity) -> None:
    small = {"insurance_intermediary": True, "insurance_advice": True, "persons_employed": 1}

    assert "sfdr/art-2/11/a" in _capacities(entity, **small, member_state_includes_small=True)
    assert "sfdr/art-2/11/a" not in _capacities(entity, **small, member_state_includes_small=False)
    assert _capacities(entity, **small)["sfdr/art-2/11/a"] == "possible"
    assert "member_state_includes_small" in asked(entity(**small))


@pytest.mark.parametrize("adviser", ["credit_institution", "aifm", "ucits_manager"])
def test_no_other_adviser_is_exempt_for_being_small(adviser: str, entity: AskEntity) -> None:
    found = entity(
        **{adviser: True}, investment_advice=True, persons_employed=1, member_state_includes_small=False
    )

    assert "advice-adverse-impacts" in certain(found)


def test_whether_a_small_firm_is_exempt_as_a_manager_is_a_matter_of_reading(entity: AskEntity) -> None:
    small = {
        "investment_firm": True,
        "portfolio_management": True,
        "investment_advice": True,
        "persons_employed": 2,
        "member_state_includes_small": False,
    }

    assert _capacities(entity, **small)["sfdr/art-2/1/b"] == "possible"
    assert "exemption_covers_management" in asked(entity(**small))
    assert "sfdr/art-2/1/b" not in _capacities(entity, **small, exemption_covers_management=True)
    assert _capacities(entity, **small, exemption_covers_management=False)["sfdr/art-2/1/b"] == "certain"
    assert _capacities(entity, **{**small, "persons_employed": 3})["sfdr/art-2/1/b"] == "certain"


@pytest.mark.parametrize(("members", "is_one"), [(14, False), (15, True)])
def test_an_iorp_has_at_least_fifteen_members(members: int, is_one: bool, entity: AskEntity) -> None:
    told = {"iorp": True, "iorp_members": members, "iorp_article_5": False}

    assert ("sfdr/art-2/1/c" in _capacities(entity, **told)) is is_one
    assert ("iorp-channel" in certain(entity(**told))) is is_one
    assert "sfdr/art-2/1/c" not in _capacities(entity, **{**told, "iorp_article_5": True})


def test_a_manager_that_advises_owes_in_both_capacities(entity: AskEntity) -> None:
    found = entity(credit_institution=True, portfolio_management=True, investment_advice=True)

    assert {"risk-policy", "advice-risk-policy"} <= certain(found)
    assert found.result.verdict.startswith("financial market participant and financial adviser")


def test_what_is_neither_owes_nothing(entity: AskEntity) -> None:
    nothing = dict.fromkeys(
        "insurance_undertaking investment_firm credit_institution insurance_intermediary iorp pension_manufacturer "
        "social_security_schemes aifm pepp_provider euveca_manager eusef_manager ucits_manager".split(),
        False,
    )
    found = entity(**nothing, portfolio_management=True)

    assert found.obligations == ()
    assert found.result.verdict == "neither financial market participant nor financial adviser"
    assert found.result.open_questions == ()


def test_with_nothing_told_all_is_possible_and_nothing_certain(entity: AskEntity) -> None:
    found = entity()

    assert certain(found) == set()
    assert {"risk-policy", "advice-risk-policy"} <= possible(found)
    assert {"aifm", "insurance_intermediary", "persons_employed"} <= asked(found)
