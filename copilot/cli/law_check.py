"""``copilot law check``: references that lead nowhere, and the digest held against the publishers' texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import JsonValue

from copilot.cli.options import AsJson, corpus_in_force, settings_in_force
from copilot.cli.output import print_json, print_table, progress

if TYPE_CHECKING:
    from copilot.law import Corpus
    from copilot.law.fidelity import EditionReport

_SHOWN = 40


def check(
    instrument: Annotated[
        str | None, typer.Argument(help="One instrument; all of them if left out.")
    ] = None,
    official: Annotated[
        Path | None, typer.Option("--official", metavar="DIR", help="Folder of the publishers' files.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find references that lead nowhere and, given the official texts, what the digest loses or copies.

    Exit code 1 where there is a fault.
    """
    from copilot.law import find_dangling

    corpus = corpus_in_force(settings_in_force())
    lost = [item for item in find_dangling(corpus) if instrument in (None, item.stands_in.instrument)]
    reports = _compare(corpus, official, instrument) if official else []
    if as_json:
        print_json(
            {
                "dangling": [f"{corpus.place_of(item.stands_in)}: {item}" for item in lost],
                "editions": [_as_json(report) for report in reports],
            }
        )
    else:
        for item in lost:
            typer.echo(f"{corpus.place_of(item.stands_in)}: {item}")
        typer.echo(f"{len(lost)} references lead nowhere.")
        _print(reports)
    if lost or any(report.faults for report in reports):
        raise typer.Exit(1)


def _compare(corpus: Corpus, official: Path, instrument: str | None) -> list[EditionReport]:
    from copilot.law.fidelity import check_edition, editions_in, shipped_fixed_terms

    wanted = [act for act in corpus.instruments.values() if instrument in (None, act.id)]
    editions = editions_in(official, wanted)
    fixed = shipped_fixed_terms()
    reports = []
    with progress("Comparing") as bar:
        for number, edition in enumerate(editions, start=1):
            reports.append(check_edition(edition, corpus, fixed))
            bar(number, len(editions))
    return reports


def _print(reports: list[EditionReport]) -> None:
    if not reports:
        return
    columns = ("Instrument", "Version", "Units", "Covered", "Longest run", "Faults")
    print_table(columns, [_row(report) for report in reports])
    faults = [fault for report in reports for fault in report.faults]
    for fault in faults[:_SHOWN]:
        typer.echo(f"{fault.id}: {fault.kind}: {fault.detail}")
    if len(faults) > _SHOWN:
        typer.echo(f"... and {len(faults) - _SHOWN} more: copilot law check --json")


def _row(report: EditionReport) -> tuple[str, ...]:
    edition, kinds = report.edition, Counter(fault.kind for fault in report.faults)
    return (
        edition.instrument.short,
        str(edition.version.start),
        str(report.units),
        f"{report.covered:.2%}",
        f"{report.longest_run} words",
        ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) or "none",
    )


def _as_json(report: EditionReport) -> dict[str, JsonValue]:
    return {
        "instrument": report.edition.instrument.id,
        "version": str(report.edition.version.start),
        "file": report.edition.path.name,
        "units": report.units,
        "covered": report.covered,
        "longest_run": report.longest_run,
        "faults": [
            {"id": str(fault.id), "kind": fault.kind, "detail": fault.detail} for fault in report.faults
        ],
    }
