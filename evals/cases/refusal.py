"""Questions that have to be refused, each with a twin in nearly the same words that has to be answered."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from copilot.grounding import RefusalKind
from copilot.law import ProvisionId
from evals.cases.case import Case, CaseId, FigureText, Pinpoints, checked_pinpoints
from evals.cases.words import Words

Category = Literal[
    "out-of-corpus",
    "near-miss",
    "false-presupposition",
    "underspecified",
    "wrong-jurisdiction-or-date",
    "legal-advice",
    "nonsense",
    "other-modality",
    "not-permitted",
]
"""``near-miss``: the words of the law, but no such rule in it."""


class Refusal(Case):
    """A question to which no answer is right, and the kinds of refusal that are.

    ``nearest`` are provisions that a good refusal may offer; ``matched`` is the twin that can be answered.
    ``audiences`` are those of the person who asks.
    """

    as_of: date
    category: Category
    audiences: tuple[str, ...] = ()
    expects: Annotated[tuple[RefusalKind, ...], Field(min_length=1)]
    nearest: tuple[ProvisionId, ...] = ()
    matched: CaseId

    @model_validator(mode="after")
    def _keeps_what_is_closed(self) -> Self:
        if (self.category == "not-permitted") != ("not_permitted" in self.expects):
            raise ValueError("not_permitted is expected in the category not-permitted, and only there")
        if self.category == "not-permitted" and self.nearest:
            raise ValueError("a refusal that withholds a text does not name it: leave nearest empty")
        return self


class Answerable(Case):
    """The twin of a refusal: refusing it is one refusal too many."""

    as_of: date
    audiences: tuple[str, ...] = ()
    pinpoints: Annotated[Pinpoints, AfterValidator(checked_pinpoints)]
    must: Words = ()
    figures: tuple[FigureText, ...] = ()

    @model_validator(mode="after")
    def _says_what_is_right(self) -> Self:
        if not self.must and not self.figures:
            raise ValueError("neither must nor figures says what is right")
        return self
