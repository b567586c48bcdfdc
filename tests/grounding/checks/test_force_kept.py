import pytest

from tests.grounding.builders import (
    INSPECTION,
    LOG,
    SALE,
    evidence,
    finding,
    gates_on_change,
    provision,
    verified,
)


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        (LOG, "shall", "may"),
        (LOG, "shall", "should"),
        (INSPECTION, "may", "shall"),
        (SALE, "No importer shall", "Importers may"),
    ],
)
def test_a_changed_force_keeps_a_near_statement_back(sentence: str, old: str, new: str) -> None:
    assert gates_on_change("force kept", sentence, old, new)


@pytest.mark.parametrize(("new", "blocked"), [("may", True), ("need", True), ("must", False)])
def test_a_word_of_force_in_the_place_of_another_is_seen_before_its_clause(new: str, blocked: bool) -> None:
    text = "The Commission shall have the power to light every lamp of the street."
    told = verified(text.replace("shall", new), text, held=evidence(provision(text=text)))

    assert finding("force kept", told).blocks is blocked


def test_a_permission_told_plainly_is_missed_and_a_duty_may_be() -> None:
    assert gates_on_change("force kept", INSPECTION, "may inspect", "inspects")
    assert not gates_on_change("force kept", LOG, "shall keep", "keep")


def test_worded_freely_it_is_a_mark() -> None:
    found = finding("force kept", verified("Deployers are free to log the lamps.", LOG))

    assert (found.outcome, found.gates) == ("fail", False)
    assert found.said == "It states a permission; its source states a duty."


@pytest.mark.parametrize(
    "text", ["Deployers are obliged to log the lamps.", "Lamps that can burn have to be logged."]
)
def test_another_word_of_the_same_force_passes(text: str) -> None:
    assert finding("force kept", verified(text, LOG)).outcome == "pass"
