"""The key of the ledger: a file outside the database, so that who can change entries cannot seal them anew.

The file holds one key a line, in hexadecimal digits; a line that begins with ``#`` is a note. After a change
of the key the old ones stay, since the entries they sealed can be checked with nothing else.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from copilot.errors import LedgerKeyUnusable, RecordsUnavailable

RandomBytes: TypeAlias = Callable[[int], bytes]
_SIZE = 32
_KEY = re.compile(rf"[0-9a-f]{{{_SIZE * 2}}}")
_NOTE = "# Seals the copilot's ledger. Keep a copy elsewhere: without it no entry can be checked."


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """One secret; its ``id`` may be known to everybody."""

    secret: bytes

    @property
    def id(self) -> str:
        """The name of the key in the entries it sealed; the secret cannot be had from it."""
        return sha256(b"regulatory-copilot ledger key\x00" + self.secret).hexdigest()[:16]


class KeyFile:
    """The file of the keys of one ledger."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keys(self) -> dict[str, Key]:
        """Every key, by its id, the latest last; none where there is no file."""
        try:
            self._require_private()
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as error:
            raise LedgerKeyUnusable(
                f"the key of the ledger in {self.path} cannot be read: {error}",
                remedy="Let the copilot read the file, or put back a copy of it.",
            ) from error
        written = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        if not written or not all(_KEY.fullmatch(line) for line in written):
            raise LedgerKeyUnusable(
                f"{self.path} holds no key of a ledger, or a line of it is damaged",
                remedy="Put back a copy of the key file. A key is one line of 64 hexadecimal digits.",
            )
        keys = [Key(bytes.fromhex(line)) for line in written]
        return {key.id: key for key in keys}

    def created(self, random_bytes: RandomBytes) -> dict[str, Key]:
        """The keys, with a first one where there is no file; of two processes at once, one makes it for both."""
        secret = random_bytes(_SIZE)
        part = self._part(random_bytes)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            _write_private(part, f"{_NOTE}\n{secret.hex()}\n")
            with suppress(FileExistsError):  # another process was first, and its key is the one that counts
                self.path.hardlink_to(part)
            part.unlink()
        except OSError as error:
            raise self._cannot_be_written(error) from error
        return self.keys()

    def add(self, random_bytes: RandomBytes) -> Key:
        """Make a new key and put it behind the others, on disk before it is used."""
        key = Key(random_bytes(_SIZE))
        part = self._part(random_bytes)
        try:
            _write_private(part, f"{self.path.read_text(encoding='utf-8').rstrip()}\n{key.secret.hex()}\n")
            part.replace(self.path)
        except OSError as error:
            raise self._cannot_be_written(error) from error
        return key

    def _part(self, random_bytes: RandomBytes) -> Path:
        return self.path.with_name(f"{self.path.name}.{random_bytes(8).hex()}.part")

    def _require_private(self) -> None:
        mode = self.path.stat().st_mode
        if os.name == "posix" and mode & stat.S_IRWXO:
            raise LedgerKeyUnusable(
                f"everybody on this machine can read the key of the ledger in {self.path}",
                remedy=f"Keep it from others: chmod 600 {self.path}",
            )

    def _cannot_be_written(self, error: OSError) -> RecordsUnavailable:
        return RecordsUnavailable(
            f"the key of the ledger cannot be written to {self.path}: {error.strerror or error}",
            remedy="Free space, or set COPILOT_LEDGER_KEY_FILE to a file in a folder you may write.",
        )


def _write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, and have it on disk before it is used."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
