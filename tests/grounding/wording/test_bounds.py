import pytest

from copilot.grounding.figures import figures_in
from copilot.grounding.wording.bounds import bounds_of


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("at least six months", "least"),
        ("more than 6 months", "least"),
        ("six months or more", "least"),
        ("no later than 6 months", "most"),
        ("up to a total of 6 months", "most"),
        ("six months at the latest", "most"),
        ("after six months", "after"),
        ("for 6 months", "plain"),
    ],
)
def test_a_figure_is_bounded_one_way(text: str, way: str) -> None:
    assert bounds_of(text, figures_in(text)) == (("6 month", way),)
