import pytest
import yaml

from copilot.errors import ToolInputError
from copilot.rules.ai_act import FACTS, AISystem, form, read_system


def test_a_file_is_read_into_facts() -> None:
    system = read_system(
        """\
name: Lamp rater
employment: {recruitment: yes, decisions: no, monitoring: unknown}
product: {laws: [lifts-2014-33]}
market: {placed_on: 2026-01-31}
general_purpose: {training_flop: 2e25}
""",
        "lamp.yaml",
    )

    assert (system.employment.recruitment, system.employment.decisions) == (True, False)
    assert system.employment.monitoring is None
    assert system.product.laws == ("lifts-2014-33",)
    assert str(system.market.placed_on) == "2026-01-31"
    assert system.general_purpose.training_flop == 2 * 10**25


def test_a_bare_answer_is_one_to_the_first_question_of_the_topic() -> None:
    assert read_system("migration: no\neducation: unknown", "f").migration.by_authority is False


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("employment: {recruiting: yes}", "f: there is no fact 'employment.recruiting'"),
        ("weather: no", "there is no fact 'weather'"),
        (
            "employment: {recruitment: maybe}",
            "employment.recruitment: write yes, no or unknown, not 'maybe'",
        ),
        ("task: no", "task has no single question"),
        ("general_purpose: {training_flop: -1}", "greater than 0"),
        ("general_purpose: {training_flop: NaN}", "training_flop"),
        ("product: {laws: [lamps]}", "product.laws.0"),
        ("market: {placed_on: soon}", "market.placed_on"),
        ("- a list", "holds no topics"),
        ("a: [", "is not YAML"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, said: str) -> None:
    with pytest.raises(ToolInputError) as error:
        read_system(text, "f")

    assert said in str(error.value)
    assert "--form" in error.value.remedy


def test_the_form_asks_every_fact_and_can_be_read_back() -> None:
    asked = yaml.safe_load(form())

    assert {f"{topic}.{name}" for topic, facts in asked.items() if topic != "name" for name in facts} == {
        fact.told for fact in FACTS
    } | {"market.placed_on"}
    assert read_system(form(), "form") == AISystem()
