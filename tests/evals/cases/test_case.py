import pytest

from evals.cases.case import names_a_pinpoint


@pytest.mark.parametrize(
    "question",
    [
        "What does Art. 26(9) say?",
        "Explain article 5",
        "Which uses does Annex III list?",
        "policy § 2.2",
        "GOVERN 1.6?",
        "metric of PAI 13",
        "Does point 5(b) reach us?",
    ],
)
def test_a_question_that_gives_its_pinpoint_away_is_told(question: str) -> None:
    assert names_a_pinpoint(question)


@pytest.mark.parametrize(
    "question",
    [
        "Must 26 people sign?",
        "In which annex are they listed?",
        "How do we govern 2 models?",
        "From 2 August 2026?",
    ],
)
def test_a_number_alone_gives_nothing_away(question: str) -> None:
    assert not names_a_pinpoint(question)
