"""``copilot jurisdictions``: the regimes one launch engages in several places, as of a day, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.facts import facts_in
from copilot.cli.options import AsJson, AsOf, corpus_in_force, settings_in_force
from copilot.cli.output import print_json

if TYPE_CHECKING:
    from copilot.rules import OpenQuestion
    from copilot.rules.jurisdictions import (
        DutyFinding,
        JurisdictionsReport,
        PlaceReport,
        RegimeFinding,
        Shared,
    )

_ASKED_AT_ONCE = 10


def jurisdictions(
    as_of: AsOf,
    facts: Annotated[
        Path | None,
        typer.Option("--facts", help="A YAML file with what is known of the system and of its launch."),
    ] = None,
    places: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="PLACE",
            help="Where it is used, or used on people: eu, us-co, us-ny-nyc, uk and others. Repeat it for each.",
        ),
    ] = None,
    form: Annotated[
        bool, typer.Option("--form", help="Print an empty file of facts to fill in, and stop.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say which regimes a launch engages in each place, where each stands on the day, and what they share."""
    from copilot.rules.ai_act import form as system_form
    from copilot.rules.jurisdictions import jurisdictions as jurisdictions_of
    from copilot.rules.jurisdictions import launch_form, read_launch, shipped_register
    from copilot.shapes import JurisdictionsBody

    if form:
        typer.echo(f"{system_form()}\n\n{launch_form()}")
        return
    if facts is None:
        raise typer.BadParameter("say what is known: --facts FILE, or --form for an empty file")
    launch = read_launch(facts_in(facts), facts.name)
    corpus = corpus_in_force(settings_in_force())
    report = jurisdictions_of(shipped_register(corpus), launch, places or (), corpus.as_of(as_of))
    if as_json:
        print_json(JurisdictionsBody.of(report).model_dump(mode="json"))
    else:
        _print(report)


def _print(report: JurisdictionsReport) -> None:
    result = report.result
    typer.secho(f"As of {result.as_of}: {result.verdict}", bold=True)
    for place in report.places:
        _print_place(place)
    _print_shared(report.shared)
    _print_questions(result.open_questions)


def _print_place(place: PlaceReport) -> None:
    typer.secho(f"\n{place.name}", bold=True)
    for finding in place.of("engaged"):
        typer.echo(f"  engaged: {finding.name} ({finding.kind}; {_status(finding)})")
        typer.echo(f"      because of {finding.reason}")
        for duty in finding.duties:
            if duty.owed == "owed":
                typer.echo(f"      - {_duty(duty)}")
        for gap in finding.gaps:
            typer.echo(f"      note: {gap}")
    for finding in place.of("possible"):
        typer.echo(f"  possible: {finding.name} ({finding.kind}; {_status(finding)})")
        typer.echo(f"      {finding.reason}")
    for finding in place.of("not engaged"):
        typer.echo(f"  not engaged: {finding.name}: {finding.reason}")
    for remark in place.remarks:
        typer.echo(f"  note: {remark.text}  {remark.provision}")


def _status(finding: RegimeFinding) -> str:
    then = f"; {finding.next_change.day}: {finding.next_change.what}" if finding.next_change else ""
    note = f", {finding.note}" if finding.note else ""
    return f"{finding.status}{note}{then}; confidence {finding.confidence}"


def _duty(duty: DutyFinding) -> str:
    when = {
        "applies": "now",
        "later": f"from {duty.starts}",
        "depends": f"from {duty.starts} by one reading",
    }
    return f"{duty.who}, {when[duty.applies]}: {duty.asks}  {duty.provision}"


def _print_shared(shared: Sequence[Shared]) -> None:
    if shared:
        typer.secho("\nWhat one piece of work would serve in several places:", bold=True)
    for theme in shared:
        typer.echo(f"  {theme.name}: {theme.work}\n      for {', '.join(_served(theme))}")


def _served(theme: Shared) -> list[str]:
    """Each regime once; as possible where none of its duties is sure."""
    sure = {(one.place, one.regime) for one in theme.serves if one.duty.owed == "owed"}
    names = {(one.place, one.regime): f"{one.name} ({one.place}" for one in theme.serves}
    return [f"{name})" if key in sure else f"{name}, possible)" for key, name in names.items()]


def _print_questions(questions: Sequence[OpenQuestion]) -> None:
    if questions:
        typer.secho(f"\nOpen questions ({len(questions)}), the most telling first:", bold=True)
    for question in questions[:_ASKED_AT_ONCE]:
        typer.echo(f"  {question.fact}: {question.question}\n      {question.matters}")
