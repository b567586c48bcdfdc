"""``copilot policies``: what the firm has, and what was uploaded: added, replaced, retired."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.options import AsJson, AsOf, day_from, owner_of_the_machine, settings_in_force
from copilot.cli.output import print_json, print_table
from copilot.errors import MachineError, PolicyConflict

if TYPE_CHECKING:
    from copilot.law import Corpus
    from copilot.law.policy_upload import ReadPolicy
    from copilot.records.policies import KeptPolicy, ListedPolicy, PolicyShelf
    from copilot.settings import Settings

app = typer.Typer(help="List, add, replace and retire the firm's policies.", no_args_is_help=True)

PolicyFile = Annotated[
    Path, typer.Argument(metavar="FILE", help="Markdown, DOCX or a PDF that holds text.")
]
PolicyId = Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")]
Title = Annotated[str, typer.Option(help="What it is called, where the file does not say.")]
Version = Annotated[str, typer.Option(help="Which version it is, like 2.0.")]
Effective = Annotated[str, typer.Option(metavar="DAY", help="The first day on which it is in force.")]
Until = Annotated[str, typer.Option(metavar="DAY", help="The first day on which it no longer is.")]
Owner = Annotated[str, typer.Option(help="Who answers for it.")]


@app.command("list")
def list_(as_of: AsOf, as_json: AsJson = False) -> None:
    """List the policies, those of the folder and those that were uploaded, with every version."""
    found = _listed(settings_in_force())
    if as_json:
        print_json(
            [
                {
                    "id": policy.id,
                    "title": policy.title,
                    "owner": policy.owner,
                    "audience": [*sorted(policy.audience)],
                    "origin": policy.origin,
                    "state": policy.state_on(as_of),
                    "versions": [
                        {
                            "version": version.version,
                            "effective": str(version.effective),
                            "until": None if version.until is None else str(version.until),
                        }
                        for version in policy.versions
                    ],
                }
                for policy in found
            ]
        )
        return
    print_table(
        ("Id", "Title", "Version", "In force", "For", "From"),
        [
            (
                policy.id,
                version.title,
                version.version,
                str(version.in_force or "never"),
                ", ".join(sorted(policy.audience)) or "everybody",
                policy.origin,
            )
            for policy in found
            for version in policy.versions
        ],
    )


@app.command()
def add(
    file: PolicyFile,
    id_: Annotated[str, typer.Option("--id", help="Small letters, digits and hyphens.")] = "",
    title: Title = "",
    version: Version = "",
    effective: Effective = "",
    until: Until = "",
    owner: Owner = "",
    audience: Annotated[
        list[str] | None, typer.Option(help="Who may see it; everybody where nobody is named.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Add a policy. What its front matter does not say is said by the options."""
    settings, actor = settings_in_force(), owner_of_the_machine()
    policy = _read(
        file,
        id=id_,
        title=title,
        version=version,
        effective=effective,
        until=until,
        owner=owner,
        audience=list(audience or []),
    )
    with _shelf(settings) as shelf:
        _print(shelf.upload(policy, actor, taken=_folder_ids(settings)), as_json)


@app.command()
def replace(
    policy_id: PolicyId,
    file: PolicyFile,
    title: Title = "",
    version: Version = "",
    effective: Effective = "",
    until: Until = "",
    owner: Owner = "",
    as_json: AsJson = False,
) -> None:
    """Add the next version: the one before ends on the day from which this one is in force."""
    settings = settings_in_force()
    _require_uploaded(settings, policy_id)
    name, *audience = policy_id.split(".")
    policy = _read(
        file,
        id=name,
        title=title,
        version=version,
        effective=effective,
        until=until,
        owner=owner,
        audience=audience,
    )
    with _shelf(settings) as shelf:
        _print(shelf.replace(policy_id, policy, owner_of_the_machine()), as_json)


@app.command()
def retire(
    policy_id: PolicyId,
    on: Annotated[
        date,
        typer.Option(parser=day_from, metavar="DAY", help="The first day on which it is not in force."),
    ],
    as_json: AsJson = False,
) -> None:
    """End a policy from a day on; as of earlier days it stands as it stood."""
    settings = settings_in_force()
    _require_uploaded(settings, policy_id)
    with _shelf(settings) as shelf:
        _print(shelf.retire(policy_id, on, owner_of_the_machine()), as_json)


def _read(file: Path, **told: str | list[str]) -> ReadPolicy:
    from copilot.law.extracting import LARGEST
    from copilot.law.policy_upload import read_upload

    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise MachineError(
            f"{file} cannot be read: {error.strerror or error}", remedy="Name a file that is there."
        ) from error
    return read_upload(file.name, content, {name: said for name, said in told.items() if said})


def _corpus(settings: Settings) -> tuple[Corpus, frozenset[str]]:
    """All texts, and which of their instruments were uploaded."""
    from copilot.law import load_corpus
    from copilot.records import HeldPolicies

    folder = load_corpus(policies=settings.policies, installed=settings.data_folder)
    with HeldPolicies(settings) as held:
        uploaded = held.read()
    return uploaded.beside(folder), uploaded.instruments


def _listed(settings: Settings) -> tuple[ListedPolicy, ...]:
    from copilot.records import HeldPolicies
    from copilot.records.policies import listed

    actor = owner_of_the_machine()
    with HeldPolicies(settings) as held:
        was_any = held.last_change() > 0
    kept: tuple[KeptPolicy, ...] = ()
    if was_any:
        with _shelf(settings) as shelf:
            kept = shelf.policies(actor)
    return listed(*_corpus(settings), kept, actor)


def _folder_ids(settings: Settings) -> frozenset[str]:
    from copilot.records.policies import folder_ids

    return folder_ids(*_corpus(settings), owner_of_the_machine())


def _require_uploaded(settings: Settings, policy_id: str) -> None:
    if policy_id in _folder_ids(settings):
        raise PolicyConflict(
            f"policy {policy_id} comes from the folder of policies", remedy="Change its file there."
        )


@contextmanager
def _shelf(settings: Settings) -> Iterator[PolicyShelf]:
    from copilot.records.ledger import chosen_ledger
    from copilot.records.policies import PolicyShelf

    with chosen_ledger(settings) as ledger:
        yield PolicyShelf(ledger)


def _print(policy: KeptPolicy, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "id": policy.id,
                "versions": [
                    {"version": each.head.version, "sha256": each.sha256} for each in policy.versions
                ],
            }
        )
        return
    for version in policy.versions:
        typer.echo(
            f"{policy.id}, version {version.head.version}: {version.in_force or 'in force on no day'}"
        )
    typer.echo(
        "It is searched as soon as the index has it: copilot index build (a running service sees to it)."
    )
