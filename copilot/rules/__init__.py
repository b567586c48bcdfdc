"""Deterministic law: rules that give a verdict with every question asked on the way."""

from copilot.rules.result import Figure, Inputs, OpenQuestion, Step, ToolResult

__all__ = ["Figure", "Inputs", "OpenQuestion", "Step", "ToolResult"]
