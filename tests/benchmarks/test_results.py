from datetime import date
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.intervals import Interval
from benchmarks.results import Contested, Grown, Results, Times
from copilot.errors import CorpusError

HALF = Interval(mean=0.5, low=0.4, high=0.6)
QUALITY = {part: {"nDCG@10": HALF} for part in ("all", "odd", "even")}
TIMES = Times(median=8.04, p95=16.0)


def _contested(name: str, against: dict[str, dict[str, Interval]] | None) -> Contested:
    return Contested(
        name=name, how=f"how {name} is set up", versions={"kit": "1.2"}, quality=QUALITY, ours_minus_this=against,
        build_seconds=208.4, peak_megabytes=1234.5, query=TIMES,
    )  # fmt: skip


RESULTS = Results(
    taken_on=date(2026, 11, 20),
    command="make bench",
    machine="two cores",
    threads=2,
    sample=True,
    passages=12988,
    questions=2788,
    contestants=(_contested("ours", None), _contested("Kit", QUALITY)),
    growth=tuple(
        Grown(name=name, passages=size, build_seconds=1, peak_megabytes=1, query=TIMES)
        for size in (1_000, 100_000)
        for name in ("ours", "Kit")
    ),
    growth_questions=100,
    articles=None,
)


def test_figures_are_read_as_they_were_written(tmp_path: Path) -> None:
    RESULTS.write(tmp_path / "deep" / "figures.json")

    assert Results.read(tmp_path / "deep" / "figures.json") == RESULTS


def test_what_is_no_figures_is_named(tmp_path: Path) -> None:
    (tmp_path / "figures.json").write_text("{}")

    with pytest.raises(CorpusError, match=r"figures\.json: these are no figures of a run"):
        Results.read(tmp_path / "figures.json")


def test_the_section_has_every_figure_and_says_that_it_is_a_sample() -> None:
    section = report.section(RESULTS)

    assert section.startswith("**This is a sample")
    assert "| Kit | 0.500 [0.400, 0.600] |" in section
    assert "| Kit | odd | +0.500 [+0.400, +0.600] |" in section
    assert "| ours | 208 | 8.0 | 16.0 | 1,234 |" in section
    assert "| contestant | 1,000 | 100,000 |" in section
    assert "- **Kit**: how Kit is set up (kit 1.2)" in section
