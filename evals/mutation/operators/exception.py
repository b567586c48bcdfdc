"""An exception left out: "unless", "except", "other than" and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote
from evals.mutation.operators.clauses import inserted, leading, trailing

MARKERS = (
    r"unless|except(?:ing|ed)?(?: where| that| for| when| if)?|save(?: where| that| for)?|other than|"
    r"with the exception of|apart from|but not|but none|though not|this does not"
)


def exception_edits(text: str) -> Iterator[Edit]:
    """Each exception cut out of its sentence. "Without prejudice to" is none: it limits nothing by itself."""
    yield from trailing(text, MARKERS)
    yield from inserted(text, MARKERS)
    yield from leading(text, "Unless|Except where|Except for|Except")


drop_exception = in_text_and_quote(exception_edits)
