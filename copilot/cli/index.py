"""``copilot index``: build the index, say how it stands, check all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.options import AsJson, corpus_in_force, settings_in_force
from copilot.cli.output import print_json, progress
from copilot.errors import IndexUnavailable

if TYPE_CHECKING:
    from pathlib import Path

    from copilot.law import Corpus
    from copilot.retrieval import ChromaServer, Embedder, IndexStatus

app = typer.Typer(help="Build and check the search index.", no_args_is_help=True)


@app.command()
def build(
    anew: Annotated[bool, typer.Option("--anew", help="Embed everything again, keep nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring the index up to date with the texts; only what changed is embedded."""
    from copilot.retrieval import build_index

    corpus, embedder, data_folder, server = _parts()
    with progress("Building the index") as bar:
        changed = build_index(corpus, embedder, data_folder, bar, anew=anew, server=server)
    if as_json:
        print_json({"built": changed})
    else:
        typer.echo("The index is built." if changed else "The index is up to date.")


@app.command()
def status(as_json: AsJson = False) -> None:
    """Say whether the index can be searched, and if not, why. Exit code 5 where it cannot."""
    from copilot.retrieval import index_status

    _print(index_status(*_parts()), as_json)


@app.command()
def verify(as_json: AsJson = False) -> None:
    """Read all the index holds and compare it with the texts. Exit code 5 where they differ."""
    from copilot.retrieval import verify_index

    _print(verify_index(*_parts()), as_json)


def _parts() -> tuple[Corpus, Embedder, Path, ChromaServer | None]:
    from copilot.retrieval import chosen_embedder, chosen_server

    settings = settings_in_force()
    embedder, server = chosen_embedder(settings), chosen_server(settings)
    return corpus_in_force(settings), embedder, settings.data_folder, server


def _print(status: IndexStatus, as_json: bool) -> None:
    if as_json:
        held = status.manifest.model_dump(mode="json") if status.manifest else {}
        print_json({"state": status.state, "reason": status.reason, "remedy": status.remedy, **held})
        if status.state != "ready":
            raise typer.Exit(IndexUnavailable.exit_code)
    else:
        status.raise_unless_ready()
        typer.echo(f"ready: {status.reason}")
