import pytest

from copilot.grounding.wording.contrasts import contrasts_between


@pytest.mark.parametrize(
    ("statement", "source", "pair"),
    [
        ("before dusk", "after dusk", "time"),
        ("whichever is lower", "whichever is higher", "which of two"),
        ("some lamps", "each lamp", "how many"),
        ("of its profit", "of its total turnover", "base"),
    ],
)
def test_one_side_against_the_other_is_a_contrast(statement: str, source: str, pair: str) -> None:
    assert pair in [name for name, _ in contrasts_between(statement, source)]


def test_where_the_source_has_both_there_is_none() -> None:
    assert contrasts_between("before dusk", "before or after dusk") == ()
