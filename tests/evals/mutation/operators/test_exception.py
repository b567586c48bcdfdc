import pytest

from evals.mutation.operators.exception import drop_exception
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "Logs shall be kept for six months, unless the law says otherwise.",
            "Logs shall be kept for six months.",
        ),
        (
            "All systems, other than toys, old and new, shall be registered.",
            "All systems shall be registered.",
        ),
        (
            "Credit scores are high-risk systems (except for finding fraud).",
            "Credit scores are high-risk systems.",
        ),
        ("Unless the law forbids it, the provider shall report.", "The provider shall report."),
    ],
)
def test_an_exception_is_cut_out(text: str, changed: str) -> None:
    assert texts(drop_exception, text) == {changed}


def test_what_would_be_left_must_be_a_sentence() -> None:
    assert texts(drop_exception, "Nothing unless the law says otherwise.") == set()


def test_without_prejudice_is_no_exception() -> None:
    assert texts(drop_exception, "The provider shall report it, without prejudice to Article 5.") == set()
