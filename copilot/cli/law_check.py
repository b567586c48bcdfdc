"""``copilot law check``: the digest held against the publishers' texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue

from copilot.cli.options import AsJson, corpus_in_force, settings_in_force
from copilot.cli.output import print_json, print_table, progress

if TYPE_CHECKING:
    from copilot.law.fidelity import EditionReport

_SHOWN = 40


def check(
    official: Annotated[
        Path, typer.Option("--official", metavar="DIR", help="Folder of the publishers' files.")
    ],
    instrument: Annotated[
        str | None, typer.Argument(help="One instrument; all of them if left out.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Hold the digest against the official texts: elements lost, figures that differ, words copied.

    Exit code 1 where there is a fault.
    """
    from copilot.law.fidelity import check_edition, editions_in, shipped_fixed_terms

    corpus = corpus_in_force(settings_in_force())
    wanted = [act for act in corpus.instruments.values() if instrument in (None, act.id)]
    editions = editions_in(official, wanted)
    fixed = shipped_fixed_terms()
    reports = []
    with progress("Comparing") as bar:
        for number, edition in enumerate(editions, start=1):
            reports.append(check_edition(edition, corpus, fixed))
            bar(number, len(editions))
    if as_json:
        print_json([_as_json(report) for report in reports])
    else:
        _print(reports)
    if any(report.faults for report in reports):
        raise typer.Exit(1)


def _print(reports: list[EditionReport]) -> None:
    rows = []
    for report in reports:
        kinds = Counter(fault.kind for fault in report.faults)
        faults = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) or "none"
        edition = report.edition
        rows.append(
            (
                edition.instrument.short,
                str(edition.version.start),
                str(report.units),
                f"{report.covered:.2%}",
                faults,
            )
        )
    print_table(("Instrument", "Version", "Units", "Covered", "Faults"), rows)
    faults_found = [fault for report in reports for fault in report.faults]
    for fault in faults_found[:_SHOWN]:
        typer.echo(f"{fault.id}: {fault.kind}: {fault.detail}")
    if len(faults_found) > _SHOWN:
        typer.echo(f"... and {len(faults_found) - _SHOWN} more: copilot law check --json")


def _as_json(report: EditionReport) -> dict[str, JsonValue]:
    return {
        "instrument": report.edition.instrument.id,
        "version": str(report.edition.version.start),
        "file": report.edition.path.name,
        "units": report.units,
        "covered": report.covered,
        "faults": [
            {"id": str(fault.id), "kind": fault.kind, "detail": fault.detail} for fault in report.faults
        ],
    }
