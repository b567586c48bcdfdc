"""``copilot duties``: what is owed for an AI system under the EU AI Act, by role, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from copilot.cli.facts import system_in
from copilot.cli.options import AsJson, AsOf
from copilot.cli.output import print_json

if TYPE_CHECKING:
    from datetime import date

    from copilot.rules.ai_act import AISystem, RoleChange
    from copilot.rules.ai_act.duties import Bearer, Duties, Duty

_ASKED_AT_ONCE = 10
_NOW = {
    "binds": "binds now",
    "disputed": "binds by one reading of a disputed date",
    "depends": "binds for some, by facts not told",
    "not-yet": "not yet",
    "spared": "not as long as Art. 111 spares the system",
}


def duties(
    facts: Annotated[
        Path,
        typer.Option("--facts", help="A YAML file with what is known; copilot classify --form writes one."),
    ],
    as_of: AsOf,
    role: Annotated[
        str | None, typer.Option("--role", help="Show one role only, like provider, deployer or importer.")
    ] = None,
    change: Annotated[
        str | None,
        typer.Option(
            "--if",
            help="What if you changed another's system (Art. 25): rename, modify, change-purpose or integrate.",
        ),
    ] = None,
    then: Annotated[
        Path | None,
        typer.Option("--then", help="With --if: a YAML file with the facts that are different afterwards."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what each role owes for an AI system: what is certain, from when, and what to show for it."""
    from copilot.rules.ai_act.duties import duties as duties_of
    from copilot.shapes import DutiesBody

    bearer = None if role is None else _bearer(role)
    system = system_in(facts)
    if change is not None:
        _show_change(_changed(system, change, as_of, then), bearer, as_json=as_json)
        return
    if then is not None:
        raise typer.BadParameter("--then needs --if: it tells what a change makes different")
    found = duties_of(system, as_of)
    if as_json:
        print_json(DutiesBody.of(found, bearer).model_dump(mode="json"))
    else:
        _print(found, bearer)


def _bearer(role: str) -> Bearer:
    from copilot.rules.ai_act.duties import BEARERS

    named = next((bearer for bearer in BEARERS if bearer == role), None)
    if named is None:
        raise typer.BadParameter(f"{role!r} is no role; say one of: {', '.join(BEARERS)}")
    return named


def _changed(system: AISystem, change: str, as_of: date, then: Path | None) -> RoleChange:
    from copilot.rules.ai_act import Alteration, what_if

    named: Alteration | None = next((one for one in get_args(Alteration) if one == change), None)
    if named is None:
        raise typer.BadParameter(f"{change!r} is no change; say one of: {', '.join(get_args(Alteration))}")
    return what_if(system, named, as_of, then=None if then is None else system_in(then))


def _show_change(changed: RoleChange, role: Bearer | None, *, as_json: bool) -> None:
    from copilot.shapes import RoleChangeBody

    if as_json:
        print_json(RoleChangeBody.of(changed, role).model_dump(mode="json"))
    else:
        _print_change(changed, role)


def _print(found: Duties, role: Bearer | None) -> None:
    from copilot.rules.ai_act.duties import of_role

    shown = of_role(found.duties, role)
    typer.secho(f"As of {found.as_of}: {found.verdict}", bold=True)
    for note in found.notes:
        typer.echo(f"Note: {note}")
    _print_duties("Owed", [duty for duty in shown if duty.certainty == "certain"])
    _print_duties(
        "Owed if the Act reaches the system", [duty for duty in shown if duty.certainty == "if-in-scope"]
    )
    _print_possible([duty for duty in shown if duty.certainty == "possible"])
    _print_not_owed(found, role)
    _print_questions(found)


def _print_duties(heading: str, shown: Sequence[Duty]) -> None:
    for role, of_role in groupby(sorted(shown, key=_by_role_and_day), key=lambda duty: duty.role):
        _heading(f"{heading}, {role}")
        for when, on_day in groupby(of_role, key=_when):
            typer.echo(f"  {when}")
            for duty in on_day:
                _print_duty(duty)


def _print_duty(duty: Duty) -> None:
    from copilot.law import label_of

    typer.secho(f"    {label_of(duty.provision.segments)}  {duty.title}", bold=True)
    typer.echo(f"        {duty.what}")
    for relief in duty.reliefs:
        typer.echo(f"        Relief: {relief.about} [{label_of(relief.provision.segments)}]")
    typer.echo(f"        Show: {'; '.join(duty.evidence)}. Fine: {duty.fined}.")


def _print_possible(shown: Sequence[Duty]) -> None:
    """One line a duty: what is open can be much."""
    from copilot.law import label_of

    for role, of_role in groupby(sorted(shown, key=_by_role), key=lambda duty: duty.role):
        _heading(f"Possible, {role}")
        for duty in of_role:
            typer.echo(f"  {label_of(duty.provision.segments)}  {duty.title}")


def _print_not_owed(found: Duties, role: Bearer | None) -> None:
    from copilot.law import label_of

    certain = {one.role for one in found.classification.roles if one.certainty == "certain"}
    told = [one for one in found.not_owed if one.role == role or (role is None and one.role in certain)]
    if told:
        _heading("Not owed")
    for one in told:
        typer.echo(f"  {label_of(one.provision.segments)}  {one.title}: {one.reason}")


def _print_questions(found: Duties) -> None:
    if found.open_questions:
        _heading(f"Open questions ({len(found.open_questions)}), the most telling first")
    for question in found.open_questions[:_ASKED_AT_ONCE]:
        typer.echo(f"  {question.fact}: {question.question}\n      {question.matters}")


def _print_change(changed: RoleChange, role: Bearer | None) -> None:
    from copilot.rules.ai_act.duties import of_role

    typer.secho(f"As of {changed.after.as_of}, if you {changed.change}: {changed.verdict}", bold=True)
    for when, found in (("before", changed.before), ("after", changed.after)):
        typer.echo(f"  {when}: {found.classification.verdict}")
    gained = [duty for duty in of_role(changed.gained, role) if duty not in changed.initial_provider]
    _print_duties("Gained", [duty for duty in gained if duty.certainty != "possible"])
    _print_possible([duty for duty in gained if duty.certainty == "possible"])
    _print_duties("Lost", of_role(changed.lost, role))
    for duty in changed.initial_provider:
        _heading(f"What the initial provider owes you ({duty.certainty})")
        _print_duty(duty)
    _print_questions(changed.after)


def _by_role(duty: Duty) -> int:
    from copilot.rules.ai_act.duties import BEARERS

    return BEARERS.index(duty.role)


def _by_role_and_day(duty: Duty) -> tuple[int, bool, str]:
    return _by_role(duty), duty.first_day is None, _when(duty)


def _when(duty: Duty) -> str:
    """From when it binds: each day that comes into question, and what that means on the day asked about."""
    readings = {one.application.binds.start for one in duty.binds if one.application.disputed}
    days = sorted(readings) if readings else [] if duty.first_day is None else [duty.first_day]
    first = " or ".join(str(day) for day in days)
    return f"From {first}: {_NOW[duty.standing]}" if first else _NOW[duty.standing].capitalize()


def _heading(text: str) -> None:
    typer.secho(f"\n{text}:", bold=True)
