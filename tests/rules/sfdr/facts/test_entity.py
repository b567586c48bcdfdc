from decimal import Decimal

import pytest

from copilot.errors import ContradictoryFacts, ToolInputError
from copilot.rules.sfdr import Entity


@pytest.mark.parametrize(
    "fact", ["persons_employed", "average_employees", "group_average_employees", "iorp_members"]
)
@pytest.mark.parametrize("number", ["-1", "NaN", "Infinity", "1e9"])
def test_a_number_of_people_that_cannot_be_is_refused(fact: str, number: str) -> None:
    with pytest.raises(ToolInputError, match=f"{fact} cannot be") as error:
        Entity(**{fact: Decimal(number)})
    assert "leave it unknown" in error.value.remedy


def test_what_is_no_iorp_is_not_one_left_out_either() -> None:
    with pytest.raises(ContradictoryFacts) as error:
        Entity(iorp=False, iorp_article_5=True)
    assert error.value.facts == ("iorp_article_5", "iorp")
    assert Entity(iorp=None, iorp_article_5=True).iorp is None
