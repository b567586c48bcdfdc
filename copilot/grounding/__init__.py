"""Answers and what holds them up: statements, the evidence they cite, and how each was checked."""

from copilot.grounding.answer import Answer, Refusal, RefusalKind
from copilot.grounding.evidence import Evidence
from copilot.grounding.statement import Check, Citation, Outcome, Statement

__all__ = [
    "Answer",
    "Check",
    "Citation",
    "Evidence",
    "Outcome",
    "Refusal",
    "RefusalKind",
    "Statement",
]
