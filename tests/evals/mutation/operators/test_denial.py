import pytest

from evals.mutation.operators.denial import negate, un_negate
from tests.evals.mutation.builders import texts


def test_each_verb_can_be_denied() -> None:
    assert texts(negate, "The provider shall keep logs that are complete.") == {
        "The provider shall not keep logs that are complete.",
        "The provider shall keep logs that are not complete.",
    }


def test_what_is_denied_already_is_not_denied_twice() -> None:
    assert texts(negate, "The provider shall not keep logs.") == set()


def test_after_whether_a_denial_changes_nothing() -> None:
    assert texts(negate, "It does not matter whether the system is sold.") == set()
    assert texts(un_negate, "It counts whether or not it is sold, whether it is not used.") == set()


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("The provider shall not use it.", "The provider shall use it."),
        ("It does not cover toys.", "It cover toys."),
        ("No employee may trade.", "Every employee may trade."),
        ("It is prohibited.", "It is permitted."),
        ("The fine is no longer due.", "The fine is still due."),
    ],
)
def test_a_denial_is_taken_out(text: str, changed: str) -> None:
    assert texts(un_negate, text) == {changed}


def test_a_limit_of_time_is_no_denial() -> None:
    assert texts(un_negate, "It is sent not later than on Friday.") == set()
