from dataclasses import replace
from datetime import date

from api.pages.classification.proposed import Passage, proposed_facts
from api.pages.classification.sheet import Fault, Sheet
from copilot.agent.intake import Proposal

LONG = "Before it there is much to say of lamps and of those who light them at dusk in the old town. " * 2
TEXT = f"{LONG}It scores people. {LONG}"
START = len(LONG) + 3


PROFILES = Proposal(
    "task.profiling",
    True,
    "scores people",
    START,
    START + len("scores people"),
    confidence="low",
    lessens=False,
)


def test_the_words_stand_within_what_is_close_by_cut_at_words() -> None:
    (fact,) = proposed_facts([PROFILES], Sheet(date(2026, 11, 20), TEXT), [])

    before, words, after = fact.passage
    assert words == "scores people"
    assert before.startswith("… ")
    assert before.endswith("in the old town. It ")
    assert after.startswith(". Before it there is")
    assert after.endswith(" …")


def test_a_short_description_is_shown_whole() -> None:
    sheet = Sheet(date(2026, 11, 20), "It scores people.")

    (fact,) = proposed_facts([replace(PROFILES, start=3, end=16)], sheet, [])

    assert fact.passage == Passage("It ", "scores people", ".")


def test_it_says_how_sure_it_is_and_where_a_fault_is() -> None:
    fault = Fault("fact-task-profiling", "it cannot be")

    (fact,) = proposed_facts([PROFILES], Sheet(date(2026, 11, 20), TEXT), [fault])

    assert (fact.sureness, fact.fault) == ("a guess from the words", fault)
