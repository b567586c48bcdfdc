"""What is kept of one answer: all that a stranger needs to rebuild it and to check it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

from copilot.actor import Actor
from copilot.grounding import Draft, Evidence, Refusal, Statement


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool that was called: with what, and the names of what it brought in; or why it brought nothing."""

    tool: str
    arguments: Mapping[str, JsonValue]
    brought: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Instruction:
    """Instructions a model was given, by name and by the hash of their words."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement that did not hold, and why; its words are kept for those who look into the model."""

    draft: Draft
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was asked; kept before anything is answered, so that no answer goes unrecorded.

    ``asked`` are the words of the person, ``understood`` the question they meant after what was asked before.
    """

    asked: str
    understood: str
    as_of: date
    actor: Actor
    thread: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """One answer.

    ``sequence`` is the place of its question in the ledger, ``fingerprint`` names the index searched. ``sent`` is
    what left the machine for it, message by message, as it left. ``dropped`` counts the statements that a second try
    did not make hold either; ``left_out`` has those of both tries.
    """

    question: Question
    sequence: int
    model: str
    settings: Mapping[str, JsonValue]
    instructions: tuple[Instruction, ...]
    calls: tuple[ToolCall, ...]
    evidence: Evidence
    statements: tuple[Statement, ...]
    left_out: tuple[LeftOut, ...]
    notices: tuple[str, ...]
    refusal: Refusal | None
    fingerprint: str
    sent: tuple[str, ...] = ()
    dropped: int = 0
