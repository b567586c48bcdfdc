"""How facts proposed from a description are printed, and what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copilot.agent.intake import Called, ClassifiedDescription, Proposal

_READING = (
    "nothing of this is confirmed: correct it in a file of --facts, which counts over the description"
)


def print_proposed(found: ClassifiedDescription) -> None:
    """The facts with the words behind them, what was not taken, and the call."""
    typer.secho(f"Proposed from the description ({_READING}):", bold=True)
    _print_facts([one for one in found.merged.taken if not one.lessens])
    if lessening := [one for one in found.merged.taken if one.lessens]:
        typer.secho("\nProposed, and would lessen what the Act demands; check these first:", bold=True)
        _print_facts(lessening)
    for overruled in found.merged.overruled:
        typer.echo(f"  not taken: {_fact(overruled.proposal)} ({overruled.because})")
    for remark in found.intake.remarks:
        typer.echo(f"  note: {remark}")
    typer.echo()
    _print_call("On these facts", found.result.called)
    if found.without_lessening is not None:
        _print_call("Without those that lessen", found.without_lessening.called)
    typer.echo()


def _print_facts(proposals: Sequence[Proposal]) -> None:
    for one in proposals:
        by = f", nearest to {one.nearest}" if one.nearest else ""
        typer.echo(f"  {_fact(one)}  {one.words!r} [{one.start}:{one.end}] {one.confidence}{by}")


def _fact(one: Proposal) -> str:
    from copilot.agent.intake import said

    return f"{one.fact}: {said(one.value)}"


def _print_call(heading: str, called: Called) -> None:
    from copilot.law import label_of

    grounds = "; ".join(label_of(finding.provision.segments) for finding in called.findings)
    call = f"{called.call} ({grounds})" if grounds else "nothing speaks for prohibited or high-risk"
    beside = "".join(f", and {one.tier} ({label_of(one.provision.segments)})" for one in called.beside)
    typer.secho(f"{heading}: {call}{beside}.", bold=True)
    if called.supposed:
        supposed = ", ".join(f"{fact}: {'yes' if value else 'no'}" for fact, value in called.supposed)
        typer.echo(f"  supposed for it, since descriptions seldom tell: {supposed}")
