"""What becomes of a form: the rules themselves decide here, so these are cases as an officer tells them."""

from collections.abc import Mapping
from datetime import date

from api.pages.classification.case import Case, read_case
from api.pages.classification.sheet import read_sheet

TODAY = date(2026, 11, 20)
CREDIT = "essential_services.creditworthiness"
SCORER = "Our model scores the creditworthiness of natural persons. It does not read emotions."


def case_of(description: str = "", *more: tuple[str, str], **told: str) -> Case:
    answers = [(name.replace("__", "."), value) for name, value in told.items()]
    return read_case(read_sheet([("description", description), *more, *answers], TODAY), None)


def states(case: Case) -> Mapping[str, str]:
    return {one.asked.entry: one.state for one in case.proposals}


def test_a_description_proposes_facts_with_their_words() -> None:
    case = case_of(SCORER)

    credit = next(one for one in case.proposals if one.asked.entry == CREDIT)
    assert credit.state == "proposed"
    assert credit.passage.words == "creditworthiness"
    assert credit.passage.before == "Our model scores the "
    assert [one.asked.entry for one in case.proposals if one.lessens] == ["emotions.emotions"]


def test_proposals_count_until_they_are_confirmed_or_corrected() -> None:
    proposed = ("proposed", f"{CREDIT}=yes")

    left = case_of(SCORER, proposed, (CREDIT, "yes"))
    confirmed = case_of(SCORER, proposed, (CREDIT, "yes"), ("confirmed", CREDIT))
    corrected = case_of(SCORER, proposed, (CREDIT, "no"))
    aside = case_of(SCORER, proposed, (CREDIT, "unknown"))

    assert [states(case)[CREDIT] for case in (left, confirmed, corrected, aside)] == [
        "proposed",
        "confirmed",
        "corrected",
        "set aside",
    ]
    assert [len(case.unconfirmed) for case in (left, confirmed)] == [
        len(case_of(SCORER).unconfirmed),
        len(case_of(SCORER).unconfirmed) - 1,
    ]


def test_what_is_set_aside_is_asked_for_and_never_taken_for_a_no() -> None:
    case = case_of(SCORER, ("proposed", f"{CREDIT}=yes"), (CREDIT, "unknown"))

    assert case.follows is not None
    found = case.follows.classification
    assert "essential_services" not in found.inputs
    assert "possible" in [
        one.certainty for one in found.findings if str(one.provision) == "eu-ai-act/anx-3/5/b"
    ]


def test_without_the_facts_that_lessen_the_result_is_told_as_well() -> None:
    case = case_of("It infers emotions of employees at the workplace for safety reasons only.")

    assert case.follows is not None
    assert [one.asked.entry for one in case.proposals if one.lessens] == ["emotions.medical_or_safety"]
    assert case.follows.called.call != "prohibited"
    assert case.follows.without_lessening is not None
    assert case.follows.without_lessening.called.call == "prohibited"


def test_a_proposal_against_what_is_told_is_not_taken_and_says_why() -> None:
    case = case_of("It identifies people in the street by facial recognition.", biometrics__involved="no")

    assert states(case)["biometrics.involved"] == "corrected"
    because = {one.proposal.fact: one.because for one in case.not_taken}
    assert "both cannot be" in because["biometrics.remote_identification"]


def test_two_answers_that_cannot_both_be_are_faults_at_both_and_nothing_follows() -> None:
    case = case_of(nexus__placed_in_union="yes", scope__before_market="yes")

    assert case.follows is None
    assert {fault.field for fault in case.faults} == {
        "fact-nexus-placed-in-union",
        "fact-scope-before-market",
    }
    assert "“nexus: placed in union” is yes" in case.faults[0].said


def test_a_description_nobody_can_read_is_a_fault_and_the_questions_go_on() -> None:
    case = case_of("Das System bewertet die Kreditwürdigkeit von Personen, die einen Kredit beantragen.")

    assert [fault.field for fault in case.faults] == ["description"]
    assert case.faults[0].remedy.endswith("or answer the facts one by one below")
    assert case.questions


def test_a_day_before_the_act_is_a_fault_at_the_day() -> None:
    case = case_of(as_of="2020-01-01")

    assert [fault.field for fault in case.faults] == ["as_of"]


def test_the_most_telling_questions_are_asked_first_and_only_so_many() -> None:
    case = case_of()

    assert [question.asked.entry for question in case.questions][:2] == [
        "nature.machine_based",
        "nature.autonomous",
    ]
    assert len(case.questions) == 8
    assert case.waiting > 20


def test_an_answered_question_keeps_its_place_until_the_page_is_loaded_anew() -> None:
    first = [question.asked.entry for question in case_of().questions]
    asked = [("asked", entry) for entry in first]

    again = case_of("", *asked, (first[1], "no"))
    anew = case_of("", (first[1], "no"))

    assert [question.asked.entry for question in again.questions if question.asked.entry == first[1]] == [
        first[1]
    ]
    assert not any(question.settled for question in again.questions)
    assert [question.asked.entry for question in anew.questions if question.settled] == [first[1]]


def test_a_question_somebody_cannot_answer_makes_room_for_another() -> None:
    first = case_of().questions[0].asked.entry

    case = case_of("", ("asked", first), (first, "unknown"))

    assert case.questions[0].answer == "unknown"
    assert len(case.questions) == 9


def test_a_change_of_another_s_system_is_followed() -> None:
    case = case_of(change="rename")

    assert case.follows is not None
    assert case.follows.change is not None
    assert case.follows.change.change == "rename"
