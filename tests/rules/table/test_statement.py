import pytest

from copilot.rules.ai_act.facts import FACTS, Fact
from copilot.rules.table.statement import stated

_BY_KEY = {fact.key: fact for fact in FACTS}


@pytest.mark.parametrize(
    ("key", "yes", "no"),
    [
        ("nature.machine_based", "it is machine-based", "it is not machine-based"),
        (
            "face_database.builds",
            "it creates or expands a database for facial recognition",
            "it does not create or expand a database for facial recognition",
        ),
        (
            "biometrics.lawful_labelling",
            "it only labels or filters lawfully acquired biometric datasets",
            "it does not only label or filter lawfully acquired biometric datasets",
        ),
        (
            "child_abuse_material.defence",
            "a 'without right' defence applies under national law",
            "a 'without right' defence does not apply under national law",
        ),
        (
            "general_purpose.public_parameters",
            "its parameters (weights included), architecture and usage information are publicly available",
            "its parameters (weights included), architecture and usage information are not publicly available",
        ),
        ("roles.uses", "you use it under your authority", "you do not use it under your authority"),
        (
            "crime_fighting.safeguards",
            "there are appropriate safeguards for third parties' freedoms and rights",
            "there are no appropriate safeguards for third parties' freedoms and rights",
        ),
        (
            "live_identification.assessed",
            "the law enforcement authority has completed the fundamental rights impact assessment (Art. 27)",
            "the law enforcement authority has not completed the fundamental rights impact assessment (Art. 27)",
        ),
        (
            "general_purpose.above_threshold",
            "its training took more than 10^25 floating-point operations",
            "its training took 10^25 floating-point operations or fewer",
        ),
    ],
)
def test_a_question_is_turned_round(key: str, yes: str, no: str) -> None:
    assert stated(_BY_KEY[key], holds=True) == yes
    assert stated(_BY_KEY[key], holds=False) == no


def test_a_question_whose_grammar_is_not_known_is_quoted_with_its_answer() -> None:
    fact = Fact("moon.full", "Whatever shines, is it the moon?", "It matters.")

    assert stated(fact, holds=False) == "no to “Whatever shines, is it the moon?”"


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.key)
def test_yes_and_no_are_told_apart_for_every_fact(fact: Fact) -> None:
    assert stated(fact, holds=True) != stated(fact, holds=False)
