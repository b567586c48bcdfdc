"""How the dates of application of a provision are printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from copilot.law import Application, Provision


def print_application(wording: Provision, days: Iterable[date]) -> None:
    """From when the provision binds whom, as the law stated it on each of the days."""
    from copilot.law import label_of

    for day in days:
        rules = wording.applies_as_stated_on(day)
        if not rules:
            continue
        typer.secho(f"Applies, as the law stood on {day}:", bold=True)
        for rule in sorted(rules, key=lambda rule: (rule.binds.start, str(rule.condition))):
            typer.echo(f"  {rule.binds}  {rule.condition}  ({label_of(rule.basis.segments)})")
            _print_reading(rule)
        typer.echo()


def _print_reading(rule: Application) -> None:
    if rule.disputed:
        typer.echo(f"      disputed: {rule.reading}")
