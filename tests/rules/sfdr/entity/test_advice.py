import pytest

from tests.rules.sfdr.conftest import AskEntity
from tests.rules.sfdr.found import certain, named, possible


@pytest.mark.parametrize(
    ("considers", "name", "provision"),
    [
        (True, "impacts-considered-in-insurance-advice", "sfdr-rts/art-11/1"),
        (False, "impacts-not-considered-in-insurance-advice", "sfdr-rts/art-13/1"),
    ],
)
def test_an_intermediary_with_three_persons_says_how_it_treats_impacts(
    considers: bool, name: str, provision: str, entity: AskEntity
) -> None:
    told = {"insurance_intermediary": True, "insurance_advice": True, "persons_employed": 3}
    found = entity(**told, considers_impacts_in_advice=considers)

    assert str(named(found, name).provision) == provision
    assert name in certain(found)
    assert {"advice-adverse-impacts", "insurance-advice-document", "intermediary-channel"} <= certain(found)
    assert name in possible(entity(**told))


def test_a_bank_that_advises_has_the_section_on_investment_advice(entity: AskEntity) -> None:
    found = entity(
        credit_institution=True,
        investment_advice=True,
        insurance_advice=False,
        considers_impacts_in_advice=True,
    )

    assert "impacts-considered-in-investment-advice" in certain(found)
    assert not {each.name for each in found.obligations} & {
        "impacts-considered-in-insurance-advice",
        "insurance-advice-document",
        "intermediary-channel",
    }
