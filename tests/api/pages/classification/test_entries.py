import pytest

from api.pages.classification.entries import (
    ENTRIES,
    LAWS,
    in_words,
    law_in_words,
    name_of,
    questions_in,
    with_names,
    written,
)
from copilot.rules.ai_act import FACTS


def test_every_fact_the_rules_ask_for_has_an_entry_to_tell_it() -> None:
    assert {fact.told for fact in FACTS} <= ENTRIES.keys()
    assert "market.placed_on" in ENTRIES


def test_an_entry_is_asked_in_the_words_of_the_rules() -> None:
    asked = ENTRIES["essential_services.creditworthiness"]

    assert asked.question.startswith("Is it meant to evaluate the creditworthiness of natural persons")
    assert (asked.kind, asked.field) == ("answer", "fact-essential-services-creditworthiness")
    assert asked.name == "essential services: creditworthiness"


def test_no_two_entries_share_a_field() -> None:
    assert len({asked.field for asked in ENTRIES.values()}) == len(ENTRIES)


def test_the_question_on_laws_says_nothing_of_lists() -> None:
    assert ENTRIES["product.laws"].question == "Which of the laws of Annex I cover the product?"


def test_entries_within_a_sentence_are_named_for_people() -> None:
    said = "biometrics.involved is no and emotions.from_biometrics is yes: both cannot be"

    assert with_names(said) == (
        "“biometrics: involved” is no and “emotions: from biometrics” is yes: both cannot be"
    )


def test_what_a_step_misses_is_asked_in_full() -> None:
    assert questions_in("open: scope.open_source, roles.uses") == (
        "Is the system released under a free and open-source licence?",
        "Do you use it under your authority?",
    )
    assert questions_in("open: depends on what the system turns out to be") == ()
    assert questions_in("yes") == ()


@pytest.mark.parametrize(
    ("law", "words"),
    [
        ("medical-devices-2017-745", "Medical devices (2017/745)"),
        ("aviation-security-300-2008", "Aviation security (300/2008)"),
    ],
)
def test_a_law_is_named_with_its_number(law: str, words: str) -> None:
    assert LAWS[law] == law_in_words(law) == words


def test_answers_are_written_and_read_back() -> None:
    assert (written(True), written(False), written(())) == ("yes", "no", "none")
    laws = written(("toys-2009-48", "lifts-2014-33"))
    assert in_words("product.laws", laws) == "Toys (2009/48), Lifts (2014/33)"
    assert in_words("roles.uses", "yes") == "yes"
    assert name_of("roles.uses") == "roles: uses"
