"""The regulatory copilot: dated law, deterministic rules, and answers that show how they know."""

__version__ = "0.1.0"
