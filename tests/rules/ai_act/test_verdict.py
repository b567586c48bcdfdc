from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, only, plain, yes


def test_the_verdict_says_every_certain_tier_with_its_provision_the_gravest_first() -> None:
    system = plain(
        conversation=yes("direct"),
        employment=yes("recruitment"),
        emotions=yes("emotions", "work_or_education"),
    )

    assert classify(system, TODAY).verdict == (
        "prohibited (Art. 5(1)(f)); high-risk-annex-iii (Annex III, point 4(a)); transparency (Art. 50(1))"
    )


def test_while_nothing_is_certain_the_verdict_says_so() -> None:
    verdict = classify(only(), TODAY).verdict

    assert verdict.startswith("no tier is certain yet; still possible: prohibited, high-risk-annex-iii,")


def test_a_tier_is_possible_only_where_it_is_not_certain_on_another_ground() -> None:
    system = plain(employment={"recruitment": True, "monitoring": None}, conversation={"direct": None})
    classification = classify(system, TODAY)

    assert classification.tiers == ("high-risk-annex-iii",)
    assert classification.possible_tiers == ("transparency",)


def test_what_is_met_on_a_system_that_may_be_out_of_reach_is_possible() -> None:
    classification = classify(plain(employment=yes("recruitment"), scope={"sole_research": None}), TODAY)

    assert classification.tiers == ()
    assert "high-risk-annex-iii" in classification.possible_tiers
    assert {one.certainty for one in classification.findings if one.tier != "out-of-scope"} == {
        "if-in-scope"
    }


def test_the_basis_holds_what_is_certain_and_what_is_excluded_and_nothing_possible() -> None:
    system = plain(
        essential_services=yes("creditworthiness", "fraud_only"),
        employment=yes("recruitment"),
        conversation={"direct": None},
    )
    basis = [str(one).removeprefix("eu-ai-act/") for one in classify(system, TODAY).basis]

    assert basis == ["anx-3/4/a", "art-6/2", "art-6/3", "art-6/3/sub-3", "anx-3/5/b"]
