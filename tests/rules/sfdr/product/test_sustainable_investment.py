import pytest

from tests.rules.sfdr.conftest import AskProduct
from tests.rules.sfdr.found import answer

SUSTAINABLE = {
    "contributes_social": True,
    "significant_harm": False,
    "invests_in_companies": True,
    "good_governance": True,
}


def test_all_three_elements_make_a_sustainable_investment(product: AskProduct) -> None:
    assert answer(product(**SUSTAINABLE), "Are they sustainable investments?").startswith("yes")


@pytest.mark.parametrize(
    ("element", "found"),
    [
        ({"significant_harm": True}, "no: significant_harm is yes"),
        ({"good_governance": False}, "no: invests_in_companies is yes, good_governance is no"),
        (
            {"contributes_social": False, "contributes_environmental": False},
            "no: contributes_environmental is no",
        ),
        ({"contributes_social": None}, "open: not told contributes_environmental, contributes_social"),
    ],
)
def test_one_element_missing_is_enough(element: dict[str, bool], found: str, product: AskProduct) -> None:
    assert answer(product(**{**SUSTAINABLE, **element}), "Are they sustainable investments?").startswith(
        found
    )
