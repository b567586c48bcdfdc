"""Writes the reference of commands, settings and who may call what from the code; ``--check`` names stale pages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from api import create_app
from api.access import table_of
from copilot.cli import EXIT_CODES, app
from copilot.settings import Settings, variable

_DOCS = Path(__file__).parent
_WIDTH = 100
_TABLE = "<!-- What follows is written by `make reference`; change the code instead. -->"
_NOTE = "<!-- Written by `make reference`; change the code instead. -->"


def pages() -> dict[Path, str]:
    """Every generated page, by its file."""
    return {
        _DOCS / "access.md": _access(),
        _DOCS / "commands.md": _commands(),
        _DOCS / "settings.md": _settings(),
    }


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale."""
    written = pages()
    stale = [file for file in written if not file.is_file() or file.read_text("utf-8") != written[file]]
    if "--check" in arguments:
        for file in stale:
            sys.stderr.write(f"docs/{file.name} is stale: run `make reference`.\n")
        return int(bool(stale))
    for file in stale:
        file.write_text(written[file], encoding="utf-8")
    return 0


def _access() -> str:
    """What people wrote above the mark, and the table of roles and routes below it."""
    written, mark, _ = Path(__file__).with_name("access.md").read_text("utf-8").partition(_TABLE)
    return f"{written}{mark}\n\n{table_of(create_app(Settings()))}\n"


def _settings() -> str:
    rows = [
        f"| `{variable(name)}` | `{field.default}` | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    head = ["| Setting | Default | What it does |", "|---|---|---|"]
    intro = (
        "Settings come from the environment or from a `.env` file in the folder the command is started in; "
        "the environment counts over the file. A name that is no setting is an error."
    )
    return "\n".join(["# Settings", "", _NOTE, "", intro, "", *head, *rows, ""])


def _commands() -> str:
    intro = "An error is two lines on stderr; `copilot --debug COMMAND` shows its traceback. Exit codes:"
    codes = [f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()]
    lines = ["# Commands", "", _NOTE, "", intro, "", "| Code | Meaning |", "|---|---|", *codes]
    for words in _leaves(get_command(app), ()):
        shown = CliRunner().invoke(app, [*words, "--help"], prog_name="copilot", terminal_width=_WIDTH)
        text = "\n".join(line.rstrip() for line in shown.output.strip().splitlines())
        lines += ["", f"## copilot {' '.join(words)}", "", "```", text, "```"]
    return "\n".join([*lines, ""])


def _leaves(command: object, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every command that does something, by the words that call it."""
    if not isinstance(command, TyperGroup):
        yield words
        return
    for name, part in command.commands.items():
        yield from _leaves(part, (*words, name))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
