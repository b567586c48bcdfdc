import pytest

from evals.cases.alike import alike


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Which fine is set for deployers?", "which fines are set for a deployer", True),
        ("Which fine is set for deployers?", "Which fine is set for importers?", False),
        ("When does it apply?", "What is a deployer?", False),
        ("Is it so?", "is it  SO", True),
    ],
)
def test_questions_are_alike_where_they_share_nearly_all_telling_words(
    first: str, second: str, same: bool
) -> None:
    assert alike(first, second) is same
