"""``copilot rules``: the decision logic itself, for a lawyer to review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from copilot.cli.options import AsOf, corpus_in_force, settings_in_force
from copilot.errors import ToolInputError

app = typer.Typer(help="Read the rules themselves.", no_args_is_help=True)


@app.callback()
def _rules() -> None:
    """Read the rules themselves."""


@app.command("table")
def table(
    as_of: AsOf,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic",
            help="Such as ai-act, fines or deadlines; can be given more than once. All if left out.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", help="Write to this file instead of the screen.")
    ] = None,
) -> None:
    """Write all rules with their conditions, questions, versions and dates as Markdown to review."""
    from copilot.rules.table import SECTIONS, rules_table, topic_named

    topics = [topic_named(name) for name in topic] if topic else list(SECTIONS)
    text = rules_table(corpus_in_force(settings_in_force()).as_of(as_of), topics)
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ToolInputError(
            f"{output} cannot be written: {error}", remedy="Name a file in a folder that exists."
        ) from error
    typer.echo(f"Written to {output}.")
