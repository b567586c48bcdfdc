"""A quote that stops before its exception, or leaps over it, with a statement that leaves it out as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copilot.grounding import DraftCitation
from evals.mutation.editing import Edit, described
from evals.mutation.operators.clauses import inserted, trailing
from evals.mutation.operators.exception import MARKERS, exception_edits
from evals.mutation.statement_under_test import Altered, StatementUnderTest

_ELLIPSIS = " …"


def truncate_quote(statement: StatementUnderTest) -> Iterator[Altered]:
    """Every exception that both the statement and a quote can lose; the words still quoted stand in the source."""
    draft = statement.draft
    for said in exception_edits(draft.text):
        for number, cited in enumerate(draft.citations):
            for edit, shorter in _shortened(cited):
                citations = (*draft.citations[:number], shorter, *draft.citations[number + 1 :])
                lie = replace(draft, text=_ended(said.on(draft.text)), citations=citations)
                yield Altered("text and quote", lie, described(edit.old(cited.quote), edit.new))


def _shortened(cited: DraftCitation) -> Iterator[tuple[Edit, DraftCitation]]:
    for edit in trailing(cited.quote, MARKERS):
        yield edit, replace(cited, quote=cited.quote[: edit.start])
    for cut in inserted(cited.quote, MARKERS):
        edit = replace(cut, new=_ELLIPSIS)
        yield edit, replace(cited, quote=edit.on(cited.quote))


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text.rstrip(',; ')}."
