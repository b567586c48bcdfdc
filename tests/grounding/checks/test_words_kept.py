import pytest

from tests.grounding.builders import LOG, evidence, gates_on_change, outcome, provision

LIST = "Keepers shall wash lamps, poles and wires of the street before dusk and tell the board what they found."
HELD = evidence(provision(text=LIST))


@pytest.mark.parametrize(("old", "new"), [("lamp", "wallet"), ("Union law", "the mayor")])
def test_a_word_put_in_the_place_of_another_keeps_a_near_statement_back(old: str, new: str) -> None:
    assert gates_on_change("words kept", LOG, old, new)


@pytest.mark.parametrize(
    ("old", "new", "ended"),
    [
        ("poles and wires", "wires and poles", "pass"),
        ("poles and wires", "poles and horses", "fail"),
        ("tell the board", "notify the board", "pass"),
        ("lamps, poles and wires of the street", "streets, poles and wires of the lamp", "fail"),
    ],
)
def test_items_change_places_and_synonyms_stand_for_each_other(old: str, new: str, ended: str) -> None:
    assert outcome("words kept", LIST.replace(old, new), LIST, held=HELD) == ended


def test_where_many_words_differ_each_means_little() -> None:
    assert outcome("words kept", "Lantern users log their lamps.", LOG) == "not_applicable"
