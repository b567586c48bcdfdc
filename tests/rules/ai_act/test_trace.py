from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, plain, yes


def test_a_verdict_comes_after_the_facts_that_decide_it() -> None:
    steps = classify(plain(employment=yes("recruitment"), task=yes("profiling")), TODAY).steps
    asked = [str(step.provision) for step in steps]
    point = next(
        step for step in steps if step.question == "Is it meant for recruiting or selecting persons?"
    )

    assert point.found == "yes"
    fact = next(step for step in steps if step.matters == "Annex III 4(a).")
    assert (fact.found, str(fact.provision)) == ("yes", "eu-ai-act/anx-3/4/a")
    assert steps.index(fact) < steps.index(point)
    assert {"eu-ai-act/art-5/1/a", "eu-ai-act/art-50/1", "eu-ai-act/art-53"} <= set(asked)


def test_an_open_rule_says_what_it_waits_for() -> None:
    services = {**yes("creditworthiness"), "fraud_only": None}
    steps = classify(plain(essential_services=services), TODAY).steps

    assert "open: essential_services.fraud_only" in [step.found for step in steps]


def test_an_exclusion_is_named_where_it_decides() -> None:
    steps = classify(plain(essential_services=yes("creditworthiness", "fraud_only")), TODAY).steps

    assert "no: excluded (detection of financial fraud)" in [step.found for step in steps]
