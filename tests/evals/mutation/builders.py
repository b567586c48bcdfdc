"""Statements as the tests of the suite need them."""

from datetime import date

from copilot.grounding import Draft, DraftCitation
from copilot.law import Period, Provision, ProvisionId
from evals.mutation.statement_under_test import Alter, Altered, Kind, StatementUnderTest

DAY = date(2026, 11, 20)


def said(
    text: str,
    quote: str | None = None,
    *,
    source: str = "lantern-act/art-2/1",
    kind: Kind = "sentence",
    **beside: str,
) -> StatementUnderTest:
    """A statement with one citation; without a quote it is its own. ``beside``: texts by id, / written __."""
    quote = text if quote is None else quote
    units = {
        source: quote,
        **{name.replace("__", "/").replace("_", "-"): words for name, words in beside.items()},
    }
    provisions = tuple(unit(name, words) for name, words in units.items() if not name.startswith("tool:"))
    return StatementUnderTest("s", kind, Draft(text, (DraftCitation(source, quote),)), DAY, provisions)


def unit(name: str, text: str) -> Provision:
    """One provision in force on the day."""
    return Provision(ProvisionId.parse(name), (), "", text, Period(date(2020, 1, 1)), "digest", "test")


def made(alter: Alter, statement: StatementUnderTest) -> list[Altered]:
    """Every copy."""
    return list(alter(statement))


def texts(alter: Alter, text: str) -> set[str]:
    """What the text of a statement that quotes itself becomes where only the text is changed."""
    return {copy.draft.text for copy in alter(said(text)) if copy.where == "text"}
