"""Where installed texts lie, and whether they are still as they were installed.

::

    official/eu-ai-act/2026-07-27/edition.json          names the text in use
    official/eu-ai-act/2026-07-27/text-.../units.json   its units, one a line
    official/eu-ai-act/2026-07-27/text-.../received/    the publisher's files, as they came
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from copilot.errors import CorpusError
from copilot.law.instrument import Instrument, Version

EDITION = "edition.json"
UNITS = "units.json"
RECEIVED = "received"
_FOLDER = "official"


class HeldUnit(BaseModel):
    """One unit of an installed text, as ``units.json`` has it."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)

    path: tuple[str, ...]
    title: str
    text: str
    headings: tuple[str, ...]


class ReceivedFile(BaseModel):
    """A publisher's file, as it came."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sha256: str
    size: int


class InstalledText(BaseModel):
    """What ``edition.json`` says of an installed text; ``source`` is the address or the file it is from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    instrument: str
    version: date
    source: str
    sha256: str
    size: int
    installed_at: datetime
    units: int
    units_sha256: str
    files: tuple[ReceivedFile, ...]
    folder: str


_HELD_UNITS = TypeAdapter(tuple[HeldUnit, ...])


class OfficialStore:
    """The installed texts in a data folder."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / _FOLDER

    def folder_of(self, instrument: str, day: date) -> Path:
        """Where the text of one version lies."""
        return self.folder / instrument / day.isoformat()

    def installed(self, instrument: Instrument, version: Version) -> InstalledText | None:
        """What is installed of a version; none where nothing is."""
        file = self.folder_of(instrument.id, version.start) / EDITION
        try:
            text = InstalledText.model_validate_json(file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValidationError) as error:
            raise _damaged(file, "this cannot be read", instrument.id, version.start) from error
        if (text.instrument, text.version) != (instrument.id, version.start):
            what = f"this is of {text.instrument}, {text.version}"
            raise _damaged(file, what, instrument.id, version.start)
        return text

    def units_file(self, text: InstalledText) -> Path:
        """The file with the units of a text."""
        return self.folder_of(text.instrument, text.version) / text.folder / UNITS

    def units(self, text: InstalledText) -> tuple[HeldUnit, ...]:
        """The units of a text; they and the files they are from must be as they were installed."""
        file = self.units_file(text)
        for received in text.files:
            _unchanged(file.parent / RECEIVED / received.name, received.sha256, text)
        data = _unchanged(file, text.units_sha256, text)
        try:
            return _HELD_UNITS.validate_json(data)
        except ValidationError as error:
            raise _damaged(file, "this cannot be read", text.instrument, text.version) from error


def _unchanged(file: Path, sha256: str, text: InstalledText) -> bytes:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise _damaged(file, "this is missing", text.instrument, text.version) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise _damaged(file, "this is not as it was installed", text.instrument, text.version)
    return data


def _damaged(file: Path, what: str, instrument: str, day: date) -> CorpusError:
    return CorpusError(
        f"the installed official text of {instrument} is damaged: {what}",
        remedy=f"Install it again: copilot law install {instrument} --version {day}",
        file=str(file),
    )
