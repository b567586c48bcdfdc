from collections.abc import Mapping

import pytest

from copilot.rules.ai_act import AISystem, classify
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes
from tests.rules.ai_act.cases import USES, Topics

_RECRUITING = yes("recruitment")
CONDITIONS = ["narrow_procedural", "improves_human_work", "detects_patterns", "preparatory"]
_ALWAYS_PROFILES = "6/e"


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize(("point", "topics"), [use for use in USES if use[0] != _ALWAYS_PROFILES])
def test_each_condition_takes_each_use_out_of_the_high_risk_class(
    point: str, topics: Topics, condition: str
) -> None:
    certain = found(plain(**topics, task=yes(condition)))

    assert f"derogated:anx-3/{point}" in certain
    assert f"high-risk-annex-iii:anx-3/{point}" not in certain


@pytest.mark.parametrize("condition", CONDITIONS)
@pytest.mark.parametrize(("point", "topics"), USES)
def test_profiling_keeps_each_use_in(point: str, topics: Topics, condition: str) -> None:
    certain = found(_with_task(topics, yes(condition, "profiling")))

    assert f"high-risk-annex-iii:anx-3/{point}" in certain
    assert f"derogated:anx-3/{point}" not in certain


def _with_task(topics: Topics, task: Mapping[str, object]) -> AISystem:
    return plain(**{**topics, "task": {**topics.get("task", {}), **task}})


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_significant_risk_keeps_it_in(condition: str) -> None:
    system = plain(employment=_RECRUITING, task=yes(condition, "significant_risk"))

    assert found(system) == {"high-risk-annex-iii:anx-3/4/a"}


def test_detecting_patterns_without_human_review_does_not_count() -> None:
    task = yes("detects_patterns", "replaces_without_review")

    assert found(plain(employment=_RECRUITING, task=task)) == {"high-risk-annex-iii:anx-3/4/a"}


@pytest.mark.parametrize("condition", [one for one in CONDITIONS if one != "detects_patterns"])
def test_human_review_is_asked_for_detecting_patterns_only(condition: str) -> None:
    task = yes(condition, "replaces_without_review")

    assert found(plain(employment=_RECRUITING, task=task)) == {"derogated:anx-3/4/a"}


def test_no_significant_risk_alone_is_not_enough() -> None:
    assert found(plain(employment=_RECRUITING)) == {"high-risk-annex-iii:anx-3/4/a"}


def test_annex_i_knows_no_derogation() -> None:
    product = {"laws": ("toys-2009-48",), **yes("is_product", "third_party_assessment")}

    assert found(plain(product=product, task=yes("narrow_procedural"))) == {
        "high-risk-annex-i-a:anx-1/sec-a"
    }


@pytest.mark.parametrize("open_one", ["profiling", "significant_risk", "preparatory"])
def test_until_all_is_told_both_outcomes_are_possible(open_one: str) -> None:
    task = {**yes("preparatory"), open_one: None}
    classification = classify(plain(employment=_RECRUITING, task=task), TODAY)

    assert named(classification, "possible") == {"high-risk-annex-iii:anx-3/4/a", "derogated:anx-3/4/a"}
    assert [one.fact for one in classification.open_questions] == [f"task.{open_one}"]


def test_a_derogated_system_is_documented_and_registered_by_both_readings_of_the_date() -> None:
    (finding,) = classify(plain(employment=_RECRUITING, task=yes("preparatory")), TODAY).findings

    stated = {(str(one.provision), str(one.application.binds.start)) for one in finding.binds}
    assert stated == {
        ("eu-ai-act/art-6/4", "2027-12-02"),
        ("eu-ai-act/art-49/2", "2026-08-02"),
        ("eu-ai-act/art-49/2", "2027-12-02"),
    }
    assert all(one.application.disputed for one in finding.binds if one.provision.segments[0] == "art-49")
    assert finding.owed_by == "provider"
