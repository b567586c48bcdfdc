"""A threshold or a quantifier turned round: at least becomes at most, higher becomes lower, all become some."""

from __future__ import annotations

from evals.mutation.editing import in_text_and_quote, swaps

_bounds = swaps(
    [
        ("at least", "at most"),
        ("At least", "At most"),
        ("at most", "at least"),
        ("as a minimum", "as a maximum"),
        ("at a minimum", "at a maximum"),
        ("no more than", "no less than"),
        ("not more than", "not less than"),
        ("no fewer than", "no more than"),
        ("no less than", "no more than"),
        ("(?<!no )(?<!not )more than", "less than"),
        ("(?<!no )(?<!not )less than", "more than"),
        ("(?<!no )fewer than", "more than"),
        ("no shorter than", "no longer than"),
        ("no longer than", "no shorter than"),
        ("up to", "at least"),
        ("exceeds", "falls below"),
        ("shall not exceed", "shall not fall below"),
        ("may not exceed", "may not fall below"),
        ("(?<!The )above(?= (?:EUR|€|\\d))", "below"),
        ("[Aa]bove(?= (?:EUR|€|\\d))", "Below"),
        ("below(?= (?:EUR|€|\\d))", "above"),
        ("under(?= (?:18|\\d))", "over"),
        ("higher(?= (?:of|tier|or)|\\.|,|$)", "lower"),
        ("lower(?= (?:of|tier|or)|\\.|,|$)", "higher"),
        ("not later than", "not earlier than"),
        ("no later than", "no earlier than"),
        ("at the latest", "at the earliest"),
        ("(?<!at )(?<!not )(?<!for )(?<!of )(?<!above )all(?= [a-z])(?! the same| it | at )", "some"),
        ("All(?= [a-z])", "Some"),
        ("every", "some"),
        ("Every", "Some"),
        ("each(?! other| year)", "some"),
        ("Each(?! other| year)", "Some"),
        ("(?<!in )any(?= [a-z]+ ?(?:system|person|order|circumstance|distributor|financial))", "some"),
        ("any one of", "all of"),
        ("only", "also"),
        ("solely", "partly"),
        ("exclusively", "partly"),
        ("minimum", "maximum"),
        ("a maximum of", "a minimum of"),
    ]
)

turn_bound = in_text_and_quote(_bounds)
