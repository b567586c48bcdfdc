from __future__ import annotations

from datetime import date

import pytest

from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.rewording import in_law_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is a sustainable investment?", "‘sustainable investment’ means"),
        ("Is Colorado SB 24-205 in force?", "Colorado SB 24-205"),
        ("What replaced SR 11-7?", "SR 11-7 rescinded, replaced by"),
        ("How long must a deployer keep the logs?", None),
    ],
)
def test_a_second_search_is_made_where_the_law_says_it_otherwise(question: str, words: str | None) -> None:
    assert in_law_words(Asked(question, date(2026, 11, 20))) == words
