"""What intake hands over: facts it read off a description, for the officer to confirm or to correct."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Confidence: TypeAlias = Literal["high", "medium", "low"]
"""``high``: the words say it. ``medium``: they imply it. ``low``: a guess that an officer would make, too."""

Value: TypeAlias = bool | tuple[str, ...]
"""Yes or no; for ``product.laws`` the laws."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One fact, the words that suggest it and where they stand in the description.

    ``lessens``: the fact speaks against a prohibition or a duty. ``nearest`` names the provision whose
    description the words come nearest to, where that and no phrase suggests the fact.
    """

    fact: str
    value: Value
    words: str
    start: int
    end: int
    confidence: Confidence
    lessens: bool
    nearest: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """What a description proposes, in the order in which the Act is walked through, and remarks on reading it."""

    proposals: tuple[Proposal, ...]
    remarks: tuple[str, ...]


def said(answer: Value) -> str:
    """An answer as an officer writes it."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return ", ".join(answer)
