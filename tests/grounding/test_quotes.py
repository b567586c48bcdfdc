import pytest

from copilot.grounding.quotes import find_quote, too_short

TEXT = (
    "A fine of up to EUR\u202f35\u00a0000\u00a0000, or 7\u00a0% of \u2018turnover\u2019, "
    "unless the lamp burns; then less."
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("fine of up to EUR 35 000 000", ["fine of up to EUR\u202f35\u00a0000\u00a0000"]),
        ("FINE OF UP TO", ["fine of up to"]),
        ("7 % of 'turnover'.", ["7\u00a0% of \u2018turnover"]),
        ("A fine … unless the lamp", ["A fine", "unless the lamp"]),
        ("a fine of [...] then less", ["A fine of", "then less"]),
    ],
)
def test_a_quote_is_found_whatever_its_typography(quote: str, found: list[str]) -> None:
    held = find_quote(quote, TEXT)

    assert held is not None
    assert [TEXT[start:end] for start, end in held.places] == found


@pytest.mark.parametrize(
    "quote",
    [
        "fine of up to EUR 45 000 000",
        "fine of up to EUR 35",
        "000 000, or 7 %",
        "fine unless the lamp burns",
        "unless the lamp … a fine of",
        "ine of up to",
        "unless the lamp bur",
        "",
        "...",
    ],
)
def test_other_words_half_words_and_half_figures_are_not_found(quote: str) -> None:
    assert find_quote(quote, TEXT) is None


@pytest.mark.parametrize(
    ("quote", "short"),
    [
        ("of up to", True),
        ("fine", True),
        ("A fine … burns", True),
        ("unless the lamp burns", False),
        ("lit", False),
        ("the lamp", False),
    ],
)
def test_a_quote_says_something_or_is_all_there_is(quote: str, short: bool) -> None:
    assert too_short(quote, f"{TEXT}\nVerdict: lit\nthe lamp") is short
