from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from copilot.errors import MachineError
from copilot.rules.fairness import SAMPLE_POLICY, Columns, Draws, draw, measure_fairness, read_table
from tests.rules.fairness.files import with_an_empty_category


def test_the_picture_is_an_svg_and_the_same_for_the_same_figures(tmp_path: Path) -> None:
    table = read_table(with_an_empty_category(tmp_path))
    report = measure_fairness(
        table, Columns("hired", ("sex",)), SAMPLE_POLICY, Draws(10, 1), date(2026, 11, 20)
    )

    for name in ("a.svg", "b.svg"):
        draw(report, tmp_path / name)

    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert ET.parse(tmp_path / "a.svg").getroot().tag.endswith("svg")
    text = (tmp_path / "a.svg").read_text()
    assert "sex: F (50)" in text
    assert "not available" in text
    with pytest.raises(MachineError):
        draw(report, tmp_path / "no folder" / "a.svg")
