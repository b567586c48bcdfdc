"""Words from a fixed list that say the same in law."""

from __future__ import annotations

from evals.mutation.editing import swaps

synonyms = swaps(
    [
        (r"shall(?! not)", "must"),
        ("shall not", "must not"),
        ("prior to", "before"),
        ("immediately", "at once"),
        ("in accordance with", "in line with"),
        ("as regards", "concerning"),
        ("pursuant to", "under"),
        ("where applicable", "if applicable"),
        ("begins", "starts"),
        ("retained", "kept"),
        (r"not later than", "no later than"),
        ("in order to", "to"),
        ("demonstrate", "show"),
        ("ascertain", "find out"),
        ("carry out", "conduct"),
        ("obtain", "get"),
        ("in particular", "particularly"),
        ("every year", "each year"),
        (r"at least(?= (?:\d|two|three|four|five|six|seven|ten|EUR|€))", "no less than"),
    ]
)
