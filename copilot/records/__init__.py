"""What is kept: the record of each answer, and the ledger that nobody can quietly change."""

from copilot.records.record import Instruction, LeftOut, Question, Record, ToolCall
from copilot.records.uploaded import HeldPolicies, Uploaded, corpus_in_force

__all__ = [
    "HeldPolicies",
    "Instruction",
    "LeftOut",
    "Question",
    "Record",
    "ToolCall",
    "Uploaded",
    "corpus_in_force",
]
