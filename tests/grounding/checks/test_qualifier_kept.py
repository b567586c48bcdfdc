import pytest

from tests.grounding.builders import LOG, SALE, evidence, gates_on_change, outcome, provision

RULE = (
    "Where necessary, high-risk street lamps, poles and wires shall be tested each year in order "
    "to find what is broken. "
    "A keeper shall test the lamps and, if needed, mend them before dusk."
)
HELD = evidence(provision(text=RULE))
TESTED, MENDED = RULE.replace(". ", ".\n").split("\n")


def test_a_word_that_narrows_and_is_cut_out_keeps_the_statement_back() -> None:
    assert gates_on_change("qualifier kept", SALE, "broken ", "")


def test_where_other_words_differ_it_is_not_looked_at() -> None:
    assert outcome("qualifier kept", "Importers do not sell lamps.", SALE) == "not_applicable"


def test_a_part_of_a_sentence_leaves_out_no_word_in_its_middle() -> None:
    assert outcome("qualifier kept", LOG.partition(",")[0], LOG) == "pass"


@pytest.mark.parametrize(
    ("quote", "old", "new", "ended"),
    [
        (TESTED, "lamps, poles", "poles, lamps", "pass"),
        (TESTED, "in order to", "to", "pass"),
        (TESTED, "Where necessary, high", "High", "fail"),
        (TESTED, "Where necessary, high-risk street", "Street", "fail"),
        (MENDED, ", if needed,", "", "fail"),
    ],
)
def test_what_is_moved_or_says_nothing_may_change_and_what_narrows_may_not(
    quote: str, old: str, new: str, ended: str
) -> None:
    assert outcome("qualifier kept", quote.replace(old, new), quote, held=HELD) == ended


def test_a_quote_cut_off_inside_a_phrase_narrows_no_less() -> None:
    cut = TESTED.partition("high-risk ")[2]

    assert outcome("qualifier kept", cut.capitalize(), cut, held=HELD) == "fail"
