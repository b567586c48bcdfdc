"""A condition left out: "if", "where", "provided that" and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote
from evals.mutation.operators.clauses import inserted, leading, phrases, trailing

_TRAILING = (
    r"if|provided that|only if|only where|on condition that|to the extent that|so far as|in so far as|insofar as|"
    r"as long as|when(?! \w+ing)|where it is|where they|where this|where the|where there"
)
_PHRASES = (
    "where appropriate|where relevant|where feasible|where possible|where necessary|if necessary|on request|"
    "upon request|where this is feasible"
)
"""Without "where applicable": what is not applicable does not apply, said or not."""
_INSERTED = "to the extent that|so far as|only if|if|provided that"
_LEADING = (
    r"If|Where|When|Once|Provided|To the extent that|So far as|As long as|As soon as|In the event of|In the case of|"
    r"On request|Upon request|On a reasoned request|Upon a [a-z ]+'s reasoned request"
)
_RELATIVE = re.compile(r"\b(?:States?|section|place|area|venue|market|cases|circumstances|situations)$")
"""After these, "where" tells which one is meant and states no condition."""


def condition_edits(text: str) -> Iterator[Edit]:
    """Each condition cut out of its sentence."""
    for edit in (*trailing(text, _TRAILING), *inserted(text, _INSERTED), *phrases(text, _PHRASES)):
        if not (_RELATIVE.search(text[: edit.start]) and "where" in edit.old(text)):
            yield edit
    yield from leading(text, _LEADING)


drop_condition = in_text_and_quote(condition_edits)
