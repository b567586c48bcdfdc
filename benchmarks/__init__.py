"""Measurements of the copilot, each a command of its own: ``python -m benchmarks.retrieval``."""
