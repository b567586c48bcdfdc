from evals.mutation.operators.article import other_article
from tests.evals.mutation.builders import made, said, texts


def test_a_reference_becomes_the_next_one() -> None:
    assert texts(other_article, "Article 26 and Annex III of Regulation (EU) 2016/679 apply.") == {
        "Article 27 and Annex III of Regulation (EU) 2016/679 apply.",
        "Article 26 and Annex IV of Regulation (EU) 2016/679 apply.",
        "Article 26 and Annex III of Regulation (EU) 2016/680 apply.",
    }


def test_it_does_not_become_one_that_is_named_anyway() -> None:
    assert texts(other_article, "Articles 14 and 15 apply.") == {"Articles 16 and 15 apply."}


def test_the_right_quote_is_cited_from_a_wrong_article() -> None:
    statement = said(
        "Lanterns burn oil.", lantern_act__art_7__1="Every lantern has a lid of glass or of metal."
    )

    (copy,) = [copy for copy in made(other_article, statement) if copy.where == "source"]

    assert copy.draft.citations[0].source == "lantern-act/art-7/1"
    assert copy.draft.citations[0].quote == "Lanterns burn oil."


def test_an_article_in_which_the_quote_stands_as_well_is_not_wrong() -> None:
    statement = said(
        "Lanterns burn oil.", lantern_act__art_7__1="It is clear: lanterns burn oil. That is all of it."
    )

    assert made(other_article, statement) == []
