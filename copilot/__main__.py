"""``python -m copilot``: the ``copilot`` command."""

from copilot.cli import main

main()
