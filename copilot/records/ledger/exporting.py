"""Entries as a file for a supervisor, or for an archive: JSON Lines that can be checked without our program.

The first line says what the file is and how to check it, the last how many entries it holds. Between them
stands one line an entry, and before it one for each text that it is the first to lean on. What was redacted is
not there; its salted hash is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection

from copilot.errors import MachineError
from copilot.records.ledger import rows
from copilot.records.ledger.canonical import FORM, canonical
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.forms import AnswerForm, RedactedForm, read_form
from copilot.records.ledger.ledger import Ledger
from copilot.records.ledger.sight import Sight

README = (
    "Entries of the audit ledger of a regulatory copilot, as JSON Lines in ASCII. "
    "To check without the key: the SHA-256 of each body is its text; the SHA-256 of the salt followed by the "
    "value of each field is what the content of its entry gives under redactable (a field that is not there was "
    "redacted); where the file is unbroken, previous of each entry is mac of the one before. "
    "To check with the key (32 bytes): mac is HMAC-SHA256 over the JSON list, without spaces, of "
    '"regulatory-copilot entry", 1, ledger, sequence, at, kind, key, previous and the SHA-256 of content. '
    "Strings are hashed in UTF-8, as they read once JSON's escapes are resolved. "
    "With the copilot: copilot audit verify --export FILE."
)


WITHHOLDS = (
    " This file is not the whole: entries whose texts are not open to whoever exported them are withheld, and named by "
    "number, time and kind alone; so are the names of acts that answers were read with, whose hashes are given. The "
    "entries that are there can be checked, each for itself; that nothing else was left out cannot be seen from this "
    "file. Somebody to whom every audience is open can export all of it."
)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many entries, and the hash of the whole file."""

    entries: int
    sha256: str


def export_entries(
    ledger: Ledger,
    file: Path,
    *,
    since: datetime | None = None,
    before: datetime | None = None,
    actor: str | None = None,
) -> Exported:
    """Write the entries of a period to a new file; with an actor, only what was asked by them and answered to them."""
    with ledger.reading() as connection:
        entries = rows.all_entries(connection, since=since, before=before)
        if actor is not None:
            entries = _of_actor(connection, entries, actor)
        return write_export(connection, file, entries, unbroken=actor is None)


def export_lines(
    connection: Connection, sight: Sight, *, since: datetime | None, before: datetime | None
) -> Iterator[str]:
    """The lines of an export of a period for somebody who may not see all of it, one after the other."""
    entries = _Counted(rows.all_entries(connection, since=since, before=before))
    lines = (
        _lines(connection, entries, unbroken=True)
        if sight.sees_everything
        else _seen(connection, entries, sight)
    )
    return (f"{canonical(line)}\n" for line in lines)


def write_export(
    connection: Connection, file: Path, entries: Iterable[Entry], *, unbroken: bool
) -> Exported:
    """Write entries to a file that was not there before, and have it on disk."""
    digest, written = sha256(), _Counted(entries)
    try:
        with file.open("x", encoding="ascii", newline="\n") as stream:
            for line in _lines(connection, written, unbroken):
                text = f"{canonical(line)}\n"
                digest.update(text.encode())
                stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError as error:
        raise MachineError(f"{file} is there already", remedy="Name a new file.") from error
    except OSError as error:
        file.unlink(missing_ok=True)
        raise MachineError(
            f"the entries cannot be written to {file}: {error.strerror or error}",
            remedy="Free space, or name a file in a folder that is there and that you may write.",
        ) from error
    return Exported(written.count, digest.hexdigest())


class _Counted:
    """Entries, counted as they go by."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.count = 0
        self._entries = entries

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.count += 1
            yield entry


def _lines(connection: Connection, entries: _Counted, unbroken: bool) -> Iterator[object]:
    named = rows.ledger_named(connection)
    yield {"readme": README, "form": FORM, "ledger": named, "unbroken": unbroken}
    told: set[str] = set()
    for entry in entries:
        if entry.kind == "answer":
            leaned_on = dict.fromkeys(read_form(AnswerForm, entry).evidence.texts)
            for sha256_of_text in leaned_on.keys() - told:
                yield {"text": sha256_of_text, "body": rows.text_kept(connection, sha256_of_text)}
            told |= leaned_on.keys()
        yield {"entry": entry}
    yield {"entries": entries.count}


def _seen(connection: Connection, entries: _Counted, sight: Sight) -> Iterator[object]:
    named, told, withheld = rows.ledger_named(connection), set[str](), 0
    yield {
        "readme": f"{README}{WITHHOLDS}",
        "form": FORM,
        "ledger": named,
        "unbroken": False,
        "withholds": True,
    }
    for entry in entries:
        if not sight.sees(entry):
            withheld += 1
            yield {"withheld": {"sequence": entry.sequence, "at": entry.at, "kind": entry.kind}}
            continue
        if entry.kind == "answer":
            evidence = read_form(AnswerForm, entry).evidence
            for text in dict.fromkeys(evidence.texts).keys() - told:
                body = None if text == evidence.names else rows.text_kept(connection, text)
                yield {"text": text, "body": body}
            told |= set(evidence.texts)
        yield {"entry": entry}
    yield {"entries": entries.count - withheld, "left_out": withheld}


def _of_actor(connection: Connection, entries: Iterable[Entry], actor: str) -> Iterator[Entry]:
    """The questions of an actor, the answers to them, and what was redacted of either."""
    meant = set(rows.questions_of(connection, actor))
    for entry in entries:
        if entry.kind == "answer" and read_form(AnswerForm, entry).question in meant:
            meant.add(entry.sequence)
            yield entry
        elif entry.sequence in meant or (
            entry.kind == "redacted" and read_form(RedactedForm, entry).entry in meant
        ):
            yield entry
