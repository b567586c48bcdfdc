import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.rules.fairness import Interval, Rate
from copilot.rules.fairness.intervals import difference, ratio


def _rates(least: int = 0) -> st.SearchStrategy[Rate]:
    return st.integers(1, 500).flatmap(
        lambda persons: st.builds(Rate, st.integers(min(least, persons), persons), st.just(persons))
    )


@pytest.mark.parametrize(
    ("chosen", "persons", "low", "high"),
    [(40, 100, 0.3094, 0.4980), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson_gives_the_published_limits(chosen: int, persons: int, low: float, high: float) -> None:
    found = Rate(chosen, persons).wilson()

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_newcombe_gives_the_limits_of_his_paper() -> None:
    found = difference(Rate(56, 70), Rate(48, 80))

    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_the_ratio_by_hand_from_the_wilson_limits() -> None:
    found = ratio(Rate(40, 100), Rate(50, 100))

    assert (found.low, found.high) == pytest.approx((0.5865, 1.0865), abs=5e-4)


@given(_rates(1), _rates(1))
def test_a_ratio_turned_round_has_its_interval_turned_round(first: Rate, second: Rate) -> None:
    one, other = ratio(first, second), ratio(second, first)

    assert one.low == pytest.approx(1 / other.high, rel=1e-6)


@given(_rates(), _rates(1))
def test_an_interval_holds_its_figure(first: Rate, second: Rate) -> None:
    assert first.value in _wider(first.wilson())
    assert first.value - second.value in _wider(difference(first, second))
    assert first.value / second.value in _wider(ratio(first, second))


def test_with_many_persons_the_ratio_nears_the_usual_logarithmic_limits() -> None:
    found = ratio(Rate(4_000, 10_000), Rate(5_000, 10_000))

    assert (found.low, found.high) == pytest.approx((0.7756, 0.8252), abs=5e-4)


def test_nobody_chosen_still_has_an_interval_of_some_width() -> None:
    found = ratio(Rate(0, 20), Rate(10, 20))

    assert found.low == 0
    assert 0.2 < found.high < 0.5


def _wider(interval: Interval) -> Interval:
    return Interval(interval.low - 1e-9, interval.high + 1e-9)
