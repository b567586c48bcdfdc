from datetime import date

from copilot.rules.ai_act.formula import told
from copilot.rules.ai_act.rule import AMENDED, FIRST_WORDING, IN_FORCE, Exemption, Rule, act
from copilot.rules.ai_act.rulebook import RULES


def test_a_rule_names_each_provision_it_leans_on_once_its_own_first() -> None:
    rule = Rule(
        tier="transparency",
        provision=act("art-50/1"),
        question="Is it?",
        matters="It matters.",
        elements=told("conversation.direct"),
        version="1",
        exemptions=(Exemption("it is obvious", act("art-50/1"), told("conversation.obvious")),),
        also=(act("art-50/5"),),
        dated=(act("art-50/1"), act("art-113")),
    )

    assert [str(one) for one in rule.cited] == [
        "eu-ai-act/art-50/1",
        "eu-ai-act/art-50/5",
        "eu-ai-act/art-113",
    ]


def test_the_first_wording_ends_when_the_amended_one_begins() -> None:
    assert FIRST_WORDING.start == IN_FORCE.start == date(2024, 8, 1)
    assert FIRST_WORDING.until == AMENDED.start == date(2026, 7, 27)


def test_no_two_rules_are_equal() -> None:
    assert len(set(RULES)) == len(RULES)
