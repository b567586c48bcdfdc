import pytest

from copilot.grounding import Check, Citation
from copilot.law import ProvisionId

ARTICLE = ProvisionId.parse("lantern-act/art-1/2")


def test_a_quote_says_where_it_stands_and_which_layer_it_is_from() -> None:
    citation = Citation(ARTICLE, "within 3 days", 38, 51, layer="digest")

    assert citation.end - citation.start == len(citation.quote)


@pytest.mark.parametrize(
    ("source", "start", "end", "layer"),
    [
        (ARTICLE, 5, 5, "digest"),
        (ARTICLE, -1, 4, "digest"),
        (ARTICLE, 0, 4, None),
        ("lamp_check", 0, 4, "digest"),
    ],
)
def test_a_citation_that_points_nowhere_cannot_be_made(
    source: ProvisionId | str, start: int, end: int, layer: str | None
) -> None:
    with pytest.raises(ValueError, match=r"cannot run|with its layer"):
        Citation(source, "lamp", start, end, layer)  # type: ignore[arg-type]


def test_a_failed_check_names_its_reasons() -> None:
    with pytest.raises(ValueError, match="names its reasons"):
        Check("failed")
