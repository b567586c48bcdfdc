"""What was gathered beside a cited unit: its siblings, and units of other articles."""

from __future__ import annotations

from collections.abc import Iterable

from copilot.grounding import DraftCitation
from copilot.law import Provision
from evals.mutation.editing import seed
from evals.mutation.statement_under_test import StatementUnderTest

_LEAST_WORDS = 6


def siblings(statement: StatementUnderTest, cited: DraftCitation) -> list[Provision]:
    """Other units of the article cited, in which the quote does not stand."""
    return _drawn(statement, cited, (one for one in statement.provisions if _top(one) == _top_of(cited)))


def elsewhere(statement: StatementUnderTest, cited: DraftCitation) -> list[Provision]:
    """Units of other articles, in which the quote does not stand."""
    return _drawn(statement, cited, (one for one in statement.provisions if _top(one) != _top_of(cited)))


def _drawn(
    statement: StatementUnderTest, cited: DraftCitation, units: Iterable[Provision]
) -> list[Provision]:
    held = [
        unit
        for unit in units
        if str(unit.id) != cited.source
        and _plain(cited.quote) not in _plain(unit.text)
        and len(unit.text.split()) >= _LEAST_WORDS
    ]
    return sorted(held, key=lambda unit: seed(statement.id, unit.id))


def _top(unit: Provision) -> tuple[str, str]:
    return unit.id.instrument, next(iter(unit.id.segments), "")


def _top_of(cited: DraftCitation) -> tuple[str, str]:
    parts = cited.source.split("/")
    width = 2 if parts[0] == "policy" else 1
    return "/".join(parts[:width]), next(iter(parts[width:]), "")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
