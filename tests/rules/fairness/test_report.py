from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from fairlearn import metrics

from copilot.errors import NotInForce, ToolInputError
from copilot.law import Corpus, load_corpus
from copilot.rules.fairness import (
    CITED,
    FOUR_FIFTHS,
    SAMPLE_POLICY,
    VALID,
    Columns,
    Compared,
    Draws,
    FairnessReport,
    Limits,
    Measure,
    measure_fairness,
    read_table,
)
from tests.rules.fairness.files import as_parquet, cases_of, csv_of, labelled, with_an_empty_category

TODAY = date(2026, 11, 20)
COLUMNS = Columns(decision="hired", groups=("sex",))
DRAWS = Draws(200, 7)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def _measured(file: Path, columns: Columns = COLUMNS, limits: Limits = SAMPLE_POLICY) -> FairnessReport:
    return measure_fairness(read_table(file), columns, limits, DRAWS, TODAY)


def _of(report: FairnessReport, measure: Measure, group: str) -> Compared:
    (found,) = (item for item in report.compared if (item.measure, item.group) == (measure, group))
    return found


@pytest.mark.parametrize(
    ("women", "limits", "verdict"),
    [
        (42, SAMPLE_POLICY, "limit missed"),
        (425, SAMPLE_POLICY, "amber"),
        (449, SAMPLE_POLICY, "amber"),
        (450, SAMPLE_POLICY, "within the limits"),
        (400, FOUR_FIFTHS, "within the limits"),
        (399, FOUR_FIFTHS, "limit missed"),
    ],
)
def test_the_impact_ratio_at_its_limits(women: int, limits: Limits, verdict: str, tmp_path: Path) -> None:
    report = _measured(cases_of(tmp_path, {"F": (women, 1000), "M": (500, 1000)}), limits=limits)

    assert report.result.verdict == verdict


def test_a_ratio_comes_with_both_rates_their_persons_and_an_interval(tmp_path: Path) -> None:
    found = _of(_measured(cases_of(tmp_path, {"F": (40, 100), "M": (50, 100)})), "impact ratio", "F")

    assert found.own is not None
    assert found.other is not None
    assert (found.figure, found.own.value, found.own.persons) == (pytest.approx(0.8), 0.4, 100)
    assert (found.against, found.other.value) == ("M", 0.5)
    assert found.interval is not None
    assert found.interval.low < 0.8 < found.interval.high
    assert found.verdict == "limit missed"


def test_a_small_group_is_reported_and_gets_no_verdict(tmp_path: Path) -> None:
    report = _measured(
        cases_of(tmp_path, {"F": (450, 1000), "M": (500, 1000), "X": (29, 29), "Y": (3, 30)})
    )

    few, enough = _of(report, "impact ratio", "X"), _of(report, "impact ratio", "Y")
    assert (few.verdict, few.against) == ("no verdict", "M")
    assert (enough.verdict, enough.small_sample) == ("limit missed", True)
    (asked,) = (item for item in report.result.open_questions if item.fact == "cases, sex: X")
    assert "above every larger group by impact ratio" in asked.matters


def test_equalised_odds_are_the_larger_of_two_differences(tmp_path: Path) -> None:
    cells = [("F", 1, 1, 60), ("F", 0, 1, 40), ("F", 1, 0, 30), ("F", 0, 0, 70)]
    cells += [("M", 1, 1, 64), ("M", 0, 1, 36), ("M", 1, 0, 10), ("M", 0, 0, 90)]
    report = _measured(csv_of(tmp_path, labelled(cells)), replace(COLUMNS, label="good"))

    figures = {figure.name: figure.value for figure in report.result.figures}
    assert _of(report, "true positive rate difference", "F").verdict == "within the limit"
    assert _of(report, "false positive rate difference", "M").verdict == "no limit"
    assert figures["equalised odds difference, sex"] == Decimal("0.200000")
    assert figures["demographic parity difference, sex"] == Decimal("0.080000")


def test_a_rate_of_nobody_is_not_available_and_never_zero(tmp_path: Path) -> None:
    cells = [("F", 1, 0, 20), ("F", 0, 0, 30), ("M", 1, 1, 20), ("M", 0, 1, 20), ("M", 0, 0, 20)]
    report = _measured(csv_of(tmp_path, labelled(cells)), replace(COLUMNS, label="good"))

    found = _of(report, "true positive rate difference", "F")
    assert (found.own, found.figure, found.verdict) == (None, None, "no verdict")
    assert any("nobody is counted" in item.question for item in report.result.open_questions)
    assert not any("true positive" in figure.name for figure in report.result.figures)


