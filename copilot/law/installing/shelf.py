"""Puts a text into the store, so that it takes the place of the one before in a single step.

A text is written under a new name and named in ``edition.json`` last: a reader sees the old text or
the new one, and one that was cut off is never read.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from filelock import FileLock

from copilot.errors import CorpusError, MachineError
from copilot.law.installed.store import (
    EDITION,
    RECEIVED,
    UNITS,
    HeldUnit,
    InstalledText,
    OfficialStore,
    ReceivedFile,
)
from copilot.law.instrument import Instrument, Version

_DOWNLOADS = "downloads"
_LOCK = "installing.lock"
_PREFIX = "text-"


class Shelf:
    """The place in the store where the texts of one instrument are put."""

    def __init__(self, instrument: Instrument, data_folder: Path) -> None:
        self._instrument = instrument
        self._store = OfficialStore(data_folder)

    @contextmanager
    def being_changed(self) -> Iterator[None]:
        """Hold the one right to install; a second installation waits for the first."""
        folder = self._store.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with FileLock(folder / _LOCK):
                yield
        except OSError as error:
            raise MachineError(
                f"official texts cannot be written to {folder}: {error.strerror or error}",
                remedy="Free space, or set COPILOT_DATA_DIR to a folder you may write.",
            ) from error

    def downloads(self) -> Path:
        """The folder in which files arrive, and parts wait to be continued."""
        folder = self._store.folder / self._instrument.id / _DOWNLOADS
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def write(
        self, version: Version, files: Iterable[Path], units: Iterable[HeldUnit], source: str
    ) -> InstalledText:
        """Write a text beside the one in use; nothing reads it before ``put_in_use``."""
        self._clear(version)
        folder = self._store.folder_of(self._instrument.id, version.start) / f"{_PREFIX}{uuid4().hex}"
        (folder / RECEIVED).mkdir(parents=True)
        received = tuple(_received(file, folder / RECEIVED) for file in files)
        lines = [unit.model_dump_json() for unit in units]
        data = "[\n{}\n]\n".format(",\n".join(lines)).encode()
        _write(folder / UNITS, data)
        return InstalledText(
            instrument=self._instrument.id,
            version=version.start,
            source=source,
            sha256=_hash_of_all(received),
            size=sum(file.size for file in received),
            installed_at=datetime.now(UTC),
            units=len(lines),
            units_sha256=hashlib.sha256(data).hexdigest(),
            files=received,
            folder=folder.name,
        )

    def put_in_use(self, text: InstalledText) -> None:
        """Name a text as the one in use; the one it replaces stays until the next, for its readers."""
        file = self._store.folder_of(text.instrument, text.version) / EDITION
        part = file.with_suffix(".part")
        _write(part, text.model_dump_json(indent=2).encode())
        part.replace(file)

    def _clear(self, version: Version) -> None:
        """Remove what is not in use: texts replaced, and left-overs of installations cut off."""
        try:
            in_use = self._store.installed(self._instrument, version)
        except CorpusError:
            in_use = None
        for folder in self._store.folder_of(self._instrument.id, version.start).glob(f"{_PREFIX}*"):
            if in_use is None or folder.name != in_use.folder:
                shutil.rmtree(folder, ignore_errors=True)


def _received(file: Path, folder: Path) -> ReceivedFile:
    data = file.read_bytes()
    _write(folder / file.name, data)
    return ReceivedFile(name=file.name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _hash_of_all(files: tuple[ReceivedFile, ...]) -> str:
    """The hash of the one file, or one over the list of them where an act comes in several."""
    if len(files) == 1:
        return files[0].sha256
    return hashlib.sha256("".join(f"{file.sha256}  {file.name}\n" for file in files).encode()).hexdigest()


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
