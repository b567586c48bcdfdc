from pathlib import Path
from typing import Any

import pytest

from copilot.errors import UnusableCase
from copilot.law import Corpus
from evals.cases import check_cases, read_cases
from tests.evals.cases.builders import answerable, golden, refusal, side, time_flip, written

CLOSED = {
    "refusals": [
        refusal(category="not-permitted", expects=["not_permitted"], nearest=[], question="Which street?")
    ],
    "matched": [
        answerable(
            audiences=["control-room"],
            pinpoints=[{"id": "policy/watch-list/1.1", "grade": 3}],
            must=[["vine street"]],
        )
    ],
}


def test_cases_that_the_law_bears_out_pass(tmp_path: Path, small_corpus: Corpus) -> None:
    folder = written(
        tmp_path, golden=[golden()], time_flips=[time_flip()], refusals=[refusal()], matched=[answerable()]
    )

    check_cases(read_cases(folder), small_corpus)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        (
            {"pinpoints": [{"id": "lantern-act/art-9", "grade": 3}]},
            "pinpoints.0.id: lantern-act holds no art-9",
        ),
        (
            {"as_of": "2025-06-30", "pinpoints": [{"id": "lantern-act/art-3", "grade": 3}]},
            "pinpoints.0.id: lantern-act/art-3 had no wording on 2025-06-30",
        ),
        ({"cluster": "lantern-act/art-9"}, "cluster: lantern-act holds no art-9"),
        (
            {"wording_from": "2020-01-01"},
            "wording_from: the wording of the answer is in force from 2025-07-01",
        ),
        ({"figures": ["5 days"]}, "figures: '5 days' stands in no source"),
        ({"forbidden_figures": ["three days"]}, "forbidden_figures: 'three days' is forbidden"),
        (
            {"nuggets": [{"vital": True, "about": "a keeper sings", "words": [["keeper"], ["sing*"]]}]},
            "nuggets.0: no source says: a keeper sings",
        ),
        ({"tools": ["light_lantern"]}, "tools: there is no tool 'light_lantern'"),
        (
            {"tools": ["fine_limit"], "called_with": {"fine_limit": {"infringement": "arson"}}},
            "called_with: 'arson' is neither the id of a provision",
        ),
        (
            {"tools": ["fine_limit"], "called_with": {"fine_limit": {"offence": "arson"}}},
            "called_with: 2 validation errors",
        ),
    ],
)
def test_a_golden_question_that_the_law_does_not_bear_out_is_named(
    tmp_path: Path, small_corpus: Corpus, changes: dict[str, Any], fault: str
) -> None:
    cases = read_cases(written(tmp_path, golden=[golden(**changes)]))

    with pytest.raises(UnusableCase) as raised:
        check_cases(cases, small_corpus)

    assert f"golden/own.jsonl:1: {fault}" in str(raised.value)
    assert raised.value.remedy


def test_a_nugget_that_is_welcome_need_not_stand_in_a_source(tmp_path: Path, small_corpus: Corpus) -> None:
    welcome = {"vital": False, "about": "advice", "words": [["ask the council"]]}

    check_cases(
        read_cases(written(tmp_path, golden=[golden(nuggets=[*golden()["nuggets"], welcome])])),
        small_corpus,
    )


def test_a_pinpoint_that_only_helps_holds_up_no_figure(tmp_path: Path, small_corpus: Corpus) -> None:
    helping = [{"id": "lantern-act/art-2", "grade": 3}, {"id": "lantern-act/art-1/2", "grade": 1}]
    cases = read_cases(written(tmp_path, golden=[golden(pinpoints=helping, wording_from="2020-01-01")]))

    with pytest.raises(UnusableCase, match="'3 days' stands in no source"):
        check_cases(cases, small_corpus)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"first": side("2025-06-30", figures=["9 days"])}, "first.figures: '9 days' stands in no source"),
        ({"second": side("2025-07-01", must=[["sing"]])}, "second.must: no source says 'sing'"),
        (
            {"second": side("2025-07-01", figures=["3 days"], must_not=[["3 days"]])},
            "second.must_not: '3 days' must not be said",
        ),
        (
            {
                "first": side("2025-06-29", figures=["14 days"]),
                "second": side("2025-06-30", must=[["broken lantern"]]),
            },
            "second: what the case leans on is the same law on both days",
        ),
        (
            {
                "first": side("2025-06-30", must=[["broken lantern"]]),
                "second": side("2025-07-01", must=[["broken lantern"]]),
            },
            "second: the same answer is right on both days",
        ),
        ({"cluster": "lantern-act/art-9"}, "cluster: lantern-act holds no art-9"),
        (
            {
                "second": {
                    "as_of": "2025-07-01",
                    "must": [["oil"]],
                    "pinpoints": [{"id": "x/art-1", "grade": 3}],
                }
            },
            "second.pinpoints.0.id: there is no instrument 'x'",
        ),
    ],
)
def test_a_pair_that_the_law_does_not_bear_out_is_named(
    tmp_path: Path, small_corpus: Corpus, changes: dict[str, Any], fault: str
) -> None:
    cases = read_cases(written(tmp_path, time_flips=[time_flip(**changes)]))

    with pytest.raises(UnusableCase) as raised:
        check_cases(cases, small_corpus)

    assert f"time-flips.jsonl:1: {fault}" in str(raised.value)


def test_the_law_differs_too_where_a_duty_began_to_bind(tmp_path: Path, small_corpus: Corpus) -> None:
    binding = time_flip(
        first=side("2020-12-31", figures=["1 January 2021"]), second=side("2021-01-01", figures=["14 days"])
    )

    check_cases(read_cases(written(tmp_path, time_flips=[binding])), small_corpus)


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        (
            {"refusals": [refusal(nearest=["lantern-act/art-9"])], "matched": [answerable()]},
            "refusals.jsonl:1: nearest.0: lantern-act holds no art-9",
        ),
        (
            {"refusals": [refusal()], "matched": [answerable(must=[["whale oil"]])]},
            "refusals-matched.jsonl:1: must: no source says 'whale oil'",
        ),
        (
            CLOSED | {"refusals": [CLOSED["refusals"][0] | {"audiences": ["control-room"]}]},
            "refusals.jsonl:1: audiences: policy/watch-list/1.1 is not",
        ),
        (
            CLOSED | {"matched": [CLOSED["matched"][0] | {"audiences": []}]},
            "refusals.jsonl:1: audiences: policy/watch-list/1.1 is not",
        ),
    ],
)
def test_a_refusal_or_a_twin_that_does_not_hold_is_named(
    tmp_path: Path, small_corpus: Corpus, files: dict[str, Any], fault: str
) -> None:
    cases = read_cases(written(tmp_path, **files))

    with pytest.raises(UnusableCase) as raised:
        check_cases(cases, small_corpus)

    assert fault in str(raised.value)


def test_a_closed_text_is_withheld_from_one_and_given_to_the_other(
    tmp_path: Path, small_corpus: Corpus
) -> None:
    check_cases(read_cases(written(tmp_path, **CLOSED)), small_corpus)
