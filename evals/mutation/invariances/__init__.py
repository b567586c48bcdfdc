"""What a careful writer may change in a faithful statement: none of it may be blocked."""

from __future__ import annotations

from dataclasses import dataclass

from evals.mutation.editing import in_text, in_text_or_quote
from evals.mutation.invariances.notation import amounts, dates, number_as_word, per_cent, references
from evals.mutation.invariances.order_of_items import order_of_items
from evals.mutation.invariances.synonyms import synonyms
from evals.mutation.invariances.typography import TYPOGRAPHIES
from evals.mutation.invariances.voice import passive
from evals.mutation.statement_under_test import Alter


@dataclass(frozen=True, slots=True)
class Invariance:
    """A way to write a statement otherwise that leaves it as true as it was."""

    name: str
    vary: Alter


INVARIANCES: tuple[Invariance, ...] = (
    *(Invariance(way.__name__.replace("_", " "), in_text_or_quote(way)) for way in TYPOGRAPHIES),
    Invariance("amount", in_text(amounts)),
    Invariance("number as word", in_text(number_as_word)),
    Invariance("per cent", in_text(per_cent)),
    Invariance("date", in_text(dates)),
    Invariance("Art. for Article", in_text(references)),
    Invariance("order of items", in_text(order_of_items)),
    Invariance("synonym", in_text(synonyms)),
    Invariance("passive", in_text(passive)),
)

__all__ = ["INVARIANCES", "Invariance"]
