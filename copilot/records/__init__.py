"""What is kept: the record of each answer, and the ledger that nobody can quietly change."""

from copilot.records.record import Instruction, LeftOut, Question, Record, ToolCall

__all__ = ["Instruction", "LeftOut", "Question", "Record", "ToolCall"]
