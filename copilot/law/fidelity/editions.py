"""The official files a folder holds, each matched to the instrument and the version it publishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copilot.errors import CorpusError
from copilot.law.instrument import Instrument, Version
from copilot.law.official import OfficialUnit, read_official


@dataclass(frozen=True, slots=True)
class Edition:
    """One official file, or folder of files, and what it publishes."""

    instrument: Instrument
    version: Version
    path: Path

    def units(self) -> tuple[OfficialUnit, ...]:
        """Its units, under the ids of the digest."""
        return read_official(self.path)


def editions_in(folder: Path, instruments: Iterable[Instrument]) -> tuple[Edition, ...]:
    """The editions a folder holds: files are known by the CELEX number or the name their version gives.

    Where one version lies there in several formats, the first by name counts.
    """
    if not folder.is_dir():
        raise CorpusError(
            f"{folder} is not a folder",
            remedy="Name the folder that holds the publishers' files.",
            file=str(folder),
        )
    found = tuple(_found(sorted(folder.rglob("*")), instruments))
    if not found:
        raise CorpusError(
            "no official file of a version the corpus holds was found",
            remedy="Name the files by their CELEX number, such as 02024R1689-20260727.html.",
            file=str(folder),
        )
    return found


def _found(paths: list[Path], instruments: Iterable[Instrument]) -> Iterator[Edition]:
    for instrument in instruments:
        for version in instrument.versions:
            name = version.celex or version.file
            here = next((path for path in paths if name and path.name.startswith(name)), None)
            if here is not None:
                yield Edition(instrument, version, here)