def test_a_verdict_that_rests_on_few_of_a_large_group_is_asked_about(tmp_path: Path) -> None:
    cells = [("F", 1, 1, 2), ("F", 0, 0, 98), ("M", 1, 1, 70), ("M", 0, 1, 130), ("M", 0, 0, 100)]
    report = _measured(csv_of(tmp_path, labelled(cells)), replace(COLUMNS, label="good"))

    found = _of(report, "true positive rate difference", "M")
    assert (found.verdict, found.small_sample) == ("limit missed", True)
    asked = {item.fact for item in report.result.open_questions}
    assert "true positive rate difference, sex: M" in asked


@pytest.mark.parametrize("seed", range(5))
def test_figures_agree_with_fairlearns_own_of_all_groups(seed: int, tmp_path: Path) -> None:
    drawn = np.random.default_rng(seed)
    sex, hired, good = (
        drawn.choice(["F", "M", "X"], 600),
        drawn.integers(0, 2, 600),
        drawn.integers(0, 2, 600),
    )
    rows = [",".join(map(str, row)) for row in zip(sex, hired, good, strict=True)]
    file = csv_of(tmp_path, "\n".join(["sex,hired,good", *rows, ""]))

    figures = {
        item.name: item.value for item in _measured(file, replace(COLUMNS, label="good")).result.figures
    }

    parity = metrics.demographic_parity_difference(good, hired, sensitive_features=sex)
    odds = metrics.equalized_odds_difference(good, hired, sensitive_features=sex)
    ratio = metrics.demographic_parity_ratio(good, hired, sensitive_features=sex)
    assert float(figures["demographic parity difference, sex"]) == pytest.approx(parity, abs=1e-6)
    assert float(figures["equalised odds difference, sex"]) == pytest.approx(odds, abs=1e-6)
    assert float(min(value for name, value in figures.items() if name.startswith("impact ratio"))) == (
        pytest.approx(ratio, abs=1e-6)
    )


def test_a_label_of_one_class_leaves_what_it_cannot_tell_open(tmp_path: Path) -> None:
    cells = [("F", 1, 1, 40), ("F", 0, 1, 40), ("M", 1, 1, 50), ("M", 0, 1, 30)]
    report = _measured(csv_of(tmp_path, labelled(cells)), replace(COLUMNS, label="good"))

    assert _of(report, "true positive rate difference", "F").verdict == "limit missed"
    asked = {item.fact for item in report.result.open_questions}
    assert {"false positive rate difference, sex: F", "false positive rate difference, sex: M"} <= asked


def test_calibration_is_held_against_its_limit_by_a_seeded_bootstrap(tmp_path: Path) -> None:
    rows = [
        f"{sex},{row % 2},{row % 2},{score}"
        for sex, score in (("F", 0.5), ("M", 0.4))
        for row in range(200)
    ]
    file = csv_of(tmp_path, "\n".join(["sex,hired,good,score", *rows, ""]))
    columns = replace(COLUMNS, label="good", score="score")

    found = _of(_measured(file, columns), "calibration difference", "F")

    assert found.figure == pytest.approx(0.1)
    assert (found.verdict, found.method) == ("limit missed", "bootstrap")
    assert found.interval is not None
    assert found.interval.low < 0.1 < found.interval.high
    assert _measured(file, columns) == _measured(file, columns)
    other = measure_fairness(read_table(file), columns, SAMPLE_POLICY, Draws(200, 8), TODAY)
    assert _of(other, "calibration difference", "F").interval != found.interval


def test_missing_values_are_counted_with_the_groups_they_are_of(tmp_path: Path) -> None:
    rows = "F,1\n" * 40 + "F,0\n" * 40 + "M,1\n" * 40 + "M,0\n" * 40 + "F,\n" * 3 + ",1\n" * 2
    report = _measured(csv_of(tmp_path, f"sex,hired\n{rows}"))

    assert [(item.column, item.rows, item.groups) for item in report.missing] == [
        ("hired", 3, (("sex: F", 3),)),
        ("sex", 2, ()),
    ]
    assert {"missing: hired", "missing: sex"} <= {item.fact for item in report.result.open_questions}
    assert _of(report, "impact ratio", "F").size == 80


def test_a_difference_is_told_in_points_and_a_rate_in_per_cent(tmp_path: Path) -> None:
    report = _measured(cases_of(tmp_path, {"F": (50, 100), "M": (50, 100), "O": (40, 100)}))

    told = [step.found for step in report.result.steps]
    assert "0 of" not in told[0]
    assert any("40.0 % of 100" in found and "10.0 points (95 %:" in found for found in told)
    assert not any("-0.0" in found for found in told)


def test_a_group_without_a_person_is_named(tmp_path: Path) -> None:
    report = _measured(with_an_empty_category(tmp_path))

    found = _of(report, "impact ratio", "X")
    assert (found.size, found.own, found.figure) == (0, None, None)
    assert "cases, sex: X" in {item.fact for item in report.result.open_questions}


