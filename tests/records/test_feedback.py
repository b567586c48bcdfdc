"""What readers thought of answers, kept on both kinds of database."""

from __future__ import annotations

from copilot.records.feedback import Feedback, Opinion
from copilot.records.ledger import Ledger
from tests.records.conftest import NOON


def in_short(opinions: tuple[Opinion, ...]) -> list[tuple[int, str, bool, str]]:
    return [(one.answer, one.by, one.helpful, one.words) for one in opinions]


def test_opinions_are_read_with_the_latest_first(ledger: Ledger) -> None:
    feedback = Feedback(ledger)
    feedback.give(2, "Ms. Flint", helpful=True, words="")
    second = feedback.give(4, "Ms. Flint", helpful=False, words="It is 3 days now.")
    feedback.give(2, "Mr. Wick", helpful=False, words="Which lantern?")

    latest = feedback.latest(most=2)

    assert in_short(latest) == [
        (2, "Mr. Wick", False, "Which lantern?"),
        (4, "Ms. Flint", False, "It is 3 days now."),
    ]
    assert in_short(feedback.latest(most=2, before=second.number)) == [(2, "Ms. Flint", True, "")]
    assert second.at > NOON
    assert latest[1] == second


def test_a_second_opinion_of_one_person_takes_the_place_of_the_first(ledger: Ledger) -> None:
    feedback = Feedback(ledger)
    feedback.give(2, "Ms. Flint", helpful=True, words="Good.")
    feedback.give(2, "Ms. Flint", helpful=False, words="No, it is wrong.")

    assert in_short(feedback.latest(most=10)) == [(2, "Ms. Flint", False, "No, it is wrong.")]
