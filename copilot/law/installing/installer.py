"""Installs official texts: from the publisher, or from files a user already has.

All that is asked for is read and checked before any of it is put in use: whatever fails, the texts
installed before stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from copilot.errors import CorpusError
from copilot.law.corpus import Corpus
from copilot.law.installed import HeldUnit, InstalledText
from copilot.law.installing.download import PATIENCE, Patience, Progress, fetch
from copilot.law.installing.given import files_of, version_on, versions_given
from copilot.law.installing.same_act import require_same_act
from copilot.law.installing.shelf import Shelf
from copilot.law.instrument import Download, Instrument, Version
from copilot.law.official import read_official


@dataclass(frozen=True, slots=True)
class _Source:
    """A version, the file or folder its text is read from, and where that is from."""

    version: Version
    path: Path
    origin: str


class Installer:
    """Installs the texts of one instrument into a data folder; the digest says whether they are its own.

    ::

        Installer(corpus.instruments["eu-ai-act"], corpus, data_folder).from_publisher(None, progress)
    """

    def __init__(self, instrument: Instrument, digest: Corpus, data_folder: Path) -> None:
        self._instrument, self._digest = instrument, digest
        self._shelf = Shelf(instrument, data_folder)

    def from_publisher(
        self, day: date | None, progress: Progress, *, patience: Patience = PATIENCE
    ) -> tuple[InstalledText, ...]:
        """Fetch and install every version the publisher offers, or that of one day."""
        if day is not None:
            version_on(self._instrument, day)
        offered = [offer for offer in self._instrument.downloads if day in (None, offer.version)]
        if not offered:
            raise CorpusError(
                f"no address is known from which the {self._instrument.short} can be fetched"
                + (f" as of {day}" if day else ""),
                remedy="Download it in a browser, and name the file with --from FILE.",
            )
        with self._shelf.being_changed():
            fetched = [self._fetched(offer, progress, patience) for offer in offered]
            installed = self._install(fetched)
            for source in fetched:  # where a check fails, the file stays to be looked at
                source.path.unlink()
            return installed

    def from_files(self, path: Path, day: date | None) -> tuple[InstalledText, ...]:
        """Install the versions that a file, or a folder of files, holds."""
        given = versions_given(path, self._instrument, day)
        with self._shelf.being_changed():
            return self._install([_Source(version, file, file.name) for version, file in given])

    def _fetched(self, offer: Download, progress: Progress, patience: Patience) -> _Source:
        version, address = version_on(self._instrument, offer.version), str(offer.address)
        name = version.celex or PurePosixPath(offer.address.path or "").stem
        to = self._shelf.downloads() / f"{name}.{offer.media}"
        return _Source(version, fetch(address, to, progress, patience=patience).path, address)

    def _install(self, sources: Iterable[_Source]) -> tuple[InstalledText, ...]:
        written = tuple(self._written(source) for source in sources)
        for text in written:
            self._shelf.put_in_use(text)
        return written

    def _written(self, source: _Source) -> InstalledText:
        files = files_of(source.path)
        units = read_official(source.path)
        digest = self._digest.as_of(source.version.start)
        require_same_act(units, self._instrument, digest, str(source.path))
        held = [HeldUnit.model_validate(unit) for unit in units]
        return self._shelf.write(source.version, files, held, source.origin)
