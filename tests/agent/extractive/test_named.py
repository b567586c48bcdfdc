from __future__ import annotations

from datetime import date

import pytest

from copilot.agent.extractive.named import days_in, units_in


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("What does Art. 26(6) AI Act say?", ("art-26", "6")),
        ("Article 5(1)(ba) of the AI Act", ("art-5", "1", "ba")),
        ("Article 6, paragraph 3, point (a)", ("art-6", "3", "a")),
        ("Annex III, point 5(b)", ("anx-3", "5", "b")),
        ("recital 58", ("rec-58",)),
        ("GOVERN 1.1", ("govern-1.1",)),
        ("CC6.1 of SOC 2", ("cc6.1",)),
        ("PAI 4", ("anx-1", "pai-4")),
        ("§ 3.2 of the policy", ("3.2",)),
    ],
)
def test_units_are_named_in_many_ways(text: str, segments: tuple[str, ...]) -> None:
    assert [unit.segments for unit in units_in(text)] == [segments]


@pytest.mark.parametrize(
    "text", ["an Article 8 fund", "our Article 9 products", "the art of trading", "Section 2"]
)
def test_what_only_looks_like_a_unit_is_none(text: str) -> None:
    assert units_in(text) == ()


def test_days_are_read_in_the_usual_ways_and_impossible_ones_left_out() -> None:
    text = "between 2026-07-01, 1 August 2026 and December 2, 2027, not on 31 February 2026"
    assert days_in(text) == {date(2026, 7, 1), date(2026, 8, 1), date(2027, 12, 2)}
