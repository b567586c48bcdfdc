import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes

_RECRUITING = yes("recruitment")
CONDITIONS = ["narrow_procedural", "improves_human_work", "detects_patterns", "preparatory"]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_takes_a_system_out_of_the_high_risk_class(condition: str) -> None:
    assert found(plain(employment=_RECRUITING, task=yes(condition))) == {"derogated:anx-3/4/a"}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_profiling_keeps_it_in(condition: str) -> None:
    system = plain(employment=_RECRUITING, task=yes(condition, "profiling"))

    assert found(system) == {"high-risk-annex-iii:anx-3/4/a"}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_significant_risk_keeps_it_in(condition: str) -> None:
    system = plain(employment=_RECRUITING, task=yes(condition, "significant_risk"))

    assert found(system) == {"high-risk-annex-iii:anx-3/4/a"}


def test_detecting_patterns_without_human_review_does_not_count() -> None:
    task = yes("detects_patterns", "replaces_without_review")

    assert found(plain(employment=_RECRUITING, task=task)) == {"high-risk-annex-iii:anx-3/4/a"}


def test_no_significant_risk_alone_is_not_enough() -> None:
    assert found(plain(employment=_RECRUITING)) == {"high-risk-annex-iii:anx-3/4/a"}


def test_annex_i_knows_no_derogation() -> None:
    product = {"laws": ("toys-2009-48",), **yes("is_product", "third_party_assessment")}

    assert found(plain(product=product, task=yes("narrow_procedural"))) == {
        "high-risk-annex-i-a:anx-1/sec-a"
    }


def test_until_profiling_is_told_both_outcomes_are_possible() -> None:
    task = {**yes("preparatory"), "profiling": None}
    classification = classify(plain(employment=_RECRUITING, task=task), TODAY)

    assert named(classification, "possible") == {"high-risk-annex-iii:anx-3/4/a", "derogated:anx-3/4/a"}
    assert [one.fact for one in classification.open_questions] == ["task.profiling"]


def test_a_derogated_system_is_documented_and_registered_by_both_readings_of_the_date() -> None:
    (finding,) = classify(plain(employment=_RECRUITING, task=yes("preparatory")), TODAY).findings

    stated = {(str(one.provision), str(one.application.binds.start)) for one in finding.binds}
    assert stated == {
        ("eu-ai-act/art-6/4", "2027-12-02"),
        ("eu-ai-act/art-49/2", "2026-08-02"),
        ("eu-ai-act/art-49/2", "2027-12-02"),
    }
    assert all(one.application.disputed for one in finding.binds if one.provision.segments[0] == "art-49")
