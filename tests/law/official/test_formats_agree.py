"""The same law has the same units, whichever of the publisher's formats it comes in."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from copilot.law.official import OfficialUnit, read_official

_OJ = "eu-ai-act/32024R1689"
_PAIRS = {
    "AI Act, EUR-Lex and Cellar": (f"{_OJ}.oj.eurlex.html", f"{_OJ}.oj.cellar.xhtml"),
    "AI Act, Cellar and Formex": (f"{_OJ}.oj.cellar.xhtml", f"{_OJ}.fmx4"),
    "AI Act in force": tuple(
        f"eu-ai-act/02024R1689-20260727.consolidated.{form}" for form in ("html", "fmx4.xml")
    ),
    "SFDR": tuple(f"sfdr/02019R2088-20260702.consolidated.{form}" for form in ("html", "fmx4.xml")),
    "MAR": tuple(f"mar/02014R0596-20260605.consolidated.{form}" for form in ("html", "fmx4.xml")),
}
_WORDED_APART = {"AI Act, Cellar and Formex": {("art-108", "1")}}
"""A quotation in it ends behind a footnote, whose semicolon only the page shows."""


@pytest.mark.parametrize("pair", _PAIRS)
def test_formats_agree_unit_by_unit(official_files: Path, pair: str) -> None:
    one, other = (read_official(official_files / file) for file in _PAIRS[pair])

    assert [unit.path for unit in one] == [unit.path for unit in other]
    assert {first.path for first, second in zip(one, other, strict=True) if first != second} == (
        _WORDED_APART.get(pair, set())
    )


def test_articles_and_recitals_of_the_ai_act_agree_in_all_three_formats(official_files: Path) -> None:
    texts = [
        _texts(read_official(official_files / f"{_OJ}.{form}"))
        for form in ("oj.eurlex.html", "oj.cellar.xhtml", "fmx4")
    ]
    equal = [top for top in texts[0] if texts[0][top] == texts[1][top] == texts[2][top]]

    assert sum(top.startswith("art-") for top in equal) >= 112
    assert sum(top.startswith("rec-") for top in equal) >= 178


def _texts(units: tuple[OfficialUnit, ...]) -> dict[str, str]:
    whole: defaultdict[str, str] = defaultdict(str)
    for unit in units:
        whole[unit.path[0]] += f" {unit.title} {unit.text}"
    return {top: re.sub(r"\s+", " ", text) for top, text in whole.items()}
