from evals.mutation.invariances.typography import (
    curly_quotes,
    ligatures,
    soft_hyphens,
    stiff_hyphens,
    stiff_spaces,
)


def test_quotation_marks_change_into_the_other_kind_and_back() -> None:
    assert curly_quotes("the provider's 'logs'") == "the provider’s ‘logs’"
    assert curly_quotes("the provider’s “logs”") == 'the provider\'s "logs"'


def test_spaces_and_hyphens_become_ones_at_which_no_line_breaks() -> None:
    assert stiff_hyphens("high-risk") == "high\u2011risk"
    assert stiff_spaces("EUR 35 000 of Article 5") == "EUR 35\u202f000\u00a0of Article\u00a05"


def test_letters_are_drawn_together_and_long_words_can_break() -> None:
    assert ligatures("a sufficient office file") == "a suﬃcient oﬃce ﬁle"
    assert soft_hyphens("the authorities act") == "the autho\u00adrities act"
