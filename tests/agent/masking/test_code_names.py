import pytest

from copilot.agent.masking.code_names import code_names
from copilot.agent.masking.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who is inside on Project Falcon?", "Project Falcon"),
        ("Project Light", "Project Light"),
        ("the Harbourlight deal", "Harbourlight"),
        ("code name “Lighthouse”", "Lighthouse"),
        ("the transaction called Emerald", "Emerald"),
        ("now that project nightingale is public", "nightingale"),
        ("Operation Blue Bird", "Operation Blue Bird"),
    ],
)
def test_the_code_name_of_a_deal_is_found(text: str, name: str, vocabulary: Vocabulary) -> None:
    assert [text[one.start : one.end] for one in code_names(text, vocabulary)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "the Project Management Office",
        "Which deal documents are kept?",
        "Operation of the system",
        "a Union project and the transaction Article 17 means",
        "the project starts and the planned merger ends",
        "The deal closes; This deal too",
    ],
)
def test_a_project_without_one_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert list(code_names(text, vocabulary)) == []
