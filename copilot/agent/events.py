"""What a person is told while an answer comes into being, in the order in which it happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from copilot.grounding import Answer, Refusal, Statement
from copilot.rules import ToolResult


@dataclass(frozen=True, slots=True)
class Working:
    """What is being done now: a line of progress."""

    on: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement that held; ``results`` are those of the tools so far, the n-th cited as ``tool:NAME/n``."""

    statement: Statement
    results: tuple[ToolResult, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """So many statements did not hold and were left out; their words are not shown, the reasons are."""

    count: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something about how this answer came into being that the person should know."""

    notice: str


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no answer, and why."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Done:
    """The whole answer, recorded; ``sent`` is what left the machine for it, as it left."""

    answer: Answer
    sent: tuple[str, ...] = ()


Event: TypeAlias = Working | Shown | Dropped | Noticed | Refused | Done
