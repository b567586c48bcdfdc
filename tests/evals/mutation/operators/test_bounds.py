import pytest

from evals.mutation.operators.bounds import turn_bound
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("It lasts at least six months.", "It lasts at most six months."),
        ("It is EUR 5 or 3 %, whichever is higher.", "It is EUR 5 or 3 %, whichever is lower."),
        ("The fine is up to EUR 5.", "The fine is at least EUR 5."),
        ("It is sent no later than Friday.", "It is sent no earlier than Friday."),
        ("Every system is tested.", "Some system is tested."),
        ("It rests solely on profiling.", "It rests partly on profiling."),
        ("More counts, but no more than three.", "More counts, but no less than three."),
    ],
)
def test_a_bound_is_turned_round(text: str, changed: str) -> None:
    assert changed in texts(turn_bound, text)


def test_words_that_bound_nothing_stay() -> None:
    assert texts(turn_bound, "After all the same rule counts for all of them each year.") == set()
