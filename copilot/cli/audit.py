"""``copilot audit``: look into the ledger, check it, and hand it on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copilot.cli.audit_output import (
    entry_as_json,
    head_as_json,
    print_entries,
    print_entry,
    print_in_ascii,
    print_replayed,
    print_report,
    replayed_as_json,
    report_as_json,
)
from copilot.cli.options import AsJson, corpus_in_force, day_from, settings_in_force
from copilot.errors import ToolInputError

if TYPE_CHECKING:
    from copilot.records.ledger import Ledger, Replayed, Report

app = typer.Typer(help="Look into the ledger of questions and answers, and check it.", no_args_is_help=True)

_LATEST = 20
Number = Annotated[int, typer.Argument(min=1, metavar="N", help="The number of an entry.")]
OutputFile = Annotated[Path, typer.Option("--output", metavar="FILE", help="The file to write.")]
Since = Annotated[
    date | None, typer.Option(parser=day_from, metavar="DAY", help="From the beginning of this day (UTC).")
]
Until = Annotated[
    date | None, typer.Option(parser=day_from, metavar="DAY", help="Until the end of this day (UTC).")
]


@app.command()
def verify(
    head: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A head exported before: shows whether the end was cut off."),
    ] = None,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Check an exported or archived file instead.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Find edits, deletions, insertions, another order, a cut end, a changed clock. Exit code 1 where there are any."""
    report = _report(head, export)
    if as_json:
        print_in_ascii(report_as_json(report))
    else:
        print_report(report, with_head=head is not None)
    if not report.holds:
        raise typer.Exit(1)


@app.command()
def show(
    number: Annotated[
        int | None,
        typer.Argument(min=1, metavar="[N]", help="The number of an entry; without one, the latest."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show one entry with all it holds, or the latest ones in a line each."""
    with _ledger() as ledger:
        if number is not None:
            entry = ledger.entry(number)
            print_in_ascii(entry_as_json(entry)) if as_json else print_entry(entry)
            return
        latest = list(ledger.entries(after=ledger.head().sequence - _LATEST))
    print_in_ascii([entry_as_json(entry) for entry in latest]) if as_json else print_entries(latest)


@app.command()
def replay(
    number: Annotated[
        int | None,
        typer.Argument(min=1, metavar="[N]", help="The number of an answer; without one, every answer."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Rebuild an answer's evidence and checks without a model, and compare. Exit code 1 where they differ."""
    with _ledger() as ledger:
        again = list(_replayed(ledger, number))
    if as_json:
        print_in_ascii([replayed_as_json(each) for each in again])
    else:
        for each in again:
            print_replayed(each)
        same = sum(each.same for each in again)
        typer.echo(f"{same} of {len(again)} answers came out as they were recorded.")
    if not all(each.same for each in again):
        raise typer.Exit(1)


@app.command()
def export(
    output: OutputFile,
    since: Since = None,
    until: Until = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only what this person asked, and was answered.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write entries for a supervisor, as JSON Lines that say how to check them."""
    from copilot.records.ledger import export_entries

    before = _begin(until + timedelta(days=1)) if until else None
    with _ledger() as ledger:
        done = export_entries(
            ledger, output, since=_begin(since) if since else None, before=before, actor=actor
        )
    if as_json:
        print_in_ascii({"file": str(output), "entries": done.entries, "sha256": done.sha256})
    else:
        typer.echo(f"{done.entries} entries are in {output} (SHA-256 {done.sha256}).")


@app.command()
def head(
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it to a file, to be kept elsewhere.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show or write the last seal: kept elsewhere, it shows later whether the end was cut off."""
    from copilot.records.ledger import write_head

    with _ledger() as ledger:
        found = ledger.head()
    if output is not None:
        write_head(found, output)
    if as_json:
        print_in_ascii(head_as_json(found))
    elif output is not None:
        typer.echo(f"The head at entry {found.sequence} is in {output}. Keep it where the ledger is not.")
    else:
        typer.echo(f"entry {found.sequence} of ledger {found.ledger}, {found.at}\n{found.mac}")


@app.command()
def redact(
    number: Number,
    reason: Annotated[str, typer.Option(help="Why; it stays for good, so without personal data.")],
    ordered_by: Annotated[str, typer.Option(metavar="NAME", help="Who ordered it.")],
    field: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Which part, as `show` names it; all without.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Remove personal data from an entry for good; the chain still holds, and says that it was done."""
    from copilot.records.ledger import redact as redacted

    with _ledger() as ledger:
        entry = redacted(ledger, number, field or [], reason=reason, ordered_by=ordered_by)
    if as_json:
        print_in_ascii(entry_as_json(entry))
    else:
        typer.echo(f"Entry {entry.sequence} says that it was redacted: {entry.content}")


@app.command()
def archive(
    output: OutputFile,
    older_than: Annotated[
        int | None, typer.Option(min=1, metavar="DAYS", help="See COPILOT_RETENTION_DAYS.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Move entries that are old enough into a file; an entry in their place keeps the chain whole."""
    from copilot.records.ledger import archive_entries

    days = older_than or settings_in_force().retention_days
    if days is None:
        raise ToolInputError(
            "nothing says how old an entry must be",
            remedy="Give --older-than, or set COPILOT_RETENTION_DAYS.",
        )
    now = datetime.now(UTC)
    with _ledger() as ledger:
        done = archive_entries(ledger, output, before=now - timedelta(days=days), now=now)
    if as_json:
        print_in_ascii(
            None if done is None else {"first": done.first, "through": done.through, "entry": done.sequence}
        )
    elif done is None:
        typer.echo(f"No entry is older than {days} days and free to go.")
    else:
        typer.echo(
            f"Entries {done.first} to {done.through} are in {output}; entry {done.sequence} says so."
        )


@app.command("change-key")
def change_key(as_json: AsJson = False) -> None:
    """Seal what follows with a new key, which stands behind the old one in the key file."""
    with _ledger() as ledger:
        entry, file = ledger.change_key(), ledger.key_file.path
    if as_json:
        print_in_ascii(entry_as_json(entry))
    else:
        typer.echo(
            f"Entry {entry.sequence} names the new key, which is in {file}. Keep a copy of the file."
        )


def _ledger() -> Ledger:
    from copilot.records.ledger import chosen_ledger

    return chosen_ledger(settings_in_force(), must_exist=True)


def _report(head: Path | None, export: Path | None) -> Report:
    from copilot.records.ledger import KeyFile, read_head, verify_export, verify_ledger

    now = datetime.now(UTC)
    if export is not None:
        return verify_export(export, KeyFile(settings_in_force().key_of_the_ledger).keys(), now=now)
    known = None if head is None else read_head(head)
    with _ledger() as ledger:
        return verify_ledger(ledger, now=now, head=known)


def _replayed(ledger: Ledger, number: int | None) -> Iterator[Replayed]:
    """One answer, or all but those of which too much was redacted."""
    from copilot.records.ledger import replay as replayed

    corpus = corpus_in_force(settings_in_force())
    if number is not None:
        yield replayed(ledger, number, corpus=corpus)
        return
    for entry in ledger.entries():
        if entry.kind != "answer":
            continue
        if {"statements", "results"} & set(entry.redacted):
            typer.echo(f"Answer {entry.sequence} was redacted and cannot be rebuilt.", err=True)
        else:
            yield replayed(ledger, entry.sequence, corpus=corpus)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
