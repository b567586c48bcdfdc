from typing import Any

import pytest
from pydantic import ValidationError

from evals.cases import TimeFlip
from tests.evals.cases.builders import side, time_flip


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"first": side("2025-07-01", figures=["3 days"])}, "not before the second"),
        ({"first": side("2025-06-30")}, "neither must nor figures"),
        ({"first": {"as_of": "2025-06-30"}}, "only a refusal"),
        (
            {"first": {"as_of": "2025-06-30", "refuses": ["no_source"], "figures": ["3 days"]}},
            "only a refusal",
        ),
        ({"question": "What does Article 1 say?"}, "names a pinpoint"),
        ({"note": ""}, "at least 1"),
    ],
)
def test_a_pair_without_two_right_answers_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        TimeFlip.model_validate(time_flip(**changes))


def test_before_there_was_a_rule_a_refusal_is_right() -> None:
    flip = time_flip(first={"as_of": "2019-01-01", "refuses": ["no_source"]})

    assert TimeFlip.model_validate(flip).first.refuses == ("no_source",)
