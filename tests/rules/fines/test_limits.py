from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.rules.fines.limits import Ceiling, Limits, Pick, ceiling_of, euro, share_of

LIMITS = Limits(Decimal(35_000_000), Decimal(7))
TURNOVERS = st.decimals(0, Decimal("1e15"), places=2)
PICKS: tuple[Pick, ...] = ("higher", "lower", "sum")


@given(TURNOVERS)
def test_a_share_is_exact(turnover: Decimal) -> None:
    assert share_of(turnover, Decimal("0.8")) * 1000 == turnover * 8


@given(TURNOVERS, st.sampled_from(PICKS))
def test_a_fact_that_becomes_known_stays_within_what_was_possible(turnover: Decimal, pick: Pick) -> None:
    known = ceiling_of(LIMITS, turnover, (pick,)).exact
    assert known is not None

    for wider in (
        ceiling_of(LIMITS, turnover, PICKS),
        ceiling_of(LIMITS, None, (pick,)),
        ceiling_of(LIMITS, None, PICKS),
    ):
        assert wider.at_least <= known
        assert wider.at_most is None or known <= wider.at_most


def test_where_sum_and_share_are_the_same_nothing_is_open() -> None:
    assert ceiling_of(LIMITS, Decimal(500_000_000), PICKS).exact == 35_000_000


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("35000000", "EUR 35 000 000"),
        ("3.5E+7", "EUR 35 000 000"),
        ("0", "EUR 0"),
        ("0.00", "EUR 0"),
        ("12.5", "EUR 12.50"),
        ("35000000.0007", "EUR 35 000 000.0007"),
        ("100", "EUR 100"),
    ],
)
def test_sums_are_written_as_the_law_writes_them(amount: str, written: str) -> None:
    assert euro(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("ceiling", "said"),
    [
        (Ceiling(Decimal(5), Decimal(5)), "up to EUR 5"),
        (Ceiling(Decimal(5), None), "up to a limit of at least EUR 5"),
        (Ceiling(Decimal(0), Decimal(5)), "up to a limit of at most EUR 5"),
        (Ceiling(Decimal(5), Decimal(7)), "up to a limit of at least EUR 5 and at most EUR 7"),
    ],
)
def test_a_ceiling_says_how_closely_it_is_known(ceiling: Ceiling, said: str) -> None:
    assert str(ceiling) == said
