"""Words of another article as the quote: said to stand in the source cited, or cited from where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copilot.grounding import DraftCitation
from evals.mutation.editing import described
from evals.mutation.neighbours import elsewhere
from evals.mutation.statement_under_test import Altered, StatementUnderTest


def quote_of_another(statement: StatementUnderTest) -> Iterator[Altered]:
    """For a statement with one citation, each other unit at hand; the statement itself stays as it is."""
    if len(statement.draft.citations) != 1:
        return
    (cited,) = statement.draft.citations
    for other in elsewhere(statement, cited):
        told = described(cited.quote, other.text)
        wrong_quote = replace(cited, quote=other.text)
        yield Altered("quote", replace(statement.draft, citations=(wrong_quote,)), told)
        wrong_source = DraftCitation(str(other.id), other.text)
        yield Altered("source and quote", replace(statement.draft, citations=(wrong_source,)), told)
