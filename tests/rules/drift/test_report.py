from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from copilot.errors import MachineError, NotInForce, ToolInputError
from copilot.law import Corpus, load_corpus
from copilot.rules.drift import (
    CITED,
    RETESTED,
    VALID,
    Drifted,
    DriftLimits,
    DriftReport,
    Kind,
    draw,
    measure_drift,
)
from copilot.rules.fairness import Table, read_table
from tests.rules.fairness.files import as_parquet, csv_of

TODAY = date(2026, 11, 20)
LIMITS = DriftLimits()


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def _file(folder: Path, name: str, shift: float, north: int, rows: int = 2000) -> Table:
    """Made-up cases: incomes about a mean, and so many of a hundred in the north."""
    incomes = np.random.default_rng(3).normal(100 + shift, 10, rows)
    lines = [
        f"{income:.3f},{'north' if row % 100 < north else 'south'}" for row, income in enumerate(incomes)
    ]
    return read_table(csv_of(folder, "\n".join(["income,region", *lines, ""]), name))


def _moved(
    reference: Table,
    current: Table,
    *columns: str,
    kinds: dict[str, Kind] | None = None,
    limits: DriftLimits = LIMITS,
) -> DriftReport:
    return measure_drift(reference, current, columns, kinds or {}, limits, TODAY)


def _of(report: DriftReport, column: str) -> Drifted:
    (found,) = (item for item in report.columns if item.column == column)
    return found


@pytest.mark.parametrize(
    ("shift", "north", "income", "region", "verdict"),
    [
        (0, 50, "stable", "stable", "stable"),
        (4, 50, "watch", "stable", "watch"),
        (10, 50, "act", "stable", "act"),
        (0, 66, "stable", "watch", "watch"),
        (0, 80, "stable", "act", "act"),
    ],
)
def test_columns_of_numbers_and_of_categories_at_the_limits(
    shift: float, north: int, income: str, region: str, verdict: str, tmp_path: Path
) -> None:
    report = _moved(_file(tmp_path, "then.csv", 0, 50), _file(tmp_path, "now.csv", shift, north))

    assert (_of(report, "income").verdict, _of(report, "region").verdict) == (income, region)
    assert report.result.verdict == verdict


def test_the_two_sample_test_is_of_numbers_only(tmp_path: Path) -> None:
    report = _moved(_file(tmp_path, "then.csv", 0, 50), _file(tmp_path, "now.csv", 4, 50))

    tested = _of(report, "income").test
    assert tested is not None
    assert 0.1 < tested.statistic < 0.25
    assert tested.p_value < 0.001
    assert _of(report, "region").test is None
    assert "differ at 0.05 over 1 columns" in report.result.steps[0].found


def test_missing_values_are_a_change_and_are_counted(tmp_path: Path) -> None:
    then = read_table(csv_of(tmp_path, "a\n" + "1\n2\n" * 200, "then.csv"))
    now = read_table(csv_of(tmp_path, "a,b\n" + "1,x\n2,x\n,x\n" * 150, "now.csv"))

    found = _of(_moved(then, now, "a"), "a")

    assert (found.missing_reference, found.missing_current) == (0, 150)
    assert found.bins[-1].name == "missing"
    assert found.verdict == "act"


def test_few_cases_are_asked_about(tmp_path: Path) -> None:
    then, now = _file(tmp_path, "then.csv", 0, 50, 100), _file(tmp_path, "now.csv", 0, 50, 100)

    asked = {question.fact for question in _moved(then, now).result.open_questions}

    assert "cases: income" in asked
    assert "cases: region" not in asked


def test_a_number_that_is_a_code_is_compared_as_a_category(tmp_path: Path) -> None:
    then = read_table(csv_of(tmp_path, "post\n" + "10115\n20095\n" * 300, "then.csv"))
    now = read_table(csv_of(tmp_path, "post\n" + "10115\n20095\nEC1\n" * 200, "now.csv"))

    found = _of(_moved(then, now, "post", kinds={"post": "categories"}), "post")

    assert [held.name for held in found.bins] == ["10115", "20095", "not in the reference"]
    with pytest.raises(ToolInputError, match=r"'EC1' in row 3 of now\.csv"):
        _moved(then, now, "post")


def test_columns_of_one_file_alone_are_asked_about(tmp_path: Path) -> None:
    then = read_table(csv_of(tmp_path, "a,b\n1,2\n", "then.csv"))
    now = read_table(csv_of(tmp_path, "a,c\n1,2\n", "now.csv"))

    asked = {question.fact for question in _moved(then, now).result.open_questions}

    assert {"column: b", "column: c"} <= asked


