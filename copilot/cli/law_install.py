"""``copilot law install`` and ``copilot law coverage``: the official texts beside the digest, and what is held."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue

from copilot.cli.options import AsJson, day_from, settings_in_force
from copilot.cli.output import print_json, print_table, progress

if TYPE_CHECKING:
    from copilot.law import Corpus
    from copilot.law.installed import Coverage, InstalledText, VersionHeld
    from copilot.settings import Settings

_SHORT_HASH = 12


def install(
    instrument: Annotated[str, typer.Argument(help="Such as eu-ai-act.")],
    version: Annotated[
        date | None,
        typer.Option(
            "--version", parser=day_from, metavar="DAY", help="Only the version that begins on a day."
        ),
    ] = None,
    given: Annotated[
        Path | None,
        typer.Option("--from", metavar="PATH", help="A file or folder you have; nothing is downloaded."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Install the publisher's text of an instrument, so that it stands beside the digest."""
    from copilot.law import ProvisionId
    from copilot.law.installing import Installer

    settings = settings_in_force()
    digest = _digest(settings)
    if instrument not in digest.instruments:
        digest.timeline(ProvisionId(instrument))
    act = digest.instruments[instrument]
    installer = Installer(act, digest, settings.data_folder)
    if given is not None:
        installed = installer.from_files(given, version)
    else:
        with progress("Downloading") as bar:
            installed = installer.from_publisher(version, bar)
    if as_json:
        print_json([text.model_dump(mode="json") for text in installed])
        return
    for text in installed:
        typer.echo(f"{act.short}, version of {text.version}: {text.units} units from {text.source}")
        typer.echo(f"  sha256 {text.sha256}")
    typer.echo("Read it with: copilot law show ID --layer official")


def coverage(as_json: AsJson = False) -> None:
    """Show what is held of each instrument: versions, digest, official text, gaps, and how sure we are."""
    from copilot.law.installed import coverage_of

    settings = settings_in_force()
    held = coverage_of(_digest(settings), settings.data_folder)
    if as_json:
        print_json([_as_json(item) for item in held])
        return
    columns = ("Instrument", "Version", "CELEX", "Digest", "Official", "sha256", "Source", "Confidence")
    print_table(columns, [row for item in held for row in _rows(item)])
    for item in held:
        if item.instrument.gaps:
            typer.secho(f"\n{item.instrument.id}: gaps", bold=True)
            for gap in item.instrument.gaps:
                typer.echo(f"- {gap}")


def _digest(settings: Settings) -> Corpus:
    """The texts that ship: damage to an installed text must not be in the way of installing it anew."""
    from copilot.law import load_corpus

    return load_corpus(policies=settings.policies)


def _rows(item: Coverage) -> list[tuple[str, ...]]:
    return [
        (
            item.instrument.id,
            str(held.version.start),
            held.version.celex or "",
            str(held.digest_units),
            *_official(held),
            item.instrument.confidence,
        )
        for held in item.versions
    ]


def _official(held: VersionHeld) -> tuple[str, str, str]:
    if held.official is None:
        return ("damaged" if held.damage else "not installed", "", held.damage or "")
    text = held.official
    return (f"installed {text.installed_at:%Y-%m-%d}", text.sha256[:_SHORT_HASH], text.source)


def _as_json(item: Coverage) -> dict[str, JsonValue]:
    act = item.instrument
    return {
        "id": act.id,
        "short": act.short,
        "title": act.title,
        "status": act.status,
        "confidence": act.confidence,
        "restated": list(act.restated),
        "gaps": list(act.gaps),
        "versions": [
            {
                "from": str(held.version.start),
                "celex": held.version.celex,
                "source": held.version.source,
                "digest_units": held.digest_units,
                "official": _text_as_json(held.official),
                "damage": held.damage,
            }
            for held in item.versions
        ],
    }


def _text_as_json(text: InstalledText | None) -> dict[str, JsonValue] | None:
    return None if text is None else text.model_dump(mode="json", exclude={"folder", "units_sha256"})
