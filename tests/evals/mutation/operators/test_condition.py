import pytest

from evals.mutation.operators.condition import drop_condition
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "If an authority asks for it, the provider shall hand it over.",
            "The provider shall hand it over.",
        ),
        ("The provider shall hand it over if an authority asks.", "The provider shall hand it over."),
        (
            "The breach is notified and, where feasible, within 72 hours.",
            "The breach is notified and within 72 hours.",
        ),
        ("Use may begin at once, provided that it is registered.", "Use may begin at once."),
    ],
)
def test_a_condition_is_cut_out(text: str, changed: str) -> None:
    assert texts(drop_condition, text) == {changed}


def test_where_can_tell_which_one_is_meant() -> None:
    assert (
        texts(drop_condition, "The report goes to the Member States where it is said to have occurred.")
        == set()
    )


def test_what_is_not_applicable_does_not_apply_said_or_not() -> None:
    assert texts(drop_condition, "The provider or, where applicable, the deployer shall report.") == set()


def test_half_a_sentence_is_not_left() -> None:
    assert (
        texts(drop_condition, "The limit shall be EUR 7 or, if the offender is a firm, 1 % of turnover.")
        == set()
    )
