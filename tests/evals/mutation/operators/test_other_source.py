from evals.mutation.operators.other_source import quote_of_another
from tests.evals.mutation.builders import made, said


def test_words_of_another_article_stand_in_for_the_quote() -> None:
    other = "Every lantern has a lid of glass or of metal."
    statement = said("Lanterns burn oil.", lantern_act__art_7__1=other)

    copies = {copy.where: copy.draft for copy in made(quote_of_another, statement)}

    assert {draft.text for draft in copies.values()} == {"Lanterns burn oil."}
    assert [(one.source, one.quote) for one in copies["quote"].citations] == [
        ("lantern-act/art-2/1", other)
    ]
    assert [(one.source, one.quote) for one in copies["source and quote"].citations] == [
        ("lantern-act/art-7/1", other)
    ]


def test_the_same_article_is_no_other() -> None:
    statement = said(
        "Lanterns burn oil.", lantern_act__art_2__3="Every lantern has a lid of glass or of metal."
    )

    assert made(quote_of_another, statement) == []
