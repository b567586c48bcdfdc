import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.grounding.figures import exchanged, figures_in, unsupported


def _canonical(text: str) -> list[str]:
    return [figure.canonical for figure in figures_in(text)]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        (("two weeks", "14 days", "14 calendar days", "fourteen days"), "14 day"),
        (
            ("EUR 35 M", "€35,000,000", "35 million euro", "EUR 35\u202f000\u00a0000", "35.000.000 euros"),
            "35000000 eur",
        ),
        (("six", "6"), "6"),
        (("six months", "6 months", "a six-month period", "six further months"), "6 month"),
        (("7 per cent", "7 %", "7%", "seven percent"), "7 %"),
        (("2 August 2026", "2026-08-02", "August 2, 2026", "2nd August 2026", "02.08.2026"), "2026-08-02"),
        (("one year", "12 months", "twelve months"), "12 month"),
        (("three business days", "3 working days"), "3 working day"),
        (("seventy-two hours", "72 hours"), "72 hour"),
        (("one hundred and twenty days",), "120 day"),
        (("annually", "every year", "once a year", "yearly"), "every year"),
        (("two thirds of them", "two-thirds of them"), "two/third"),
        (("10^25 operations",), "1" + "0" * 25),
        (("at 8:30", "at 08:30"), "08:30"),
        (("Regulation 2016/679",), "2016/679"),
        (("at least one lamp",), "1"),
    ],
)
def test_a_figure_has_one_form_however_it_is_written(written: tuple[str, ...], canonical: str) -> None:
    for text in written:
        assert _canonical(text) == [canonical], text


@pytest.mark.parametrize("text", ["one of the lamps", "a third country", "no one", "as shown [3]."])
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert _canonical(text) == []


def test_a_list_shares_its_unit() -> None:
    assert _canonical("two, ten or 15 days") == ["2 day", "10 day", "15 day"]
    assert _canonical("EUR 10 000 to 50 000") == ["10000 eur", "50000 eur"]


@pytest.mark.parametrize(
    ("stated", "held"),
    [
        ("in August 2026", "2 August 2026"),
        ("on 2 August", "2 August 2026"),
        ("in 2026", "2 August 2026"),
        ("six of them", "6 lamps"),
        ("one year", "once a year"),
        ("an annual report", "a report"),
    ],
)
def test_a_less_exact_figure_is_held_up_by_the_exact_one(stated: str, held: str) -> None:
    assert unsupported(figures_in(stated), figures_in(held)) == ()


@pytest.mark.parametrize(
    ("stated", "held"),
    [
        ("14 months", "14 days"),
        ("EUR 35", "USD 35"),
        ("2 August 2026", "August 2026"),
        ("3 days", "3 working days"),
        ("7 percentage points", "7 %"),
        ("two thirds of it", "one third of it"),
    ],
)
def test_another_unit_or_a_figure_more_exact_is_not_held_up(stated: str, held: str) -> None:
    assert unsupported(figures_in(stated), figures_in(held)) != ()


def test_figures_that_changed_places_are_seen() -> None:
    assert exchanged(figures_in("3 days or 3 hours"), figures_in("3 days or 5 hours"))
    assert not exchanged(figures_in("3 days"), figures_in("3 days or 5 hours"))


@given(st.integers(min_value=2, max_value=10**9), st.integers(min_value=2, max_value=10**9))
def test_no_number_stands_for_another(one: int, other: int) -> None:
    held = bool(unsupported(figures_in(f"{one} lamps"), figures_in(f"{other:,} lamps")))

    assert held is (one != other)
