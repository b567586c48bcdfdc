"""What every case has, and the parts that the kinds of cases share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from copilot.grounding.figures import figures_in
from copilot.law import ProvisionId

Grade = Literal[1, 2, 3]
"""3: the answer itself; 2: needed beside it; 1: helps."""

CaseId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Said: TypeAlias = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
_PINPOINT = re.compile(
    r"\b(?:art(?:icle|icles)?\b\.?|arts\.?|annex|recital|section|§|para(?:graph)?|point) ?\(?\d"
    r"|\bannex [ivx]+\b|§|\b(?:govern|map|measure|manage) \d+\.\d|\bpai \d|\b[a-z]{2}-\d\.\d",
    re.IGNORECASE,
)


def _with_a_figure(text: str) -> str:
    if not figures_in(text):
        raise ValueError(f"{text!r} has no number, sum, period or date in it")
    return text


FigureText: TypeAlias = Annotated[str, AfterValidator(_with_a_figure)]


class Part(BaseModel):
    """A part of a case: nothing in it changes, and nothing unknown is taken."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Pinpoint(Part):
    """A provision to the point, and how much of the answer it is."""

    id: ProvisionId
    grade: Grade


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """The file and the line on which a case stands."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Case(Part):
    """A question with what is right to answer, as one line of a file."""

    id: CaseId
    question: Said
    author: Said
    _place: Place = PrivateAttr(default=Place("", 0))

    @property
    def place(self) -> Place:
        """Where it was read, so that a fault found later can name the line."""
        return self._place

    def read_at(self, place: Place) -> None:
        """Remember where it was read."""
        self._place = place


Pinpoints: TypeAlias = Annotated[tuple[Pinpoint, ...], Field(min_length=1)]


def needed(pinpoints: tuple[Pinpoint, ...]) -> tuple[ProvisionId, ...]:
    """The provisions an answer rests on, without those that only help."""
    return tuple(pinpoint.id for pinpoint in pinpoints if pinpoint.grade > 1)


def names_a_pinpoint(question: str) -> bool:
    """Whether a question gives away a number of an article, an annex, a section or an outcome."""
    return bool(_PINPOINT.search(question))


def checked_pinpoints(pinpoints: tuple[Pinpoint, ...]) -> tuple[Pinpoint, ...]:
    """Pinpoints of which one at least is the answer, and none is given twice."""
    if not any(pinpoint.grade == 3 for pinpoint in pinpoints):
        raise ValueError("no pinpoint has grade 3, so none is the answer itself")
    if len({pinpoint.id for pinpoint in pinpoints}) < len(pinpoints):
        raise ValueError("a pinpoint is given twice")
    return pinpoints
