from evals.mutation.invariances.voice import passive


def _passive(text: str) -> list[str]:
    return [edit.on(text) for edit in passive(text)]


def test_a_plain_sentence_is_turned_into_the_passive() -> None:
    assert _passive("The provider shall keep the technical logs.") == [
        "The technical logs shall be kept by the provider."
    ]
    assert _passive("By 3 July 2015, ESMA shall submit these drafts to the Commission.") == [
        "By 3 July 2015, these drafts shall be submitted by ESMA to the Commission."
    ]


def test_where_more_than_a_thing_is_done_the_sentence_stays() -> None:
    assert _passive("The provider shall keep the logs and its records.") == []
    assert _passive("The provider shall ensure the quality.") == []
