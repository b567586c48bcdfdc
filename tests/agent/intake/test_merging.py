from datetime import date

from copilot.agent.intake import Proposal, merge, propose_facts
from copilot.agent.intake.merging import without_what_lessens
from copilot.rules.ai_act import AISystem, lessens, system_from

_DAY = date(2026, 11, 20)
_TEXT = "We rank CVs of applicants for EU employers; it does not infer emotions."


def _proposal(fact: str, value: bool) -> Proposal:
    return Proposal(fact, value, "words", 0, 5, "high", lessens(fact, value))


def test_what_was_told_wins_and_the_disagreement_is_shown() -> None:
    told = system_from({"employment": {"recruitment": "no"}}, "a test")

    merged = merge(told, propose_facts(_TEXT, None).proposals, _DAY)

    assert merged.system.employment.recruitment is False
    assert [(one.proposal.fact, one.because) for one in merged.overruled] == [
        ("employment.recruitment", "employment.recruitment was told to be no")
    ]


def test_what_contradicts_something_told_elsewhere_is_not_taken() -> None:
    told = system_from({"employment": {"involved": "no"}}, "a test")

    merged = merge(told, [_proposal("employment.recruitment", True)], _DAY)

    assert merged.system == told
    assert "both cannot be" in merged.overruled[0].because


def test_what_lessens_keeps_nothing_out() -> None:
    proposals = [_proposal("emotions.involved", False), _proposal("emotions.emotions", True)]

    merged = merge(AISystem(), proposals, _DAY)

    assert [one.fact for one in merged.taken] == ["emotions.emotions"]
    assert [one.proposal.fact for one in merged.overruled] == ["emotions.involved"]


def test_what_agrees_with_something_told_is_neither_taken_nor_overruled() -> None:
    told = system_from({"employment": {"recruitment": "yes"}}, "a test")

    merged = merge(told, [_proposal("employment.recruitment", True)], _DAY)

    assert (merged.system, merged.taken, merged.overruled) == (told, (), ())


def test_the_system_without_what_lessens() -> None:
    merged = merge(AISystem(), propose_facts(_TEXT, None).proposals, _DAY)

    assert merged.system.emotions.emotions is False
    assert without_what_lessens(AISystem(), merged).emotions.emotions is None
    assert without_what_lessens(AISystem(), merged).employment.recruitment is True
