"""A clause appended that no source says."""

from __future__ import annotations

from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text

_CLAUSES = (
    ", and the result has to be published on a public website",
    ", after an external auditor has approved it",
    ", and the board of directors must sign it off",
    ", with a copy sent to every shareholder",
    ", which also covers systems bought before the law was proposed",
    ", and has to be repeated every 18 months",
    ", including for subsidiaries outside the European Union",
    ", on pain of losing the licence to trade",
)


def appended(text: str) -> Iterator[Edit]:
    """Each clause, before the full stop."""
    end = len(text.rstrip().rstrip(".;"))
    for clause in _CLAUSES:
        yield Edit(end, end, clause)


append_clause = in_text(appended)
