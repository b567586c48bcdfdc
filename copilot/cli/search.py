"""``copilot search``: the provisions nearest to a question, as of a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.options import AsJson, AsOf, corpus_in_force, owner_of_the_machine, settings_in_force
from copilot.cli.output import print_json

if TYPE_CHECKING:
    from copilot.law import Provision


def search(
    query: Annotated[str, typer.Argument(help="What to look for, in words.")],
    as_of: AsOf,
    top: Annotated[int, typer.Option("--top", min=1, max=100, help="How many to show.")] = 10,
    as_json: AsJson = False,
) -> None:
    """Find provisions by meaning, in the wording in force on the day."""
    from copilot.retrieval import Searcher, chosen_embedder, chosen_server

    settings = settings_in_force()
    corpus = corpus_in_force(settings)
    searcher = Searcher(corpus, chosen_embedder(settings), settings.data_folder, chosen_server(settings))
    found = searcher.search(query, as_of=as_of, actor=owner_of_the_machine(), top=top)
    if as_json:
        print_json(
            [
                {
                    "id": str(hit.provision.id),
                    "label": hit.provision.label,
                    "score": hit.score,
                    "why": hit.why,
                }
                for hit in found
            ]
        )
        return
    for hit in found:
        act = corpus.instruments[hit.provision.instrument].short
        typer.secho(f"{hit.provision.label} {act}", bold=True, nl=False)
        typer.echo(f"  {hit.provision.id}  {hit.score:.2f}  {hit.why}")
        for part in hit.paragraph:
            mark = ">" if part.id == hit.provision.id else " "
            typer.echo(f"{mark} {part.label}  {part.text}" if len(hit.paragraph) > 1 else part.text)
        typer.echo(f"{_applies(hit.provision, as_of)}\n".lstrip())


def _applies(wording: Provision, day: date) -> str:
    """From when the provision binds, in one line: whom in particular, ``law show`` tells."""
    rules = wording.applies_as_stated_on(day)
    if not rules:
        return ""
    if len(rules) == 1:
        return f"Applies {rules[0].binds} ({rules[0].condition})."
    earliest = min(rule.binds.start for rule in rules)
    return f"Applies from {earliest} at the earliest; {len(rules)} cases: copilot law show {wording.id}"
