import pytest

from evals.mutation.operators.scope import widen_scope
from tests.evals.mutation.builders import texts


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("A provider of a high-risk AI system shall report.", "A provider of an AI system shall report."),
        ("High-risk AI systems shall be tested.", "AI systems shall be tested."),
        ("Every serious incident counts.", "Every incident counts."),
        ("Models with systemic risk are evaluated.", "Models are evaluated."),
    ],
)
def test_a_limiting_word_is_left_out(text: str, changed: str) -> None:
    assert texts(widen_scope, text) == {changed}


def test_systems_of_annex_iii_are_high_risk_said_or_not() -> None:
    assert texts(widen_scope, "A high-risk AI system listed in Annex III is registered.") == set()
