from datetime import date

import pytest

from copilot.agent.intake import call_of
from copilot.agent.intake.call import SUPPOSED
from copilot.rules.ai_act import FACTS, AISystem, system_from

_DAY = date(2026, 11, 20)


def _system(**topics: dict[str, object]) -> AISystem:
    return system_from(topics, "a test")


def test_nothing_told_is_neither() -> None:
    assert call_of(AISystem(), _DAY).call == "neither"


def test_what_had_to_be_supposed_is_named() -> None:
    called = call_of(_system(emotions={"emotions": "yes", "work_or_education": "yes"}), _DAY)

    assert called.call == "prohibited"
    assert [str(finding.provision) for finding in called.findings] == ["eu-ai-act/art-5/1/f"]
    assert called.supposed == (("emotions.medical_or_safety", False),)


def test_nothing_is_supposed_against_what_is_told() -> None:
    told = {"emotions": "yes", "work_or_education": "yes", "medical_or_safety": "yes"}

    called = call_of(_system(emotions=told), _DAY)

    assert called.call == "high-risk"
    assert ("emotions.from_biometrics", True) in called.supposed


def test_a_derogation_needs_more_than_its_condition() -> None:
    """Art. 6(3), first subparagraph: the risk is the test, and a description does not settle it."""
    system = _system(
        employment={"recruitment": "yes"}, task={"narrow_procedural": "yes", "profiling": "no"}
    )

    assert call_of(system, _DAY).supposed == (("task.significant_risk", True),)


def test_what_the_act_does_not_reach_is_neither() -> None:
    system = _system(employment={"recruitment": "yes"}, scope={"exclusively_defence": "yes"})

    assert call_of(system, _DAY).call == "neither"


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 12, 2)])
def test_a_practice_prohibited_soon_is_called_prohibited(day: date) -> None:
    system = _system(intimate_imagery={"intended": "yes"})

    assert call_of(system, day).call == "prohibited"


def test_every_supposition_is_a_fact() -> None:
    assert not set(SUPPOSED) - {fact.key for fact in FACTS}
