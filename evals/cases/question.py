"""A question of the golden set, with everything by which an answer to it can be judged without a model."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, JsonValue, model_validator

from copilot.grounding import sentences_in
from copilot.law import ProvisionId
from evals.cases.case import Case, FigureText, Part, Pinpoints, Said, checked_pinpoints, names_a_pinpoint
from evals.cases.words import Words, says_all

Group = Literal["ai-act", "sfdr", "nist", "market-abuse", "policies"]
Tag = Literal[
    "cross-reference",
    "figures",
    "dates",
    "exceptions",
    "definitions",
    "policy-against-law",
    "roles",
    "pinpoint-lookup",
]
"""``dates`` are days, the law of a day, and from when it applies to whom."""


class Nugget(Part):
    """One thing a good answer says: a vital one has to be there, another is welcome."""

    vital: bool
    about: Said
    words: Annotated[Words, Field(min_length=1)]

    def met_by(self, answer: str) -> bool:
        """Whether one sentence of the answer says it."""
        return any(says_all(sentence.text, self.words) for sentence in sentences_in(answer))


class Golden(Case):
    """A question as of one day, and what a right answer to it leans on, says and does not say.

    ``both`` are two provisions that only together answer it. ``forbidden_figures`` are those of an answer that is
    wrong or out of date. ``tools`` are the ones that have to decide, ``called_with`` what they are told, so that
    their figures can be checked. ``wording_from`` is the day from which the wording leaned on is in force.
    """

    group: Group
    as_of: date
    tags: tuple[Tag, ...] = ()
    cluster: ProvisionId
    critical: bool
    pinpoints: Annotated[Pinpoints, AfterValidator(checked_pinpoints)]
    both: tuple[ProvisionId, ProvisionId] | None = None
    nuggets: Annotated[tuple[Nugget, ...], Field(min_length=1)]
    figures: tuple[FigureText, ...] = ()
    forbidden_figures: tuple[FigureText, ...] = ()
    tools: tuple[Said, ...] = ()
    called_with: Mapping[str, Mapping[str, JsonValue]] = {}
    wording_from: date

    @model_validator(mode="after")
    def _agrees_with_its_tags(self) -> Self:
        if len(set(self.tags)) < len(self.tags):
            raise ValueError("a tag is given twice")
        if "cross-reference" in self.tags and self.both is None:
            raise ValueError(
                "tagged cross-reference, but does not say which two provisions it needs (both)"
            )
        if "figures" in self.tags and not self.figures:
            raise ValueError("tagged figures, but asks for none")
        if names_a_pinpoint(self.question) and "pinpoint-lookup" not in self.tags:
            raise ValueError("the question names a pinpoint, but is not tagged pinpoint-lookup")
        return self

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if not any(nugget.vital for nugget in self.nuggets):
            raise ValueError("no nugget is vital")
        if self.both is not None and not set(self.both) <= {pinpoint.id for pinpoint in self.pinpoints}:
            raise ValueError("both names a provision that is not among the pinpoints")
        if not set(self.called_with) <= set(self.tools):
            raise ValueError("called_with names a tool that is not among the tools")
        return self
