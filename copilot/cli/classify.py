"""``copilot classify``: the tiers of an AI system under the EU AI Act, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.facts import system_in
from copilot.cli.options import AsJson, AsOf, settings_in_force
from copilot.cli.output import print_json
from copilot.cli.proposed_facts import print_proposed

if TYPE_CHECKING:
    from datetime import date

    from copilot.agent.intake import ClassifiedDescription
    from copilot.rules.ai_act import AISystem, Classification, Finding
    from copilot.shapes import ClassificationBody

_ASKED_AT_ONCE = 10


def classify(
    as_of: AsOf,
    facts: Annotated[
        Path | None, typer.Option("--facts", help="A YAML file with what is known of the system.")
    ] = None,
    describe: Annotated[
        str | None,
        typer.Option(
            "--describe", help="The system in your words: facts are proposed from it, to be confirmed."
        ),
    ] = None,
    form: Annotated[bool, typer.Option("--form", help="Print such a file to fill in, and stop.")] = False,
    steps: Annotated[bool, typer.Option("--steps", help="Show every question asked on the way.")] = False,
    as_json: AsJson = False,
) -> None:
    """Classify an AI system under the EU AI Act: what is certain, what is possible, what to ask next."""
    from copilot.rules import ai_act

    if form:
        typer.echo(ai_act.form())
        return
    if facts is None and describe is None:
        raise typer.BadParameter(
            "say what is known of the system: --facts FILE, --describe TEXT, or --form for an empty file"
        )
    told = ai_act.AISystem() if facts is None else system_in(facts)
    described = None if describe is None else _described(describe, told, as_of)
    found = described.result.classification if described else ai_act.classify(told, as_of)
    if as_json:
        print_json(_shape_of(described, found).model_dump(mode="json"))
        return
    if described:
        print_proposed(described)
    _print(found)
    if steps:
        _print_steps(found)


def _described(text: str, told: AISystem, as_of: date) -> ClassifiedDescription:
    from copilot.agent.intake import Nearest, classify_description

    nearest = Nearest.bundled(settings_in_force().data_folder)
    return classify_description(text, told, nearest, as_of)


def _shape_of(described: ClassifiedDescription | None, found: Classification) -> ClassificationBody:
    from copilot.shapes import ClassificationBody

    if described is None:
        return ClassificationBody.model_validate(found)
    from copilot.shapes.description import DescriptionBody

    return DescriptionBody.of(described)


def _print(found: Classification) -> None:
    from copilot.law import label_of

    typer.secho(f"As of {found.as_of}: {found.verdict}", bold=True)
    for heading, certainty in (("Certain", "certain"), ("If the Act reaches the system", "if-in-scope")):
        _print_findings(heading, [one for one in found.findings if one.certainty == certainty])
    _print_findings("Relief", found.reliefs)
    _print_possible([one for one in found.findings if one.certainty == "possible"])
    if found.exclusions:
        _heading("Excluded by the text itself")
        for exclusion in found.exclusions:
            typer.echo(f"  {label_of(exclusion.of.segments)}: {exclusion.about} [{exclusion.provision}]")
    if roles := [role for role in found.roles if role.certainty == "certain"]:
        _heading("Your roles")
        for role in roles:
            typer.echo(f"  {role.role}  {label_of(role.provision.segments)}")
    if found.open_questions:
        _heading(f"Open questions ({len(found.open_questions)}), the most telling first")
        for question in found.open_questions[:_ASKED_AT_ONCE]:
            typer.echo(f"  {question.fact}: {question.question}\n      {question.matters}")


def _print_steps(found: Classification) -> None:
    _heading("Steps")
    for step in found.steps:
        typer.echo(f"  {step.question}  {step.found}\n      {step.matters} [{step.provision}]")


def _print_findings(heading: str, findings: Sequence[Finding]) -> None:
    from copilot.law import label_of

    if findings:
        _heading(heading)
    for finding in findings:
        party = f", owed by the {finding.owed_by}" if finding.owed_by else ""
        typer.echo(f"  {finding.tier}  {label_of(finding.provision.segments)}{party}")
        for binds in finding.binds:
            typer.echo(f"      {label_of(binds.provision.segments)}: {binds.application}")


def _print_possible(findings: Sequence[Finding]) -> None:
    """One line a tier: what is open can be much."""
    from copilot.law import label_of

    if findings:
        _heading("Possible")
    for tier in dict.fromkeys(finding.tier for finding in findings):
        labels = (label_of(one.provision.segments) for one in findings if one.tier == tier)
        typer.echo(f"  {tier}  {'; '.join(labels)}")


def _heading(text: str) -> None:
    typer.secho(f"\n{text}:", bold=True)
