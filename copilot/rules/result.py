"""What a deterministic tool hands over: its verdict, each step to it, and what it could not tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import TypeAlias

from pydantic import JsonValue

from copilot.law import ProvisionId

Inputs: TypeAlias = Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Step:
    """One question a rule put to the facts, and why its answer matters."""

    question: str
    found: str
    matters: str
    provision: ProvisionId


@dataclass(frozen=True, slots=True)
class Figure:
    """A number a tool computed; an answer may state it and no other."""

    name: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A fact nobody told the rule: it is asked for, never guessed."""

    fact: str
    question: str
    matters: str


@dataclass(frozen=True, slots=True)
class ToolResult:
    """The result of one deterministic tool, as of one day; an answer may lean on it like on a provision."""

    tool: str
    version: str
    as_of: date
    inputs: Inputs
    verdict: str
    steps: tuple[Step, ...] = ()
    figures: tuple[Figure, ...] = ()
    citations: tuple[ProvisionId, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()

    @property
    def inputs_hash(self) -> str:
        """The same for the same inputs, however they are ordered."""
        return sha256(
            json.dumps(dict(self.inputs), sort_keys=True, separators=(",", ":")).encode()
        ).hexdigest()
