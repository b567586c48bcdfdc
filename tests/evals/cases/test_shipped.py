from collections import Counter
from datetime import date

import pytest

from copilot.errors import UnusableCase
from copilot.law import load_corpus
from evals.cases import Cases, check_cases, read_cases
from evals.cases import __main__ as command


@pytest.fixture(scope="module")
def cases() -> Cases:
    return read_cases()


def test_the_law_of_its_day_bears_out_every_case(
    cases: Cases, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "read_cases", lambda folder: cases)

    assert command.main([]) == 0
    assert "refusals, each with an answerable twin" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("group", "least"), [("ai-act", 70), ("sfdr", 40), ("nist", 30), ("market-abuse", 20), ("policies", 40)]
)
def test_each_group_has_its_questions(cases: Cases, group: str, least: int) -> None:
    assert sum(case.group == group for case in cases.golden) >= least


@pytest.mark.parametrize(
    ("tag", "least"),
    [
        ("cross-reference", 30),
        ("figures", 25),
        ("dates", 20),
        ("exceptions", 20),
        ("definitions", 20),
        ("policy-against-law", 15),
        ("roles", 10),
        ("pinpoint-lookup", 5),
    ],
)
def test_each_kind_of_question_is_asked_often_enough(cases: Cases, tag: str, least: int) -> None:
    assert sum(tag in case.tags for case in cases.golden) >= least


def test_there_are_questions_that_must_not_go_wrong(cases: Cases) -> None:
    assert sum(case.critical for case in cases.golden) >= 25


def test_no_article_dominates_the_questions(cases: Cases) -> None:
    ((cluster, most),) = Counter(str(case.cluster) for case in cases.golden).most_common(1)

    assert most <= 5, cluster


def test_time_flips_and_refusals_are_enough_to_be_measured(cases: Cases) -> None:
    categories = Counter(case.category for case in cases.refusals)

    assert len(cases.time_flips) >= 60
    assert len(cases.refusals) == len(cases.matched) >= 60
    assert categories["near-miss"] >= 20
    assert min(categories.values()) >= 4
    assert len(categories) == 9


def test_flips_lie_on_both_sides_of_the_amendment_of_the_ai_act(cases: Cases) -> None:
    amended = date(2026, 7, 27)

    crossing = [
        case
        for case in cases.time_flips
        if case.cluster.instrument == "eu-ai-act" and case.first.as_of < amended <= case.second.as_of
    ]

    assert len(crossing) >= 20


def test_a_case_whose_law_changed_would_be_noticed(cases: Cases) -> None:
    answered_today = next(case for case in cases.golden if case.id == "aia-literacy-now")
    asked_before = answered_today.model_copy(update={"as_of": date(2026, 7, 26)})
    asked_before.read_at(answered_today.place)

    with pytest.raises(UnusableCase, match=r"golden/ai-act\.jsonl:\d+: pinpoints\.0\.id"):
        check_cases(Cases((asked_before,), (), (), ()), load_corpus(policies=None))
