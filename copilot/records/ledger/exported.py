"""Checks a file of exported entries with the key of the ledger, without its database."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from copilot.errors import MachineError, ToolInputError
from copilot.records.ledger.canonical import hash_of
from copilot.records.ledger.chain import Chain
from copilot.records.ledger.entry import Entry
from copilot.records.ledger.fault import Fault
from copilot.records.ledger.forms import AnswerForm, read_form
from copilot.records.ledger.key import Key
from copilot.records.ledger.verifying import Report


class _Withheld(BaseModel):
    """An entry that whoever made the file may not see."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sequence: int
    at: str
    kind: str


class _Line(BaseModel):
    """A line: the head of the file, a text, an entry or that one is withheld, or the count at its end."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    readme: str | None = None
    form: int | None = None
    ledger: str = ""
    unbroken: bool = False
    text: str | None = None
    body: str | None = None
    entry: Entry | None = None
    withholds: bool = False
    withheld: _Withheld | None = None
    entries: int | None = None
    left_out: int = 0


_LINE = TypeAdapter(_Line)


def verify_export(file: Path, keys: Mapping[str, Key], *, now: datetime) -> Report:
    """Hold each entry of a file against its seal and the one before it, and each text against its hash."""
    lines = _read(file)
    about = next(lines, _Line())
    if about.readme is None:
        raise _no_export(file)
    chain, withheld = Chain(about.ledger, keys, now), Counter[str]()
    faults = tuple(_faults(lines, chain, about, withheld))
    return Report(
        ledger=about.ledger,
        entries=chain.count,
        first=chain.first.sequence if chain.first else None,
        last=chain.last.sequence if chain.last else None,
        redacted=len(chain.gone),
        archived=None,
        faults=faults,
        withheld=withheld.total(),
    )


def _faults(lines: Iterator[_Line], chain: Chain, about: _Line, withheld: Counter[str]) -> Iterator[Fault]:
    held: set[str] = set()
    told: tuple[int | None, int] = (None, 0)
    for line in lines:
        told = line.entries, line.left_out
        if line.withheld is not None:
            withheld[line.withheld.kind] += 1
        elif line.text is not None and line.body is not None and hash_of(line.body) == line.text:
            held.add(line.text)
        elif line.entry is not None:
            found = chain.faults_at(line.entry)
            yield from (fault for fault in found if about.unbroken or fault.kind != "missing")
            held |= _names_withheld(line.entry) if about.withholds else set()
    for sha256, sequence in chain.leaned_on.items():
        if sha256 not in held:
            said = f"A text that entry {sequence} leans on ({sha256[:12]}) is changed or gone."
            yield Fault("text", sequence, said)
    if told != (chain.count, withheld.total()):
        last = chain.last.sequence if chain.last else None
        yield Fault("cut", last, "The file does not end as it was written.")


def _names_withheld(entry: Entry) -> set[str]:
    """The text that a file which withholds something gives the hash of alone."""
    return {read_form(AnswerForm, entry).evidence.names} if entry.kind == "answer" else set()


def _read(file: Path) -> Iterator[_Line]:
    try:
        with file.open(encoding="ascii") as stream:
            for line in stream:
                yield _LINE.validate_python(json.loads(line))
    except OSError as error:
        raise MachineError(
            f"{file} cannot be read: {error.strerror or error}", remedy="Name a file that was exported."
        ) from error
    except (ValueError, ValidationError) as error:
        raise _no_export(file) from error


def _no_export(file: Path) -> ToolInputError:
    return ToolInputError(
        f"{file} is no export of a ledger, or was damaged",
        remedy="Name a file that `copilot audit export` or `archive` wrote.",
    )
