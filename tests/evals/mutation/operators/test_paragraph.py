from evals.mutation.operators.paragraph import other_paragraph
from tests.evals.mutation.builders import made, said, texts


def test_a_paragraph_a_point_and_a_subparagraph_become_others() -> None:
    assert texts(
        other_paragraph, "Paragraph 2, point (b), and Article 6(3), first subparagraph, apply."
    ) == {
        "Paragraph 4, point (b), and Article 6(3), first subparagraph, apply.",
        "Paragraph 2, point (c), and Article 6(3), first subparagraph, apply.",
        "Paragraph 2, point (b), and Article 6(4), first subparagraph, apply.",
        "Paragraph 2, point (b), and Article 6(3), second subparagraph, apply.",
    }


def test_the_right_quote_is_cited_from_a_wrong_paragraph() -> None:
    statement = said(
        "Lanterns burn oil.",
        lantern_act__art_2__2="Every lantern has a lid of glass or of metal.",
        lantern_act__art_7="Every lamp has a lid of glass or of metal.",
    )

    (copy,) = made(other_paragraph, statement)

    assert (copy.where, copy.draft.citations[0].source) == ("source", "lantern-act/art-2/2")


def test_a_point_of_view_is_no_point() -> None:
    assert texts(other_paragraph, "From the point of view of a person, a paragraph is short.") == set()