def test_pairs_of_groups_are_tested_together(tmp_path: Path) -> None:
    rows = "F,40 or above,1\n" * 30 + "F,below 40,0\n" * 30 + "M,below 40,1\n" * 30
    file = csv_of(tmp_path, f"sex,age,hired\n{rows}")

    report = _measured(file, replace(COLUMNS, groups=("sex+age",)))

    sizes = {item.group: item.size for item in report.compared if item.measure == "impact ratio"}
    assert sizes == {
        "F + 40 or above": 30,
        "F + below 40": 30,
        "M + 40 or above": 0,
        "M + below 40": 30,
    }


def test_one_group_spelled_in_two_ways_is_asked_about(tmp_path: Path) -> None:
    report = _measured(cases_of(tmp_path, {"f": (20, 50), "F ": (20, 50), "M": (50, 100)}))

    assert "group spelling: sex" in {item.fact for item in report.result.open_questions}


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("sex,hired\nF,1\nM,1\n", COLUMNS, "holds one value only"),
        ("sex,hired\nF,\nM,\n", COLUMNS, "holds nothing"),
        ("sex,hired\nF,1\nF,0\n", COLUMNS, "holds 1 group:"),
        ("sex,hired\n,1\n,0\n", COLUMNS, "holds 0 groups"),
        ("sex,hired\nF,1\nM,0\n", replace(COLUMNS, groups=("age",)), "no column 'age'"),
        ("sex,hired\nF,1\nM,0\n", replace(COLUMNS, groups=()), "no column of groups"),
        ("sex,hired,s\nF,1,1\nM,0,0\n", replace(COLUMNS, score="s"), "a score by itself"),
        ("sex,hired,s\nF,1,1\nM,0,7\n", replace(COLUMNS, label="hired", score="s"), "no probability"),
    ],
)
def test_what_cannot_be_measured(text: str, columns: Columns, message: str, tmp_path: Path) -> None:
    with pytest.raises(ToolInputError, match=message):
        _measured(csv_of(tmp_path, text), columns)


def test_parquet_gives_the_same_figures_as_csv(tmp_path: Path) -> None:
    file = cases_of(tmp_path, {"F": (40, 100), "M": (50, 100)})

    assert _measured(as_parquet(file)).compared == _measured(file).compared


def test_the_ground_for_sensitive_columns_is_that_of_the_day(tmp_path: Path) -> None:
    table = read_table(cases_of(tmp_path, {"F": (40, 100), "M": (50, 100)}))

    def ground(day: date) -> str:
        report = measure_fairness(table, COLUMNS, SAMPLE_POLICY, DRAWS, day)
        return report.result.open_questions[0].matters

    assert "Art. 10(5)" in ground(date(2026, 7, 26))
    assert "Art. 4a(1)" in ground(date(2026, 7, 27))


def test_a_day_before_the_provisions_it_is_evidence_under(tmp_path: Path) -> None:
    table = read_table(cases_of(tmp_path, {"F": (40, 100), "M": (50, 100)}))

    with pytest.raises(NotInForce):
        measure_fairness(table, COLUMNS, SAMPLE_POLICY, DRAWS, VALID.start - timedelta(days=1))


@pytest.mark.parametrize("limits", [SAMPLE_POLICY, FOUR_FIFTHS])
def test_all_that_is_cited_is_in_the_corpus_on_each_day(
    limits: Limits, corpus: Corpus, tmp_path: Path
) -> None:
    report = _measured(cases_of(tmp_path, {"F": (40, 100), "M": (50, 100)}), limits=limits)
    cited = {*CITED, *(step.provision for step in report.result.steps)}

    for day in (date(2026, 9, 1), TODAY, date(2030, 1, 1)):
        law = corpus.as_of(day)
        assert not [unit for unit in cited if unit not in law]
    assert not [unit for unit in CITED if unit not in corpus.as_of(VALID.start)]


def test_a_limit_that_the_policies_of_the_day_do_not_state_is_refused(corpus: Corpus) -> None:
    assert SAMPLE_POLICY.stated_in(corpus.as_of(TODAY)) is SAMPLE_POLICY
    assert FOUR_FIFTHS.stated_in(corpus.as_of(VALID.start)) is FOUR_FIFTHS
    with pytest.raises(NotInForce, match=r"policy/fairness-testing/4\.1"):
        SAMPLE_POLICY.stated_in(corpus.as_of(date(2026, 8, 31)))


def test_a_single_person_of_a_kind_is_counted(tmp_path: Path) -> None:
    columns = replace(COLUMNS, label="good")
    report = _measured(csv_of(tmp_path, "sex,hired,good\nF,1,1\nM,0,0\n"), columns)

    found = _of(report, "true positive rate difference", "F")
    assert found.own is not None
    assert (found.own.value, found.own.persons, found.verdict) == (1.0, 1, "no verdict")
