from datetime import date
from decimal import Decimal

from copilot.law import Period
from copilot.shapes.shape import Days, Number, Shape, Words


class Lamp(Shape):
    """Something that was found."""

    height: Number
    lit: Words


def test_the_days_of_a_period_are_sent_by_the_words_of_the_texts() -> None:
    assert Days.of(Period(date(2020, 1, 1), date(2025, 7, 1))).model_dump(mode="json") == {
        "from": "2020-01-01",
        "until": "2025-07-01",
    }
    assert Days.of(Period(date(2020, 1, 1))).model_dump(mode="json")["until"] is None


def test_a_number_is_sent_in_full_and_what_speaks_for_itself_in_words() -> None:
    lamp = Lamp.model_validate({"height": Decimal("1E+9"), "lit": Period(date(2020, 1, 1))})

    assert lamp.model_dump(mode="json") == {"height": "1000000000", "lit": "from 2020-01-01"}
