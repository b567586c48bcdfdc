"""``copilot law``: what the corpus holds, word for word and day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer
from pydantic import JsonValue

from copilot.cli.law_application import print_application
from copilot.cli.options import AsJson, AsOf, corpus_in_force, provision_id, settings_in_force
from copilot.cli.output import print_json, print_table

if TYPE_CHECKING:
    from copilot.law import Provision

app = typer.Typer(help="Read the law as of a day, and its history.", no_args_is_help=True)

ProvisionArgument = Annotated[str, typer.Argument(metavar="ID", help="Such as eu-ai-act/art-26/6.")]
LayerChosen = Annotated[
    Literal["digest", "official"],
    typer.Option("--layer", help="Our own words, or the publisher's text where it is installed."),
]


@app.command("list")
def list_(
    as_of: AsOf,
    instrument: Annotated[
        str | None, typer.Argument(help="One instrument; all of them if left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the instruments held, or the provisions of one."""
    corpus = corpus_in_force(settings_in_force())
    if instrument is None:
        acts = [(act.id, act.short, act.status) for act in corpus.instruments.values()]
        if as_json:
            print_json([{"id": name, "short": short, "status": status} for name, short, status in acts])
        else:
            print_table(("Id", "Name", "Status"), acts)
        return
    whole = provision_id(instrument)
    held = [wording for wording in corpus.as_of(as_of) if wording.id.within(whole)]
    if not held:
        corpus.timeline(whole)
    if as_json:
        print_json([{"id": str(item.id), "label": item.label, "title": item.title} for item in held])
    else:
        print_table(("Id", "Label", "Title"), [(str(item.id), item.label, item.title) for item in held])


@app.command()
def show(
    provision: ProvisionArgument, as_of: AsOf, layer: LayerChosen = "digest", as_json: AsJson = False
) -> None:
    """Show a provision with its parts, as it was worded on the day, and from when it binds whom."""
    corpus = corpus_in_force(settings_in_force())
    passage = corpus.as_of(as_of, layer=layer).passage(provision_id(provision))
    if as_json:
        print_json([_as_json(wording) for wording in passage])
        return
    whole = passage[0]
    act = corpus.instruments[whole.instrument].short
    typer.secho(f"{whole.label} {act}  {whole.title}".rstrip(), bold=True)
    typer.echo(f"{' > '.join(whole.heading_path)}\nas of {as_of}; {whole.layer}, worded {whole.in_force}\n")
    for wording in passage:
        if wording.text:
            indent = "  " * (len(wording.id.segments) - len(whole.id.segments))
            typer.echo(f"{indent}{wording.label}  {wording.text}")
    typer.echo()
    print_application(whole, [as_of])


@app.command()
def timeline(provision: ProvisionArgument, as_of: AsOf, as_json: AsJson = False) -> None:
    """Show every wording a provision has had, and from when it binds whom, as each law stated it."""
    from copilot.law import label_of

    corpus = corpus_in_force(settings_in_force())
    wordings = corpus.timeline(provision_id(provision))
    if as_json:
        print_json([_as_json(wording) for wording in wordings])
        return
    for wording in wordings:
        now = f", the wording on {as_of}" if as_of in wording.in_force else ""
        typer.secho(f"{wording.label}  worded {wording.in_force}{now}  ({wording.layer})", bold=True)
        typer.echo(f"{wording.text or wording.title}\n")
    parts = [part for part in corpus.parts(wordings[-1].id) if len(corpus.timeline(part)) > 1]
    if parts:
        typer.echo(
            f"Parts with more than one wording: {', '.join(label_of(part.segments) for part in parts)}\n"
        )
    print_application(wordings[-1], sorted({rule.stated.start for rule in wordings[-1].applies}))


def _as_json(wording: Provision) -> dict[str, JsonValue]:
    return {
        "id": str(wording.id),
        "label": wording.label,
        "title": wording.title,
        "text": wording.text,
        "heading_path": list(wording.heading_path),
        "layer": wording.layer,
        "source": wording.source,
        "sha256": wording.sha256,
        "in_force": {"from": str(wording.in_force.start), "until": _text(wording.in_force.until)},
        "applies": [
            {
                "who": str(rule.condition),
                "from": str(rule.binds.start),
                "basis": str(rule.basis),
                "stated": {"from": str(rule.stated.start), "until": _text(rule.stated.until)},
                "reading": rule.reading,
            }
            for rule in wording.applies
        ],
    }


def _text(value: object | None) -> str | None:
    return None if value is None else str(value)
