import pytest

from copilot.grounding import Check, Citation, Finding
from copilot.law import ProvisionId

ARTICLE = ProvisionId.parse("lantern-act/art-1/2")


def test_a_quote_says_where_it_stands_and_which_layer_it_is_from() -> None:
    citation = Citation(ARTICLE, "within 3 days … lantern", ((38, 51), (60, 67)), layer="digest")

    assert citation.places[0] == (38, 51)


@pytest.mark.parametrize(
    ("source", "places", "layer"),
    [
        (ARTICLE, (), "digest"),
        (ARTICLE, ((5, 5),), "digest"),
        (ARTICLE, ((-1, 4),), "digest"),
        (ARTICLE, ((6, 9), (0, 4)), "digest"),
        (ARTICLE, ((0, 4),), None),
        ("tool:lamp_check/1", ((0, 4),), "digest"),
    ],
)
def test_a_citation_that_points_nowhere_cannot_be_made(
    source: ProvisionId | str, places: tuple[tuple[int, int], ...], layer: str | None
) -> None:
    with pytest.raises(ValueError, match=r"cannot run|with its layer|somewhere"):
        Citation(source, "lamp", places, layer)  # type: ignore[arg-type]


def test_a_check_is_failed_exactly_where_a_finding_blocks_it() -> None:
    broken = Finding("figures kept", "error", "This check broke.")

    assert Check("failed", (broken,)).reasons == ("This check broke.",)
    with pytest.raises(ValueError, match="exactly where"):
        Check("failed")
    with pytest.raises(ValueError, match="exactly where"):
        Check("quoted", (broken,))


def test_what_does_not_gate_is_a_mark_and_no_reason() -> None:
    check = Check("checked", (Finding("force kept", "fail", "It states a duty.", gates=False),))

    assert (check.reasons, check.marks) == ((), ("It states a duty.",))
