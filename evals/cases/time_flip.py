"""One question on two days on which the law answers it differently."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from copilot.grounding import RefusalKind
from copilot.law import ProvisionId
from evals.cases.case import Case, FigureText, Part, Pinpoint, checked_pinpoints, names_a_pinpoint
from evals.cases.words import Words


class Side(Part):
    """What is right on one of the two days.

    The answer says every thing in ``must`` and none in ``must_not``. Where nothing was law yet, or nothing is any
    more, there are no pinpoints: then a refusal of one of the kinds in ``refuses`` is right.
    """

    as_of: date
    pinpoints: tuple[Pinpoint, ...] = ()
    must: Words = ()
    must_not: Words = ()
    figures: tuple[FigureText, ...] = ()
    refuses: tuple[RefusalKind, ...] = ()

    @model_validator(mode="after")
    def _is_answered_or_refused(self) -> Self:
        if not self.pinpoints:
            if not self.refuses or self.must or self.figures:
                raise ValueError("without pinpoints there is no answer, only a refusal: give refuses alone")
            return self
        checked_pinpoints(self.pinpoints)
        if not self.must and not self.figures:
            raise ValueError("neither must nor figures says what is right on this day")
        return self


class TimeFlip(Case):
    """A question whose right answer changed between two days."""

    cluster: ProvisionId
    first: Side
    second: Side
    critical: bool = False
    note: Annotated[str, Field(min_length=1)]
    """What changed in the law, in a few words."""

    @model_validator(mode="after")
    def _has_two_days(self) -> Self:
        if self.first.as_of >= self.second.as_of:
            raise ValueError("the first day is not before the second")
        if names_a_pinpoint(self.question):
            raise ValueError("the question names a pinpoint")
        return self