def test_a_column_without_a_value_has_no_index(tmp_path: Path) -> None:
    then = read_table(csv_of(tmp_path, "a,b\n1,2\n", "then.csv"))
    now = read_table(csv_of(tmp_path, "a,b\n1,\n", "now.csv"))

    report = _moved(then, now)

    assert (_of(report, "b").index, _of(report, "b").verdict) == (None, "no verdict")
    assert "values: b" in {question.fact for question in report.result.open_questions}
    assert not any("b" in figure.name.split(", ")[1:] for figure in report.result.figures)


@pytest.mark.parametrize(
    ("columns", "limits", "message"),
    [
        (("c",), LIMITS, "no column 'c'"),
        (("b",), LIMITS, "no column 'b'"),
        ((), replace(LIMITS, watch=0.3), "do not fit together"),
        ((), replace(LIMITS, bins=1), "do not fit together"),
        ((), replace(LIMITS, alpha=0.0), "do not fit together"),
        ((), replace(LIMITS, floor=0.2), "a floor of 0.2"),
    ],
)
def test_what_cannot_be_measured(
    columns: tuple[str, ...], limits: DriftLimits, message: str, tmp_path: Path
) -> None:
    then = read_table(csv_of(tmp_path, "a,b\n1,2\n", "then.csv"))
    now = read_table(csv_of(tmp_path, "a,d\n1,2\n", "now.csv"))

    with pytest.raises(ToolInputError, match=message):
        _moved(then, now, *columns, limits=limits)


def test_files_without_a_common_column(tmp_path: Path) -> None:
    then = read_table(csv_of(tmp_path, "a\n1\n", "then.csv"))
    now = read_table(csv_of(tmp_path, "b\n1\n", "now.csv"))

    with pytest.raises(ToolInputError, match="no column in common"):
        _moved(then, now)
    with pytest.raises(ToolInputError, match="not among those compared"):
        _moved(then, then, kinds={"z": "categories"})


def test_parquet_gives_the_same_figures_as_csv(tmp_path: Path) -> None:
    _file(tmp_path, "then.csv", 0, 50)
    now = _file(tmp_path, "now.csv", 4, 50)

    same = read_table(as_parquet(tmp_path / "then.csv"))

    assert _moved(same, now).columns == _moved(read_table(tmp_path / "then.csv"), now).columns


def test_all_that_is_cited_is_in_the_corpus_on_each_day(corpus: Corpus, tmp_path: Path) -> None:
    then, now = _file(tmp_path, "then.csv", 0, 50), _file(tmp_path, "now.csv", 10, 50)
    for day in (date(2026, 5, 15), date(2026, 9, 1), TODAY, date(2030, 1, 1)):
        law = corpus.as_of(day)
        result = measure_drift(then, now, (), {}, LIMITS.stated_in(law), day).result
        assert all(unit in law for unit in (*result.citations, *(step.provision for step in result.steps)))
    assert all(unit in corpus.as_of(VALID.start) for unit in CITED)


def test_drift_asks_for_a_fairness_test_from_the_day_the_policy_does(
    corpus: Corpus, tmp_path: Path
) -> None:
    then, now = _file(tmp_path, "then.csv", 0, 50), _file(tmp_path, "now.csv", 10, 50)

    def steps(day: date) -> set[str]:
        limits = LIMITS.stated_in(corpus.as_of(day))
        return {str(step.provision) for step in measure_drift(then, now, (), {}, limits, day).result.steps}

    assert str(RETESTED) in steps(date(2026, 9, 1))
    assert str(RETESTED) not in steps(date(2026, 8, 31))


def test_limits_are_those_the_policy_states_or_ones_own(corpus: Corpus) -> None:
    with pytest.raises(NotInForce, match="policy/model-risk"):
        LIMITS.stated_in(corpus.as_of(date(2026, 5, 14)))
    with pytest.raises(NotInForce, match=r"above 0\.25"):
        replace(LIMITS, act=0.25).stated_in(corpus.as_of(TODAY))
    own = DriftLimits(0.3, 0.4, None)
    assert own.stated_in(corpus.as_of(TODAY)) is own


def test_a_day_before_the_provisions_it_is_evidence_under(tmp_path: Path) -> None:
    then = _file(tmp_path, "then.csv", 0, 50, 10)

    with pytest.raises(NotInForce):
        measure_drift(then, then, (), {}, LIMITS, VALID.start - timedelta(days=1))


def test_the_picture_is_an_svg_and_the_same_for_the_same_figures(tmp_path: Path) -> None:
    report = _moved(_file(tmp_path, "then.csv", 0, 50), _file(tmp_path, "now.csv", 10, 50))

    for name in ("a.svg", "b.svg"):
        draw(report, tmp_path / name)

    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert ET.parse(tmp_path / "a.svg").getroot().tag.endswith("svg")
    assert "region: index 0.000, stable" in (tmp_path / "a.svg").read_text()
    with pytest.raises(MachineError):
        draw(report, tmp_path / "no folder" / "a.svg")
