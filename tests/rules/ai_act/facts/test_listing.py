from copilot.rules.ai_act import FACTS
from copilot.rules.ai_act.facts import answers_told, index_of
from tests.rules.ai_act.builders import only


def test_each_fact_is_a_question_with_a_reason() -> None:
    for fact in FACTS:
        assert "?" in fact.question, fact.key
        assert fact.matters.endswith("."), fact.key


def test_answers_stand_in_the_order_of_the_facts() -> None:
    answers = answers_told(only(employment={"recruitment": True}, scope={"open_source": False}))

    told = {fact.key: answer for fact, answer in zip(FACTS, answers, strict=True) if answer is not None}
    assert told == {"employment.recruitment": True, "scope.open_source": False}


def test_the_section_is_read_off_the_laws() -> None:
    answers = answers_told(only(product={"laws": ("machinery-regulation-2023-1230",)}))

    assert answers[index_of("product.section_b")] is True
    assert answers[index_of("product.section_b_until_2026")] is False
    assert answers[index_of("product.section_a")] is False
