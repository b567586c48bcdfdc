from evals.mutation.invariances.synonyms import synonyms


def test_words_of_the_list_are_exchanged() -> None:
    text = "They shall act prior to it, for at least six months."

    assert {edit.on(text) for edit in synonyms(text)} == {
        "They must act prior to it, for at least six months.",
        "They shall act before it, for at least six months.",
        "They shall act prior to it, for no less than six months.",
    }


def test_what_would_not_be_said_so_stays() -> None:
    assert list(synonyms("They meet weekly at least.")) == []
