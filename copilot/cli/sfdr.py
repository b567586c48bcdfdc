"""``copilot sfdr``: what an entity owes under SFDR, and what is disclosed for a product, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.facts import facts_in
from copilot.cli.options import AsJson, AsOf, corpus_in_force, settings_in_force
from copilot.cli.output import print_json

if TYPE_CHECKING:
    from copilot.rules.sfdr import EntityDuties, Obligation, ProductDuties
    from copilot.shapes import ToolResultBody

app = typer.Typer(
    help="What SFDR asks of an entity, and what it has disclosed for a product.", no_args_is_help=True
)

Facts = Annotated[Path | None, typer.Option("--facts", help="A YAML file with what is known.")]
Form = Annotated[bool, typer.Option("--form", help="Print such a file to fill in, and stop.")]
Steps = Annotated[bool, typer.Option("--steps", help="Show every question asked on the way.")]


@app.command("entity")
def entity(
    as_of: AsOf, facts: Facts = None, form: Form = False, steps: Steps = False, as_json: AsJson = False
) -> None:
    """Say what an entity owes: in which capacity, what it publishes, and whether it may explain instead."""
    from copilot.rules import sfdr
    from copilot.shapes import EntityBody

    if form:
        typer.echo(sfdr.entity_form())
        return
    file = _given(facts)
    law = corpus_in_force(settings_in_force()).as_of(as_of)
    found = sfdr.sfdr_entity(sfdr.read_entity(facts_in(file), file.name), law)
    _say(found, EntityBody.of(found), steps=steps, as_json=as_json)


@app.command("product")
def product(
    as_of: AsOf, facts: Facts = None, form: Form = False, steps: Steps = False, as_json: AsJson = False
) -> None:
    """Say what is disclosed for a product: by Article 6, 8 or 9, in which document and template."""
    from copilot.rules import sfdr
    from copilot.shapes import ProductBody

    if form:
        typer.echo(sfdr.product_form())
        return
    file = _given(facts)
    law = corpus_in_force(settings_in_force()).as_of(as_of)
    found = sfdr.sfdr_product(sfdr.read_product(facts_in(file), file.name), law)
    _say(found, ProductBody.of(found), steps=steps, as_json=as_json)


def _given(facts: Path | None) -> Path:
    if facts is None:
        raise typer.BadParameter("say what is known: --facts FILE, or --form for an empty file")
    return facts


def _say(found: EntityDuties | ProductDuties, body: ToolResultBody, *, steps: bool, as_json: bool) -> None:
    if as_json:
        print_json(body.model_dump(mode="json"))
    else:
        _print(found, steps=steps)


def _print(found: EntityDuties | ProductDuties, *, steps: bool) -> None:
    result, obligations = found.result, found.obligations
    typer.secho(f"As of {result.as_of}: {result.verdict}", bold=True)
    certain = [each for each in obligations if each.certainty == "certain"]
    _print_certain("Owed", [each for each in certain if each.owed])
    _print_certain(
        "Certain, but not binding for all on that day", [each for each in certain if not each.owed]
    )
    possible = [each for each in obligations if each.certainty == "possible"]
    _heading("Possible", possible)
    for each in possible:
        typer.echo(f"  {each.name}  [{each.provision}]  if {', '.join(each.depends_on)}")
    _heading("Open questions, the most telling first", result.open_questions)
    for asked in result.open_questions:
        typer.echo(f"  {asked.fact}: {asked.question}\n      {asked.matters}")
    if steps:
        _heading("Steps", result.steps)
        for step in result.steps:
            typer.echo(f"  {step.question}  {step.found}\n      {step.matters} [{step.provision}]")
    if found.proposal:
        typer.echo(f"\n{found.proposal.said}.")


def _print_certain(title: str, obligations: Sequence[Obligation]) -> None:
    _heading(title, obligations)
    for each in obligations:
        due = f" Due: {each.due}." if each.due else ""
        since = "day not in the texts held" if each.since is None else f"from {each.since}"
        typer.echo(f"  {each.name}  [{each.provision}]  {each.whose}, {since}, {each.status}")
        typer.echo(f"      {each.what}{due}")
        typer.echo(f"      Shown by: {'; '.join(each.evidence)}.")


def _heading(text: str, what: Sequence[object]) -> None:
    if what:
        typer.secho(f"\n{text}:", bold=True)
