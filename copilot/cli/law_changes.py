"""``copilot law changes``: what changed between two days, and what leans on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue

from copilot.cli.options import AsJson, corpus_in_force, day_from, settings_in_force
from copilot.cli.output import print_json

if TYPE_CHECKING:
    from copilot.law import Change, Leaning, Span

_STYLES = {"kept": None, "removed": typer.colors.RED, "added": typer.colors.GREEN}
_MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}

Day = Annotated[date, typer.Argument(parser=day_from, metavar="DAY")]


def changes(
    instrument: Annotated[str, typer.Argument(help="Such as eu-ai-act.")],
    first: Day,
    second: Day,
    as_json: AsJson = False,
) -> None:
    """Show what was added, changed and removed between two days, and the texts and rules that lean on it."""
    from copilot.law import changes_between, leaning_on

    corpus = corpus_in_force(settings_in_force())
    if instrument not in corpus.instruments:
        raise typer.BadParameter(f"{instrument!r} is not held; see: copilot law list")
    found = changes_between(corpus, instrument, first, second, layer="digest")
    leanings = leaning_on(corpus, [change.id for change in found], second)
    if as_json:
        print_json([_as_json(change, leanings.get(change.id, ())) for change in found])
        return
    act = corpus.instruments[instrument].short
    typer.secho(f"{act}: {len(found)} provisions differ between {first} and {second}\n", bold=True)
    for change in found:
        _print(change, leanings.get(change.id, ()))


def _print(change: Change, leanings: tuple[Leaning, ...]) -> None:
    from copilot.law import compared

    wording = change.after or change.before
    typer.secho(f"{change.kind}  {wording.label if wording else change.id}  ({change.id})", bold=True)
    before, after = (wording.text if wording else "" for wording in (change.before, change.after))
    if not before and not after:
        before, after = (wording.title if wording else "" for wording in (change.before, change.after))
    typer.echo("".join(_styled(span) for span in compared(before, after)))
    for leaning in leanings:
        typer.echo(f"  leans on it: {leaning.source} ({leaning.words})")
    typer.echo()


def _styled(span: Span) -> str:
    lead = span.text[: len(span.text) - len(span.text.lstrip())]
    return lead + typer.style(_MARKS[span.kind].format(span.text.lstrip()), fg=_STYLES[span.kind])


def _as_json(change: Change, leanings: tuple[Leaning, ...]) -> dict[str, JsonValue]:
    return {
        "id": str(change.id),
        "kind": change.kind,
        "before": change.before.text if change.before else None,
        "after": change.after.text if change.after else None,
        "leaning": [
            {"source": leaning.source, "words": leaning.words, "refers_to": str(leaning.refers_to)}
            for leaning in leanings
        ],
    }
