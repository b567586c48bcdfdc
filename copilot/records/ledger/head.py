"""The head of the ledger: its last seal, to be kept elsewhere. Whoever has it sees later if the end was cut off.

The file is one line of canonical JSON, so that any tool can sign it (``ssh-keygen -Y sign``, ``openssl``,
``gpg``). Its own seal tells a head that this ledger gave out from one that somebody made up.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from copilot.errors import MachineError, ToolInputError
from copilot.records.ledger.canonical import canonical
from copilot.records.ledger.key import Key
from copilot.records.ledger.seal import same, sealed


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a ledger at some time; sequence 0 where it has none."""

    ledger: str
    sequence: int
    at: str
    key: str
    mac: str
    seal: str

    @classmethod
    def of(cls, ledger: str, sequence: int, at: str, mac: str, key: Key) -> Head:
        """The head, sealed."""
        return cls(ledger, sequence, at, key.id, mac, _seal(ledger, sequence, at, mac, key))

    def holds(self, key: Key) -> bool:
        """Whether the ledger of this key gave it out."""
        return same(self.seal, _seal(self.ledger, self.sequence, self.at, self.mac, key))


def write_head(head: Head, file: Path) -> None:
    """Put the head into a file, in place of one that is there."""
    try:
        with file.open("w", encoding="utf-8") as stream:
            stream.write(f"{canonical(head)}\n")
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise MachineError(
            f"the head cannot be written to {file}: {error.strerror or error}",
            remedy="Name a file in a folder that is there and that you may write.",
        ) from error


def read_head(file: Path) -> Head:
    """A head that was exported before."""
    try:
        return TypeAdapter(Head).validate_json(file.read_bytes())
    except OSError as error:
        raise MachineError(
            f"the head in {file} cannot be read: {error.strerror or error}",
            remedy="Name the file that `copilot audit head --output FILE` wrote.",
        ) from error
    except ValidationError as error:
        raise ToolInputError(
            f"{file} holds no head of a ledger",
            remedy="Name the file that `copilot audit head --output FILE` wrote.",
        ) from error


def _seal(ledger: str, sequence: int, at: str, mac: str, key: Key) -> str:
    return sealed(key, "head", ledger, sequence, at, key.id, mac)
