"""Facts that carry their question and the reason it matters; each can be told or left unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from copilot.errors import ContradictoryFacts, ToolInputError
from copilot.rules.telling import UNLESS_UNKNOWN, told_of

FactValue: TypeAlias = bool | int | Decimal | str | None

_MOST = 10**8


Number = Annotated[Decimal | None, UNLESS_UNKNOWN]
"""A number of people or a share, possibly an average, so not always whole."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for a fact and why it matters. ``within`` names a fact without which it cannot be yes."""

    question: str
    matters: str
    within: str | None = None


def asked(question: str, matters: str, within: str | None = None) -> Any:  # noqa: ANN401  # a field of any type
    """A fact that nobody has told yet."""
    return field(default=None, metadata=told_of(Asked(question, matters, within), f"{question} {matters}"))


def questions_of(described: object) -> Mapping[str, Asked]:
    """Each fact of an entity or a product with its question, in the order of the form."""
    entries = fields(described)  # type: ignore[arg-type]  # a dataclass or an instance of one
    return {entry.name: entry.metadata[Asked] for entry in entries if Asked in entry.metadata}


def require_number(name: str, number: Decimal | None, most: int = _MOST) -> None:
    """``ToolInputError`` for a number that cannot be: negative, not finite, or beyond all sense."""
    if number is not None and not (number.is_finite() and 0 <= number <= most):
        raise ToolInputError(
            f"{name} cannot be {number}",
            remedy=f"Give a number from 0 to {most}, or leave it unknown.",
        )


def require_consistent(described: object) -> None:
    """``ContradictoryFacts`` where a fact is yes that needs another which was answered no."""
    for name, about in questions_of(described).items():
        if about.within and getattr(described, name) is True and getattr(described, about.within) is False:
            raise contradiction(described, name, about.within)


def contradiction(described: object, *names: str) -> ContradictoryFacts:
    """The error that names facts which cannot all be."""
    said = " and ".join(f"{name} is {_shown(getattr(described, name))}" for name in names)
    questions = questions_of(described)
    return ContradictoryFacts(
        f"{said}: both cannot be",
        remedy="Correct one of them: "
        + " / ".join(f"{name}: {questions[name].question}" for name in names),
        facts=names,
    )


def _shown(value: FactValue) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
