"""Conditions over what is told, as the register writes them: facts joined by ``all``, ``any`` and ``not``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Literal, Protocol, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from copilot.rules.ai_act.answers import Answer, every, opposite, some

Figure: TypeAlias = Literal["launch.total_assets_usd", "general_purpose.training_flop"]
"""What can be held against a threshold."""


class AllOf(BaseModel):
    """Conditions that must all hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    all: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(BaseModel):
    """Conditions of which one must hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    any: tuple[Condition, ...] = Field(min_length=1)


class NotOf(BaseModel):
    """The opposite of a condition."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    part: Condition = Field(alias="not")


class Above(BaseModel):
    """A figure that must lie above a threshold, not at it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    above: Decimal
    figure: Figure


def _form_of(written: object) -> str | None:
    """Which form a condition is written in, so that a fault is told of that form alone."""
    if not isinstance(written, Mapping):
        return "key"
    return next((form for form in ("all", "any", "not", "above") if form in written), None)


Condition: TypeAlias = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NotOf, Tag("not")]
    | Annotated[Above, Tag("above")]
    | Annotated[str, Tag("key")],
    Discriminator(_form_of),
]
"""A string is the key of a fact, or of what the AI Act's own rules say of the system."""

for _model in (AllOf, AnyOf, NotOf):
    _model.model_rebuild()


class Answers(Protocol):
    """What is known."""

    def answer(self, key: str) -> Answer:
        """Yes, no, or nobody said."""

    def above(self, figure: Figure, threshold: Decimal) -> Answer:
        """Whether a figure lies above a threshold; open where nobody told it."""


def value(condition: Condition, known: Answers) -> Answer:
    """Whether a condition holds, as far as what is known goes."""
    match condition:
        case AllOf():
            return every(value(part, known) for part in condition.all)
        case AnyOf():
            return some(value(part, known) for part in condition.any)
        case NotOf():
            return opposite(value(condition.part, known))
        case Above():
            return known.above(condition.figure, condition.above)
        case _:
            return known.answer(condition)


def pending(condition: Condition, known: Answers) -> Iterator[str]:
    """What nobody told of an open condition: only of the parts that are open."""
    if value(condition, known) is not None:
        return
    yield from _leaf(condition)
    for part in _parts(condition):
        yield from pending(part, known)


def deciding(condition: Condition, known: Answers) -> Iterator[str]:
    """What was told that decides a condition: the first part that settles it, else all of them."""
    settled = value(condition, known)
    if settled is None:
        return
    parts = _parts(condition)
    if isinstance(condition, AnyOf if settled else AllOf):
        parts = (next(part for part in parts if value(part, known) is settled),)
    yield from _leaf(condition)
    for part in parts:
        yield from deciding(part, known)


def keys(condition: Condition) -> Iterator[str]:
    """Every key a condition names; figures are no keys."""
    if isinstance(condition, str):
        yield condition
    for part in _parts(condition):
        yield from keys(part)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case AllOf():
            return condition.all
        case AnyOf():
            return condition.any
        case NotOf():
            return (condition.part,)
        case _:
            return ()


def _leaf(condition: Condition) -> Iterator[str]:
    """What a condition without parts asks about."""
    match condition:
        case Above():
            yield condition.figure
        case str():
            yield condition
