import pytest

from copilot.rules.ai_act import FACTS
from copilot.rules.ai_act.lessening import lessens


@pytest.mark.parametrize(
    "fact",
    [
        "essential_services.fraud_only",
        "biometrics.verification_only",
        "democracy.campaign_logistics",
        "task.narrow_procedural",
        "scope.exclusively_defence",
        "scope.open_source",
        "emotions.medical_or_safety",
        "live_identification.authorised",
        "crime_risk.supports_human",
        "conversation.obvious",
    ],
)
def test_exclusions_exceptions_and_derogations_lessen(fact: str) -> None:
    assert lessens(fact, True)
    assert not lessens(fact, False)


@pytest.mark.parametrize(
    "fact",
    [
        "employment.recruitment",
        "social_scoring.involved",
        "nature.infers",
        "task.profiling",
        "task.significant_risk",
    ],
)
def test_the_denial_of_what_regulates_lessens(fact: str) -> None:
    assert lessens(fact, False)
    assert not lessens(fact, True)


def test_the_graver_rule_counts() -> None:
    """Solely on profiling: out of Annex III 6(d), and into Art. 5(1)(d)."""
    assert not lessens("crime_risk.solely_profiling", True)


def test_no_fact_lessens_whatever_the_answer() -> None:
    assert not [fact.key for fact in FACTS if lessens(fact.key, True) and lessens(fact.key, False)]


def test_laws_of_products_never_lessen() -> None:
    assert not lessens("product.laws", ("toys-2009-48",))
