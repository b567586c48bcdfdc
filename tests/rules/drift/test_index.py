import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.rules.drift import Bin, bins_of_categories, bins_of_numbers, stability_index

_numbers = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60)


def test_the_index_of_a_worked_example() -> None:
    bins = (Bin("low", 50, 40), Bin("high", 50, 60))

    by_hand = -0.1 * math.log(0.4 / 0.5) + 0.1 * math.log(0.6 / 0.5)
    assert stability_index(bins, 0.0001) == pytest.approx(by_hand)


def test_bins_are_cut_at_the_quantiles_of_the_reference() -> None:
    bins = bins_of_numbers(list(range(1, 101)), [1, 11, 1000, -5], 10)

    assert [held.reference for held in bins] == [10] * 10
    assert [held.current for held in bins] == [2, 1, *[0] * 7, 1]
    assert (bins[0].name, bins[1].name, bins[-1].name) == ("up to 10", "above 10 to 20", "above 90")


def test_few_different_values_are_a_bin_each() -> None:
    bins = bins_of_numbers([0, 0, 0, 1], [0, 1, 1, 1], 10)

    assert [(held.reference, held.current) for held in bins] == [(3, 1), (1, 3)]


def test_a_reference_of_one_value_still_shows_a_move() -> None:
    bins = bins_of_numbers([5.0] * 10, [4.0, 5.0, 6.0], 10)

    assert [(held.name, held.reference, held.current) for held in bins] == [
        ("below 5", 0, 1),
        ("5", 10, 1),
        ("above 5", 0, 1),
    ]


def test_numbers_alike_in_six_digits_are_told_apart() -> None:
    bins = bins_of_numbers([1_000_001.0, 1_000_002.0, 1_000_003.0], [1_000_002.0], 10)

    assert [held.current for held in bins] == [0, 1, 0]


def test_what_is_new_and_what_is_missing_are_bins_of_their_own() -> None:
    bins = bins_of_categories(["a", "b", None], ["a", "c", "missing"])

    assert bins == (Bin("a", 1, 1), Bin("b", 1, 0), Bin("not in the reference", 0, 2), Bin("missing", 1, 0))


def test_a_share_of_nothing_counts_as_the_floor() -> None:
    bins = (Bin("a", 10, 0), Bin("b", 0, 10))

    assert stability_index(bins, 0.01) == pytest.approx(2 * 0.99 * math.log(100))
    assert stability_index(bins, 0.001) > stability_index(bins, 0.01)


@given(_numbers, _numbers)
def test_each_case_lies_in_one_bin_and_the_index_is_never_negative(
    before: list[float], now: list[float]
) -> None:
    bins = bins_of_numbers(before, now, 10)

    assert sum(held.reference for held in bins) == len(before)
    assert sum(held.current for held in bins) == len(now)
    assert stability_index(bins, 0.0001) >= 0


@given(_numbers)
def test_a_file_held_against_itself_has_not_moved(values: list[float]) -> None:
    assert stability_index(bins_of_numbers(values, values, 10), 0.0001) == 0
