from tests.grounding.builders import INSPECTION, LOG, gates_on_change, outcome


def test_a_clause_of_new_words_keeps_a_near_statement_back() -> None:
    tail = "dusk, and shall publish a yearly summary in some newspaper."

    assert gates_on_change("nothing added", INSPECTION, "dusk.", tail)


def test_a_word_or_two_may_be_new() -> None:
    assert outcome("nothing added", LOG.replace("a log", "a careful log"), LOG) == "pass"


def test_worded_freely_new_words_are_weighed_elsewhere() -> None:
    assert (
        outcome("nothing added", "Whoever uses lanterns writes down what burns.", LOG) == "not_applicable"
    )


def test_a_clause_that_no_single_sentence_holds_up_is_added() -> None:
    tail = "dusk, and then also sell logs to Union importers."

    assert gates_on_change("nothing added", INSPECTION, "dusk.", tail)
