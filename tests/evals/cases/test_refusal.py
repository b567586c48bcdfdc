from typing import Any

import pytest
from pydantic import ValidationError

from evals.cases import Answerable, Refusal
from tests.evals.cases.builders import answerable, refusal


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"expects": []}, "at least 1"),
        ({"expects": ["not_permitted"]}, "only there"),
        ({"category": "not-permitted"}, "only there"),
        ({"category": "not-permitted", "expects": ["not_permitted"]}, "leave nearest empty"),
        ({"category": "boring"}, "Input should be"),
    ],
)
def test_a_refusal_that_cannot_be_right_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Refusal.model_validate(refusal(**changes))


def test_a_twin_has_to_say_what_is_right() -> None:
    with pytest.raises(ValidationError, match="neither must nor figures"):
        Answerable.model_validate(answerable(must=[]))
