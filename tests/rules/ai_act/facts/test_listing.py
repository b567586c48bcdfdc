import pytest

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


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("scope.foreign_cooperation", "Are you a public authority of a third country"),  # Art. 2(4)
        ("change.substantially_modified", "affects compliance or the intended purpose"),  # Art. 3(23)
        ("child_abuse_material.involved", "performances"),  # Art. 5(1)(bb)
        ("social_scoring.disproportionate", "or its gravity"),  # Art. 5(1)(c)(ii)
        ("live_identification.victim_search", "specific victims"),  # Art. 5(1)(h)(i)
        ("live_identification.imminent_threat", "genuine and present or foreseeable"),  # Art. 5(1)(h)(ii)
        ("live_identification.suspect_search", "investigating, prosecuting"),  # Art. 5(1)(h)(iii)
        ("live_identification.four_years", "or detention order"),  # Art. 5(1)(h)(iii)
        ("emotions.involved", "identify or infer"),  # Art. 3(39)
        ("emotions.emotions", "identify or infer"),
        ("emotions.intentions", "identify or infer"),
        ("emotions.from_biometrics", "identify or infer"),
        ("employment.involved", "access to self-employment"),  # Annex III, point 4
        ("employment.recruitment", "such as"),  # Annex III, point 4(a)
        ("essential_services.involved", "creditworthiness"),  # Annex III, point 5
        ("essential_services.involved", "healthcare included"),
        ("migration.entry_risk", "or of another kind"),  # Annex III, point 7(b)
        ("migration.applications", "reliability of evidence"),  # Annex III, point 7(c)
        ("justice.involved", "other judicial authorities"),  # Annex III, point 8(a)
        ("content.assistive_editing", "only"),  # Art. 50(2)
        ("content.synthetic", "manipulating"),  # Art. 50(2), 50(4)
        ("content.deep_fake", "made or manipulated"),  # Art. 3(60)
        ("content.deep_fake", "entities"),
        ("content.deep_fake", "authentic or truthful"),
        ("content.public_interest_text", "made or manipulated"),  # Art. 50(4), second subparagraph
        ("general_purpose.places_model", "or had developed"),  # Art. 3(3)
        ("general_purpose.public_parameters", "weights included"),  # Art. 53(2)
    ],
)
def test_a_question_leaves_out_no_case_that_its_provision_names(key: str, asked: str) -> None:
    (fact,) = (fact for fact in FACTS if fact.key == key)

    assert asked in fact.question
