import numpy as np
import pytest

from benchmarks.intervals import difference, interval

CHANCE = np.random.default_rng(1)
EASY_OR_HARD = CHANCE.integers(0, 2, 400).astype(float)


def test_an_interval_holds_the_mean_and_narrows_with_more_questions() -> None:
    few, many = interval(EASY_OR_HARD[:50]), interval(EASY_OR_HARD)

    assert few.low < few.mean < few.high
    assert many.high - many.low < (few.high - few.low) / 2
    assert many.mean == pytest.approx(EASY_OR_HARD.mean())
    assert many.high - many.low == pytest.approx(2 * 1.96 * EASY_OR_HARD.std() / 20, rel=0.1)


def test_a_small_steady_difference_shows_only_when_paired() -> None:
    theirs = EASY_OR_HARD * 0.9
    ours = theirs + 0.02

    assert interval(ours).low < interval(theirs).high
    assert difference(ours, theirs).low == pytest.approx(0.02)
    assert difference(theirs, ours).signed == "-0.020 [-0.020, -0.020]"


def test_the_same_values_give_the_same_interval() -> None:
    assert str(interval(EASY_OR_HARD)) == str(interval(EASY_OR_HARD.copy()))


def test_what_cannot_be_paired_is_refused() -> None:
    with pytest.raises(ValueError, match="400 values cannot be paired with 399"):
        difference(EASY_OR_HARD, EASY_OR_HARD[1:])
    with pytest.raises(ValueError, match="no question"):
        interval(EASY_OR_HARD[:0])
