"""What is held of each instrument, and what is not: versions, digest, official text, gaps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copilot.errors import CorpusError
from copilot.law.corpus import Corpus
from copilot.law.installed.store import InstalledText, OfficialStore
from copilot.law.instrument import Instrument, Version

_OWN_TEXT = "policy"


@dataclass(frozen=True, slots=True)
class VersionHeld:
    """One version: how many units the digest has on its day, and the official text, if installed.

    ``damage`` says what is wrong with an installed text that cannot be used.
    """

    version: Version
    digest_units: int
    official: InstalledText | None
    damage: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is held of one instrument."""

    instrument: Instrument
    versions: tuple[VersionHeld, ...]


def coverage_of(digest: Corpus, data_folder: Path) -> tuple[Coverage, ...]:
    """What is held of every instrument; a firm's policies are its own text, and left out."""
    store = OfficialStore(data_folder)
    return tuple(
        Coverage(act, tuple(_held(act, version, digest, store) for version in act.versions))
        for act in digest.instruments.values()
        if act.kind != _OWN_TEXT
    )


def _held(act: Instrument, version: Version, digest: Corpus, store: OfficialStore) -> VersionHeld:
    units = sum(wording.instrument == act.id for wording in digest.as_of(version.start))
    try:
        official = store.installed(act, version)
        if official is not None:
            store.units(official)
    except CorpusError as error:
        return VersionHeld(version, units, None, str(error))
    return VersionHeld(version, units, official)
