"""Facts that carry their question and the reason it matters; each can be told or left unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator

from copilot.errors import ContradictoryFacts, ToolInputError

FactValue: TypeAlias = bool | int | Decimal | str | None

_WRITTEN = {"yes": True, "true": True, "no": False, "false": False, "unknown": None, "": None}
_MOST = 10**8


def _answer(written: object) -> object:
    key = written.strip().lower() if isinstance(written, str) else written
    if key is None or isinstance(key, bool):
        return key
    if isinstance(key, str) and key in _WRITTEN:
        return _WRITTEN[key]
    raise ValueError("write yes, no or unknown")


def _unless_unknown(written: object) -> object:
    return None if written in ("", "unknown") else written


Said = Annotated[bool | None, BeforeValidator(_answer)]
"""A fact told as yes or no; ``None`` for what nobody told."""

Number = Annotated[Decimal | None, BeforeValidator(_unless_unknown)]
"""A number of people or a share, possibly an average, so not always whole."""

UNLESS_UNKNOWN = BeforeValidator(_unless_unknown)
"""For a word out of a closed set that may be unknown all the same."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for a fact and why it matters. ``within`` names a fact without which it cannot be yes."""

    question: str
    matters: str
    within: str | None = None


def asked(question: str, matters: str, within: str | None = None) -> Any:  # noqa: ANN401  # a field of any type
    """A fact that nobody has told yet."""
    return field(default=None, metadata={Asked: Asked(question, matters, within)})


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
