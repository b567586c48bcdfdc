"""What a topic of facts is made of: fields that carry their question and the reason it matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

from pydantic import ConfigDict

from copilot.rules.telling import told_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for a fact, why it matters, and whether it lies within its topic.

    A fact that lies within its topic cannot be yes where the topic's first question is no.
    """

    question: str
    matters: str
    within: bool = False


class Topic:
    """A group of facts. ``gate`` names the fact that a bare yes or no for the topic answers."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid")
    gate: ClassVar[str | None] = None


def asked(question: str, matters: str) -> Any:  # noqa: ANN401  # it becomes a field of any type
    """A fact by itself, such as an exception or a circumstance."""
    return field(default=None, metadata=told_of(Asked(question, matters), f"{question} {matters}"))


def within(question: str, matters: str) -> Any:  # noqa: ANN401  # it becomes a field of any type
    """A fact that can only be yes where the topic's first question is."""
    return field(
        default=None, metadata=told_of(Asked(question, matters, within=True), f"{question} {matters}")
    )
