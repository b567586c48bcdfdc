from collections.abc import Mapping

import pytest

from copilot.errors import ContradictoryFacts, ToolInputError
from copilot.rules.ai_act import FACTS, classify
from copilot.rules.ai_act.consistency import consequences, leading_to
from copilot.rules.ai_act.facts import index_of
from tests.rules.ai_act.builders import TODAY, named, only

Topics = Mapping[str, Mapping[str, object]]


@pytest.mark.parametrize(
    ("topics", "facts"),
    [
        (
            {"employment": {"involved": False, "recruitment": True}},
            ("employment.involved", "employment.recruitment"),
        ),
        (
            {"safety": {"function": True, "only_convenience": True}},
            ("safety.function", "safety.only_convenience"),
        ),
        (
            {"nexus": {"placed_in_union": True}, "scope": {"before_market": True}},
            ("scope.before_market", "nexus.placed_in_union"),
        ),
        ({"product": {"laws": (), "is_product": True}}, ("product.is_product", "product.laws")),
        (
            {"live_identification": {"real_time": True}, "biometrics": {"involved": False}},
            ("biometrics.involved", "live_identification.real_time"),
        ),
    ],
)
def test_facts_that_cannot_both_be_are_named(topics: Topics, facts: tuple[str, str]) -> None:
    with pytest.raises(ContradictoryFacts, match="both cannot be") as contradiction:
        classify(only(**topics), TODAY)

    assert set(contradiction.value.facts) == set(facts)
    assert all(fact in str(contradiction.value) for fact in facts)
    assert isinstance(contradiction.value, ToolInputError)


def test_a_no_to_a_topic_answers_all_that_lies_within() -> None:
    classification = classify(only(employment={"involved": False}), TODAY)

    assert not any("anx-3/4" in one for one in named(classification, "possible"))
    assert not any(one.fact.startswith("employment.") for one in classification.open_questions)
    assert any(step.found == "no, since employment.involved was told" for step in classification.steps)


def test_a_fact_within_a_topic_answers_its_first_question() -> None:
    classification = classify(only(education={"level": True}), TODAY)

    assert "education.involved" not in [one.fact for one in classification.open_questions]


def test_what_follows_from_an_answer_is_followed_to_the_end() -> None:
    follows = consequences(index_of("live_identification.real_time"), True)

    assert {FACTS[index].key: answer for index, answer in follows.items()} == {
        "live_identification.real_time": True,
        "biometrics.remote_identification": True,
        "biometrics.involved": True,
    }
    assert (index_of("live_identification.real_time"), True) in leading_to(index_of("biometrics.involved"))
