from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from api.shapes.told import EACH_ONCE, Amount, Moment, ToldBody

_moment, _amount = TypeAdapter(Moment), TypeAdapter(Amount)
_once = TypeAdapter(Annotated[frozenset[str], EACH_ONCE])


@pytest.mark.parametrize(
    "written", ["2026-03-28T21:30:00Z", "2026-03-28T22:30:00+01:00", "2026-03-28t21:30:00.000z"]
)
def test_a_moment_has_its_zone(written: str) -> None:
    assert _moment.validate_python(written) == datetime(2026, 3, 28, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["2026-03-28T22:30:00", "2026-03-28", "22:30", 0, 1774730000, None, "2026-03-28T25:00:00Z"]
)
def test_nothing_else_is_a_moment(written: object) -> None:
    with pytest.raises(ValidationError):
        _moment.validate_python(written)


def test_an_amount_is_text_so_that_no_digit_is_lost() -> None:
    assert _amount.validate_python("900000000000000000.000001") == Decimal("900000000000000000.000001")
    for written in (12.5, 12, "-1", "1e9", "NaN", "Infinity", "1_000", " 1", "1.", "", "٩", "9" * 19, True):
        with pytest.raises(ValidationError):
            _amount.validate_python(written)


def test_of_a_set_each_is_named_once() -> None:
    assert _once.validate_python(["oil", "wick"]) == {"oil", "wick"}
    with pytest.raises(ValidationError, match="name each of them once"):
        _once.validate_python(["oil", "oil"])


def test_what_a_rule_is_not_made_for_is_refused() -> None:
    for told in ({"lantern": True}, {"as_of": "soon"}, {"as_of": 86400}):
        with pytest.raises(ValidationError):
            ToldBody.model_validate(told)
