import pytest

from copilot.agent.masking.names import names
from copilot.agent.masking.vocabulary import Vocabulary


def found(text: str, vocabulary: Vocabulary) -> list[str]:
    return [text[one.start : one.end] for one in names(text, vocabulary)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Does Maria Kowalska owe it?", "Maria Kowalska"),
        ("Kowalska's trade", "Kowalska"),
        ("did jane doe trade", "jane doe"),
        ("for Anneke van der Meer", "Anneke van der Meer"),
        ("J. P. Hargreaves signed", "J. P. Hargreaves"),
        ("O'Brien told us", "O'Brien"),
        ("Can Mark trade?", "Mark"),
        ("ask Grace Field", "Grace Field"),
        ("JANE DOE was scored", "JANE DOE"),
        ("Fatima Al-Sayed", "Fatima Al-Sayed"),
        ("Wirecard told us", "Wirecard"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str, vocabulary: Vocabulary) -> None:
    assert name in found(text, vocabulary)


@pytest.mark.parametrize(
    "text",
    [
        "Will providers need it? May Member States? Mark the box. Grant access.",
        "Annex III of the Market Abuse Regulation, and the AI Office",
        "from 2 May 2026, in June or on 3 April",
        "The Head of Compliance and the Chief Risk Officer",
        "In Germany, Spain and New York",
        "Can I use ChatGPT, Python or Excel under MiFID II?",
        "will frank words mark a rose in april?",
    ],
)
def test_words_of_the_law_and_of_english_are_none(text: str, vocabulary: Vocabulary) -> None:
    assert found(text, vocabulary) == []


def test_a_surname_that_is_a_word_and_stands_alone_is_not_known(vocabulary: Vocabulary) -> None:
    """The limit that is said of it: a firm lists such names, or writes the given name or a title."""
    assert found("Price sold on Monday.", vocabulary) == []
