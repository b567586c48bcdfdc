"""How the result of a rule is printed: the verdict, each step to it, the figures, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from pydantic import JsonValue

    from copilot.rules import ToolResult


def as_json(result: ToolResult) -> dict[str, JsonValue]:
    """The whole result; sums as text, so that no digit is lost."""
    from copilot.shapes import ToolResultBody

    return ToolResultBody.model_validate(result).model_dump(mode="json")


def print_result(result: ToolResult) -> None:
    """The result for a person to read from the top."""
    typer.secho(f"{result.verdict[:1].upper()}{result.verdict[1:]}.", bold=True)
    typer.echo(f"As of {result.as_of}, by version {result.version} of the rule.\n")
    for step in result.steps:
        typer.echo(f"- {step.question}")
        typer.echo(f"  {step.found}")
        typer.echo(f"  {step.matters}  {step.provision}")
    if result.open_questions:
        typer.secho("\nStill open:", bold=True)
    for asked in result.open_questions:
        typer.echo(f"- {asked.fact}: {asked.question} {asked.matters}")
