from decimal import Decimal

import pytest

from copilot.errors import ContradictoryFacts, ToolInputError
from copilot.rules.sfdr import Product


@pytest.mark.parametrize("share", ["-0.1", "100.1"])
def test_a_share_lies_between_0_and_100(share: str) -> None:
    with pytest.raises(ToolInputError, match="minimum_sustainable_share"):
        Product(minimum_sustainable_share=Decimal(share))


def test_a_climate_benchmark_is_a_designated_index() -> None:
    with pytest.raises(ContradictoryFacts) as error:
        Product(index_designated=False, index_is_climate_benchmark=True)
    assert error.value.facts == ("index_is_climate_benchmark", "index_designated")


def test_only_its_own_kind_of_participant_makes_a_ucits_available() -> None:
    with pytest.raises(ContradictoryFacts, match="kind is ucits and maker is iorp"):
        Product(kind="ucits", maker="iorp")
    assert Product(kind="ucits").maker is None


def test_a_minimum_share_and_no_commitment_cannot_both_be() -> None:
    told = {"minimum_sustainable_share": Decimal(5), "commits_to_sustainable_investments": False}

    with pytest.raises(ContradictoryFacts):
        Product(**told, sustainable_objective=False)
    assert Product(**told, sustainable_objective=True)
