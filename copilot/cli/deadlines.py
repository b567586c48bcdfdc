"""``copilot deadlines``: what is due when after an event, as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.options import AsJson, AsOf, corpus_in_force, day_from, settings_in_force
from copilot.cli.output import print_json
from copilot.cli.tool_result import print_result

if TYPE_CHECKING:
    from copilot.rules.deadlines import Deadline, Deadlines

_ANSWERS = {"yes": True, "no": False, "unknown": None}


def _moment(text: str | datetime) -> datetime:
    if isinstance(text, datetime):
        return text
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is not a time; write it like 2026-03-28T22:30 or 2026-03-28T22:30+01:00"
        ) from error


def deadlines(
    regime: Annotated[str, typer.Argument(help="ai-act, gdpr, mar or sfdr.")],
    event: Annotated[str, typer.Argument(help="What happened, like serious-incident or data-breach.")],
    known_at: Annotated[
        datetime,
        typer.Option(
            "--known-at", parser=_moment, metavar="TIME", help="When it became known, or happened."
        ),
    ],
    zone: Annotated[
        str, typer.Option("--zone", help="The zone whose calendar counts, like Europe/Berlin.")
    ],
    as_of: AsOf,
    fact: Annotated[
        list[str] | None, typer.Option("--fact", help="A fact told, like death=no. Repeat it for each.")
    ] = None,
    holiday: Annotated[
        list[date] | None,
        typer.Option(
            "--holiday", parser=day_from, metavar="DAY", help="A public holiday. Repeat it for each."
        ),
    ] = None,
    no_holidays: Annotated[
        bool, typer.Option("--no-holidays", help="Say that no holiday falls into the time.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say what is due when, to whom, and what has to be in it."""
    from copilot.rules.deadlines import deadlines as deadlines_of
    from copilot.rules.deadlines import event_named, facts_told, on_the_clock, zone_named

    in_zone = zone_named(zone)
    named, told_regime = event_named(event, regime)
    found = deadlines_of(
        named,
        known_at if known_at.tzinfo else on_the_clock(known_at, in_zone),
        told_regime,
        zone=in_zone,
        law=corpus_in_force(settings_in_force()).as_of(as_of),
        facts=facts_told(_facts(fact or ())),
        holidays=frozenset(holiday or ()) if holiday or no_holidays else None,
    )
    _report(found, as_json=as_json)


def _report(found: Deadlines, *, as_json: bool) -> None:
    from copilot.shapes import DeadlinesBody

    if as_json:
        print_json(DeadlinesBody.of(found).model_dump(mode="json"))
        return
    for each in found.deadlines:
        _print(each)
    print_result(found.result)


def _facts(given: Sequence[str]) -> dict[str, bool | None]:
    told = {}
    for text in given:
        name, _, answer = text.partition("=")
        if answer not in _ANSWERS:
            raise typer.BadParameter(
                f"{text!r} is not a fact; write it like death=yes, death=no or death=unknown"
            )
        if name in told:
            raise typer.BadParameter(f"{name!r} is told twice")
        told[name] = _ANSWERS[answer]
    return told


def _print(each: Deadline) -> None:
    typer.secho(f"{each.who}: {each.duty}", bold=True)
    typer.echo(f"  {_when(each)}  ({each.basis}, {each.status})")
    said = {
        "to": each.addressee,
        "only if": each.only_if,
        "with": "; ".join(each.contents),
        "note": each.note,
    }
    for name, text in said.items():
        if text:
            typer.echo(f"  {name}: {text}")
    typer.echo()


def _when(each: Deadline) -> str:
    """Pace and outer limit in words."""
    until = {"act": "at the latest by", "keep": "at least until", "abstain": "until"}[each.sense]
    said = [
        each.pace,
        each.starts and f"from {each.starts.isoformat(sep=' ', timespec='minutes')}",
        each.due and f"{until} {_moment_in_words(each.due)}",
        each.earliest and f"at the soonest by {_moment_in_words(each.earliest)}",
    ]
    return ", ".join(part for part in said if part) or "no time stated"


def _moment_in_words(moment: datetime) -> str:
    """Midnight is the end of a day: nobody has to wonder of which."""
    if moment.time() == time():
        return f"the end of {moment.date() - timedelta(days=1)}"
    return moment.isoformat(sep=" ", timespec="minutes")
