import pytest

from copilot.agent.intake import Proposal, propose_facts
from copilot.errors import ToolInputError


def _proposed(text: str) -> dict[str, Proposal]:
    return {one.fact: one for one in propose_facts(text, None).proposals}


def test_each_fact_has_its_words_and_their_place() -> None:
    text = "We sell a CV ranking tool to EU employers."

    recruitment = _proposed(text)["employment.recruitment"]

    assert (recruitment.value, recruitment.words, recruitment.confidence) == (True, "CV ranking", "high")
    assert text[recruitment.start : recruitment.end] == "CV ranking"
    assert not recruitment.lessens


def test_what_makes_an_ai_system_is_proposed_with_less_confidence() -> None:
    proposed = _proposed("A system that ranks the applicants for a job.")

    assert proposed["nature.infers"].words == "ranks"
    assert proposed["nature.infers"].confidence == "low"


def test_rules_that_people_wrote_leave_inference_open() -> None:
    assert "nature.infers" not in _proposed("A rule-based advisor suggests how to light a room.")


def test_a_denial_proposes_no_and_is_flagged() -> None:
    emotions = _proposed("It does not infer emotions of drivers.")["emotions.emotions"]

    assert (emotions.value, emotions.lessens, emotions.confidence) == (False, True, "medium")


def test_where_a_text_says_both_the_answer_that_does_not_lessen_stays() -> None:
    intake = propose_facts("It does not infer emotions. It detects emotions of employees.", None)

    assert [one.value for one in intake.proposals if one.fact == "emotions.emotions"] == [True]
    assert any(remark.startswith("emotions.emotions:") for remark in intake.remarks)


def test_laws_of_several_products_are_proposed_together() -> None:
    laws = _proposed("Collision avoidance for drones and for industrial robots.")["product.laws"]

    assert laws.value == ("machinery-regulation-2023-1230", "unmanned-aircraft-2018-1139")


def test_other_lines_of_insurance_are_told_from_life_and_health() -> None:
    proposed = _proposed("It sets the premiums of motor insurance by risk.")[
        "essential_services.life_or_health"
    ]

    assert (proposed.value, proposed.lessens) == (False, True)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Released as free and open source software.", "scope.open_source"),
        (
            "A final decision is taken by a person: a human reviews every result.",
            "task.replaces_without_review",
        ),
        ("It only converts unstructured letters into structured records.", "task.narrow_procedural"),
        ("It is still in development, a prototype.", "scope.before_market"),
    ],
)
def test_what_lessens_is_flagged(text: str, fact: str) -> None:
    assert _proposed(text)[fact].lessens


def test_the_same_text_gives_the_same_proposals() -> None:
    text = "It ranks CVs and monitors the productivity of workers in the EU."

    assert propose_facts(text, None) == propose_facts(text, None)


def test_a_text_without_any_fact_says_so() -> None:
    intake = propose_facts("Lorem ipsum dolor.", None)

    assert not intake.proposals
    assert intake.remarks == (
        "No fact was recognised in it; say what the system does, on whom and for what.",
    )


def test_what_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ToolInputError, match="says nothing"):
        propose_facts("", None)


def test_the_longest_text_is_read() -> None:
    assert _proposed(("It bakes bread. " * 748 + "It ranks CVs.")[-12_000:])["employment.recruitment"]
