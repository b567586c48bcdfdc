import pytest

from copilot.agent.masking.introductions import firms, introduced
from copilot.agent.masking.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Price sold", "Price"),
        ("Dr Young asked", "Young"),
        ("my colleague Mark Bell said", "Mark Bell"),
        ("our trader Bill Banks cancelled", "Bill Banks"),
        ("signed by Rose Field", "Rose Field"),
    ],
)
def test_a_title_or_an_introduction_gives_a_name_away(text: str, name: str, vocabulary: Vocabulary) -> None:
    assert name in [text[one.start : one.end] for one in introduced(text, vocabulary)]


@pytest.mark.parametrize(
    "text",
    [
        "the officer Compliance appoints",
        "is Article 5 met?",
        "the employee Union law protects",
        "from June on",
    ],
)
def test_a_word_of_the_law_after_a_role_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert list(introduced(text, vocabulary)) == []


def test_a_firm_is_known_by_its_legal_form(vocabulary: Vocabulary) -> None:
    text = "Does Green Water Ltd owe Amber Income Partners S.A. a disclosure under California AB 2013?"

    assert [text[one.start : one.end] for one in firms(text, vocabulary)] == [
        "Green Water Ltd",
        "Amber Income Partners S.A.",
    ]
