from copilot.rules.ai_act.duties import duties
from tests.rules.ai_act.builders import TODAY, only, plain
from tests.rules.ai_act.duties.lookup import CREDIT, USES, duty_of, provided, used


def test_the_verdict_counts_what_is_certain_binding_and_open() -> None:
    assert duties(used(), TODAY).verdict == "1 duty certain, 1 of them binding on the day"
    assert duties(plain(), TODAY).verdict == "no duties certain, 0 of them binding on the day"
    assert "more not settled yet" in duties(only(), TODAY).verdict


def test_a_fine_is_named_by_the_list_and_what_leads_to_it() -> None:
    assert duty_of(used(**CREDIT), "human-oversight").fined == "Art. 99(4)(e)"
    assert duty_of(provided(**CREDIT), "ce-marking").fined == "Art. 99(4)(a) through Art. 16(h)"
    assert duty_of(used(**CREDIT), "rights-impact-assessment").fined.endswith("(our reading)")


def test_citations_are_those_of_what_is_certain() -> None:
    open_role = plain(**CREDIT, roles={**USES, "uses": None})

    assert duties(open_role, TODAY).as_tool_result().citations == ()
