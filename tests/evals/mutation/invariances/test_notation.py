from evals.mutation.editing import FindEdits
from evals.mutation.invariances.notation import amounts, dates, number_as_word, per_cent, references


def _written(find: FindEdits, text: str) -> set[str]:
    return {edit.on(text) for edit in find(text)}


def test_an_amount_is_written_in_four_ways() -> None:
    assert _written(amounts, "up to EUR 35 000 000.") == {
        "up to €35,000,000.",
        "up to EUR 35\u00a0000\u00a0000.",
        "up to EUR 35 million.",
        "up to €35m.",
    }


def test_a_small_amount_is_not_written_in_millions() -> None:
    assert _written(amounts, "above EUR 500.") == {
        "above €500.",
        "above EUR\u00a0500.".replace("\u00a0", " "),
    }


def test_numbers_are_written_as_words_and_back() -> None:
    assert _written(number_as_word, "for six months and 10 days") == {
        "for 6 months and 10 days",
        "for six months and ten days",
    }
    assert _written(number_as_word, "EUR 10 and 10 % under section 5") == set()


def test_shares_and_dates_and_references_have_their_notations() -> None:
    assert _written(per_cent, "7 % of it") == {"7 per cent of it", "7% of it"}
    assert _written(dates, "from 2 August 2026") == {"from 2026-08-02"}
    assert _written(dates, "from 2026-08-02") == {"from 2 August 2026"}
    assert _written(references, "in Article 3, point (49)(b)") == {
        "in Art. 3, point (49)(b)",
        "in Article 3(49)(b)",
    }
