import pytest

from copilot.law.fidelity.figures import figures_in


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("within 15 days", {"15"}),
        ("EUR 35 000 000 or 7 %", {"35000000", "7"}),
        ("35,000,000 euro", {"35000000"}),
        ("EUR 7.5 million", {"7500000"}),
        ("from 2 August 2026 on", {"2026-08-02"}),
        ("two weeks or three months", {"2", "3"}),
        ("Articles 9 to 15 and Annex III", {"9", "15", "Annex III"}),
        ("Chapters II and IV", {"Chapter II", "Chapter IV"}),
        ("no figure at all, but one of them", set()),
    ],
)
def test_figures_are_found_in_one_form(text: str, figures: set[str]) -> None:
    assert figures_in(text) == figures


def test_spelled_out_numbers_can_be_left_aside() -> None:
    assert figures_in("two of 12 lamps", spelled_out=False) == {"12"}
