import pytest

from copilot.retrieval.words import pairs, stems


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The deployers shall keep logs.", ["deploy", "keep", "log"]),
        ("Art. 26(6)", ["art", "26", "6"]),
        ("What must I do?", []),
        ("high‑risk", ["high", "risk"]),
    ],
)
def test_telling_words_are_kept_by_their_stems(text: str, found: list[str]) -> None:
    assert stems(text) == found


def test_pairs_are_of_neighbours() -> None:
    assert pairs(["high", "risk", "system"]) == ["high risk", "risk system"]
    assert pairs(["alone"]) == []
