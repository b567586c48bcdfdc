from datetime import date

from copilot.law import load_corpus
from copilot.rules.table.sfdr import section

_LAW = load_corpus(policies=None).as_of(date(2026, 11, 20))


def _lines(heading: str) -> tuple[str, ...]:
    parts = section(_LAW).parts
    return next(entry.lines for part in parts for entry in part.entries if entry.heading.endswith(heading))


def test_a_condition_names_the_facts_it_reads() -> None:
    assert "- Asks: `credit_institution`, `portfolio_management`" in _lines(
        "Is it a credit institution that manages portfolios?"
    )


def test_what_is_only_proposed_is_kept_apart() -> None:
    assert _lines("Proposals")[0].startswith("proposed, not law: COM(2025) 841")


def test_a_duty_says_from_when_it_binds() -> None:
    assert "- Binds from 2028-01-10: everyone (Art. 18a(1) SFDR)" in _lines(": access-point")
    assert "- Binds from 2023-01-01: everyone (Art. 68, second paragraph SFDR RTS)" in _lines(
        ": adverse-impacts-yearly-statement"
    )


def test_a_duty_added_later_binds_no_earlier_than_it_was_worded() -> None:
    assert "- Binds from 2026-07-02: everyone (Art. 20(2) SFDR)" in _lines(": marketing-ratings")
