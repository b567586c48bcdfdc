"""The ``copilot`` command: one file a command group."""

from copilot.cli.root import EXIT_CODES, app, main

__all__ = ["EXIT_CODES", "app", "main"]
