from evals.mutation.operators.number import other_number
from tests.evals.mutation.builders import made, said, texts


def test_a_figure_becomes_another_one_in_its_own_writing() -> None:
    (changed,) = texts(other_number, "The fine is EUR 35 000 000 at most.")

    assert changed.startswith("The fine is EUR ")
    assert changed != "The fine is EUR 35 000 000 at most."
    assert changed.endswith(" 000 at most.") or changed.endswith(" 001 at most.") or "999" in changed


def test_a_number_in_words_becomes_another_one() -> None:
    (changed,) = texts(other_number, "Logs are kept for six months.")

    assert changed.startswith("Logs are kept for ")
    assert "six" not in changed


def test_a_liar_changes_the_quote_as_well() -> None:
    copies = made(other_number, said("Logs are kept for six months.", "logs shall be kept for six months"))

    assert {copy.where for copy in copies} == {"text", "text and quote"}
    both = next(copy for copy in copies if copy.where == "text and quote")
    assert "six" not in both.draft.text + both.draft.citations[0].quote


def test_references_dates_and_times_are_no_figures() -> None:
    text = (
        "Article 26(6), point 3, and Regulation (EU) 2016/679 apply from 2 August 2026, 08:00, at tier 1."
    )

    assert texts(other_number, text) == set()


def test_a_word_that_counts_nothing_stays() -> None:
    assert texts(other_number, "Whichever of the two is lower counts, and one of them is enough.") == set()


def test_figures_of_a_tool_are_left_to_their_own_operator() -> None:
    assert (
        made(other_number, said("It is 72 hours.", "72 hours", source="tool:deadlines/1", kind="tool"))
        == []
    )
