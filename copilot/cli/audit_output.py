"""How entries of the ledger, and what was found about them, are printed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from copilot.cli.output import print_table

if TYPE_CHECKING:
    from pydantic import JsonValue

    from copilot.records.ledger import Entry, Head, Replayed, Report

_SHORT = 60


def print_in_ascii(value: JsonValue | Sequence[JsonValue]) -> None:
    """Print JSON with every letter beyond ASCII escaped: people ask with letters that no terminal shows."""
    typer.echo(json.dumps(value, indent=2))


def entry_as_json(entry: Entry) -> dict[str, JsonValue]:
    """The whole entry; parts that can be redacted beside what the chain says, without their salts."""
    return {
        "sequence": entry.sequence,
        "at": entry.at,
        "kind": entry.kind,
        "said": dict(entry.said),
        "fields": {name: json.loads(field.value) for name, field in entry.fields.items()},
        "redacted": list(entry.redacted),
        "key": entry.key,
        "previous": entry.previous,
        "mac": entry.mac,
    }


def print_entry(entry: Entry) -> None:
    """The whole entry for a person."""
    typer.secho(f"Entry {entry.sequence}: {entry.kind}, {entry.at}", bold=True)
    whole = entry_as_json(entry)
    for part in ("said", "fields"):
        typer.echo(json.dumps(whole[part], indent=2))
    if entry.redacted:
        typer.echo(f"Redacted: {', '.join(entry.redacted)}")
    typer.echo(f"Sealed {entry.mac} with key {entry.key}")


def print_entries(entries: Sequence[Entry]) -> None:
    """A line for each entry."""
    rows = [(str(entry.sequence), entry.at, entry.kind, _in_short(entry)) for entry in entries]
    print_table(("Entry", "Written", "Kind", "What"), rows)


def report_as_json(report: Report) -> dict[str, JsonValue]:
    """The report, with each fault."""
    return {
        "holds": report.holds,
        "ledger": report.ledger,
        "entries": report.entries,
        "first": report.first,
        "last": report.last,
        "redacted": report.redacted,
        "archived": report.archived,
        "withheld": report.withheld,
        "faults": [
            {"kind": fault.kind, "sequence": fault.sequence, "said": fault.said} for fault in report.faults
        ],
    }


def print_report(report: Report, *, with_head: bool) -> None:
    """What was looked at, and each fault in a line."""
    for fault in report.faults:
        typer.secho(f"{fault.kind}: {fault.said}", fg=typer.colors.RED)
    span = f" ({report.first} to {report.last})" if report.entries else ""
    typer.echo(
        f"{report.entries} entries{span} of ledger {report.ledger}; {report.redacted} parts redacted."
    )
    if report.withheld:
        typer.echo(f"{report.withheld} more are withheld from this file, and not checked.")
    if not report.holds:
        typer.secho(f"{len(report.faults)} faults: it is not as it was written.", bold=True)
        return
    typer.secho("All of it is as it was written.", bold=True)
    if not with_head:
        typer.echo("Whether its end was cut off shows only with a head: copilot audit verify --head FILE")


def head_as_json(head: Head) -> dict[str, JsonValue]:
    """The head, as it stands in its file."""
    return {
        "ledger": head.ledger,
        "sequence": head.sequence,
        "at": head.at,
        "key": head.key,
        "mac": head.mac,
        "seal": head.seal,
    }


def replayed_as_json(replayed: Replayed) -> dict[str, JsonValue]:
    """Each statement and result with whether it came out the same."""
    return {
        "sequence": replayed.sequence,
        "same": replayed.same,
        "statements": [
            {
                "text": each.kept.text,
                "same": each.same,
                "grade": each.kept.check.grade,
                "grade_again": each.again.check.grade,
                "reasons_again": list(each.again.check.reasons),
            }
            for each in replayed.statements
        ],
        "results": [
            {"name": each.name, "run_again": each.again is not None, "same": each.same}
            for each in replayed.results
        ],
        "texts": [
            {"id": str(text.id), "layer": text.layer, "today": text.state} for text in replayed.texts
        ],
    }


def print_replayed(replayed: Replayed) -> None:
    """The answer in short, and all that differs."""
    question = replayed.record.question
    typer.secho(f"Answer {replayed.sequence}, as of {question.as_of}: {_shown(question.asked)}", bold=True)
    for each in replayed.statements:
        outcome = "same" if each.same else f"differs, now {each.again.check.grade}"
        typer.echo(f"- [{each.kept.check.grade}, {outcome}] {_shown(each.kept.text)}")
        for reason in () if each.same else each.again.check.reasons:
            typer.echo(f"  {_shown(reason)}")
    if replayed.record.refusal is not None:
        typer.echo(f"Refused: {replayed.record.refusal.reason}")
    for text in replayed.texts:
        if text.state != "same":
            typer.echo(f"Today the text of {text.id} ({text.layer}) is {text.state}.")
    for result in replayed.results:
        if not result.same:
            typer.echo(f"Today {result.name} comes out otherwise.")


def _in_short(entry: Entry) -> str:
    """What an entry is about, in a line."""
    from copilot.records.ledger import in_short

    words = _shown(in_short(entry))
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _shown(words: str) -> str:
    """Somebody's words, without letters by which they could take hold of the terminal."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in words
    )
