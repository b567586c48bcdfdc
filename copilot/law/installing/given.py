"""Finds out of which version a file is that a user already has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from copilot.errors import CorpusError
from copilot.law.installing.download import LARGEST_FILE
from copilot.law.instrument import Instrument, Version

_PDF = ".pdf"
_XML = ".xml"


def version_on(instrument: Instrument, day: date) -> Version:
    """The version that begins on a day; an error says which there are."""
    for version in instrument.versions:
        if version.start == day:
            return version
    raise CorpusError(
        f"the {instrument.short} has no version of {day}",
        remedy=f"Its versions are of {_days(instrument)}.",
    )


def versions_given(
    path: Path, instrument: Instrument, day: date | None
) -> tuple[tuple[Version, Path], ...]:
    """The versions a file or folder holds, each with its file, or its folder of files in Formex.

    A name with the CELEX number of a version says which it is. A path without such a name is of the
    version of ``day``, or of the only one there is.
    """
    if not path.is_file() and not path.is_dir():
        raise CorpusError("there is no such file", remedy="Check the name after --from.", file=str(path))
    named = tuple(_named(path, instrument))
    if day is not None:
        wanted = version_on(instrument, day)
        others = [version.start for version, _ in named if version != wanted]
        named = tuple(found for found in named if found[0] == wanted)
        if not named and others:
            raise CorpusError(
                f"by its name this is the version of {others[0]}, not of {day}",
                remedy="Name the file of the version meant, or correct --version.",
                file=str(path),
            )
    elif len(instrument.versions) == 1:
        wanted = instrument.versions[0]
    else:
        wanted = None
    if named:
        return named
    if wanted is not None and (path.is_file() or any(path.glob(f"*{_XML}"))):
        return ((wanted, path),)
    raise CorpusError(
        f"nothing here says by its name of which version of the {instrument.short} it is",
        remedy=f"Name one file and add --version DAY, one of {_days(instrument)}; "
        "or name the files by their CELEX number, such as 02024R1689-20260727.html.",
        file=str(path),
    )


def files_of(path: Path) -> tuple[Path, ...]:
    """The files to keep: the one, or those of an act in Formex; refused by size before they are read."""
    files = (path,) if path.is_file() else tuple(sorted(path.glob(f"*{_XML}")))
    size = sum(file.stat().st_size for file in files)
    if size > LARGEST_FILE:
        raise CorpusError(
            f"{size:,} bytes are more than the {LARGEST_FILE:,} an official text may have",
            remedy="Name the file of one act, as its publisher offers it.",
            file=str(path),
        )
    return files


def _named(path: Path, instrument: Instrument) -> Iterator[tuple[Version, Path]]:
    # The PDFs of EUR-Lex cannot be read: they count only where there is nothing else.
    paths = [path, *sorted(path.rglob("*"), key=lambda found: (found.suffix == _PDF, found))]
    for version in instrument.versions:
        names = tuple(_names(instrument, version))
        here = next((found for found in paths if any(name in found.name for name in names)), None)
        if here is not None:
            yield version, here


def _names(instrument: Instrument, version: Version) -> Iterator[str]:
    """What a file of a version is called: by its number, by its publisher, or by a browser."""
    yield from (name for name in (version.celex, version.file) if name)
    for download in instrument.downloads:
        name = PurePosixPath(download.address.path or "").name
        if download.version == version.start and "." in name:
            yield name


def _days(instrument: Instrument) -> str:
    return ", ".join(str(version.start) for version in instrument.versions)
