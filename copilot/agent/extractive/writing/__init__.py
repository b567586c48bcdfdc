"""Writing an answer, a file for each kind of it."""

from copilot.agent.extractive.writing.answer import written_answer

__all__ = ["written_answer"]
