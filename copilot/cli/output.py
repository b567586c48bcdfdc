"""How a command prints: text for a person, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from pydantic import JsonValue
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

_WIDE = 400


def print_json(value: JsonValue | Sequence[JsonValue]) -> None:
    """Print a value as JSON, with the characters as they are."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings, as wide as the terminal; as wide as they are where there is none."""
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*row)
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _WIDE
    console.print(table)


class ProgressLine:
    """A progress bar on stderr that is told (done, total)."""

    def __init__(self, bar: Progress, doing: str) -> None:
        self._bar, self._doing = bar, doing
        self._task = bar.add_task(doing, total=None)

    def __call__(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bar.update(self._task, completed=done, total=total)


@contextmanager
def progress(doing: str) -> Iterator[ProgressLine]:
    """Show a bar while something long runs."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield ProgressLine(bar, doing)
