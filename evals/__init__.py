"""Tests of what the copilot finds and says, as a package others can run: ``python -m evals``."""

from evals.finding import Question, Verdict, find_all, read_questions

__all__ = ["Question", "Verdict", "find_all", "read_questions"]
