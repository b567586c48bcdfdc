"""An answer as it reaches a person: checked statements, or a refusal that says what would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from copilot.grounding.evidence import Evidence
from copilot.grounding.statement import Statement
from copilot.law import ProvisionId

RefusalKind = Literal["no_source", "out_of_scope", "missing_fact", "conflict", "not_permitted"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer, and what would settle it."""

    kind: RefusalKind
    reason: str
    settled_by: str
    nearest: tuple[ProvisionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question as of one day.

    ``fingerprint`` names the index it was answered from, ``sequence`` its entry in the ledger; ``dropped``
    counts the statements that failed their check and were not shown. ``notices`` tell what a reader should know
    of how it came into being.
    """

    as_of: date
    statements: tuple[Statement, ...]
    evidence: Evidence
    fingerprint: str
    sequence: int
    dropped: int = 0
    refusal: Refusal | None = None
    notices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if any(statement.check.grade == "failed" for statement in self.statements):
            raise ValueError("a statement that failed its check is dropped, never part of an answer")
        if not self.statements and self.refusal is None:
            raise ValueError("an answer without statements needs a refusal")
