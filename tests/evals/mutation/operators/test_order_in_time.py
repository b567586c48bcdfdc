import pytest

from evals.mutation.operators.order_in_time import before_and_after
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("It is tested before it is sold.", "It is tested after it is sold."),
        ("After an incident they report.", "Before an incident they report."),
        ("It is turnover of the preceding year.", "It is turnover of the following year."),
        ("Once a provider knows, it reports.", "Before a provider knows, it reports."),
    ],
)
def test_the_order_is_turned_round(text: str, changed: str) -> None:
    assert texts(before_and_after, text) == {changed}


def test_once_a_month_is_no_order() -> None:
    assert texts(before_and_after, "They meet once a month.") == set()
