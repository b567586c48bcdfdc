"""Before and after change places."""

from __future__ import annotations

from evals.mutation.editing import in_text_and_quote, swaps

_order = swaps(
    [
        ("before", "after"),
        ("Before", "After"),
        ("after", "before"),
        ("After", "Before"),
        ("prior to", "after"),
        ("Prior to", "After"),
        ("beforehand", "afterwards"),
        ("ahead of", "after"),
        ("until", "after"),
        ("Until", "After"),
        ("preceding", "following"),
        ("previous", "subsequent"),
        ("previously", "later"),
        ("the following year", "the preceding year"),
        ("the next year", "the previous year"),
        ("following(?= (?:year|month|day|period))", "preceding"),
        ("subsequent(?= (?:period|year))", "preceding"),
        ("on joining", "on leaving"),
        ("of joining", "of leaving"),
        (r"Once(?= [a-z])", "Before"),
        (r"once(?= (?:it|the|they|a causal|an?y?one|information|transactions)\b)", "before"),
    ]
)

before_and_after = in_text_and_quote(_order)
