import pytest

from evals.mutation.operators.unit import other_unit
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("It is sent within 72 hours.", "It is sent within 72 days."),
        ("It is kept for six months.", "It is kept for six years."),
        ("It is due in 3 business days.", "It is due in 3 calendar days."),
        ("The threshold is 6 million tonnes.", "The threshold is 6 million kilograms."),
        ("It may take two further months.", "It may take two further years."),
    ],
)
def test_a_measured_unit_becomes_another(text: str, changed: str) -> None:
    assert changed in texts(other_unit, text)


def test_a_unit_without_a_number_stays() -> None:
    assert texts(other_unit, "The days of application are stated in the months before.") == set()
