import pytest

from evals.mutation.operators.money import other_money
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("It is EUR 500 at most.", "It is USD 500 at most."),
        ("It is €500 at most.", "It is $500 at most."),
        ("It is 3 % of annual turnover.", "It is 3 % of annual profit."),
        ("No more than 20 % of the assets count.", "No more than 20 % of the liabilities count."),
    ],
)
def test_a_currency_or_a_base_becomes_another(text: str, changed: str) -> None:
    assert texts(other_money, text) == {changed}


def test_assets_that_no_share_is_taken_of_stay() -> None:
    assert texts(other_money, "The assets are listed in EUR or another currency.") == set()
