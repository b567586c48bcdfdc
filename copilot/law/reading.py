"""Reads the folders of the corpus into one ``Corpus``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import RootModel

from copilot.errors import CorpusError
from copilot.law import front_matter
from copilot.law.application import with_application
from copilot.law.corpus import Corpus
from copilot.law.digest import read_digest
from copilot.law.installed import official_provisions
from copilot.law.instrument import Instrument
from copilot.law.policy_files import read_policy_folder
from copilot.law.provision import Placed

_ONE = "instrument.yaml"
_SEVERAL = "instruments.yaml"
_APPLICATION = "application.yaml"
_POLICIES = "policies"
_MARKDOWN = ".md"


class _Instruments(RootModel[tuple[Instrument, ...]]):
    """An ``instruments.yaml``: for laws too small for a folder each."""


def load_corpus(
    *, policies: Path | None, texts: Traversable | None = None, installed: Path | None = None
) -> Corpus:
    """The corpus as it ships, or another folder of ``texts`` in its form.

    ``policies`` replaces the sample firm's by a firm's own folder. ``installed`` is the data folder whose
    official texts stand beside the digest.
    """
    root = texts or files("corpus")
    instruments: list[Instrument] = []
    placed: list[Placed] = []
    for folder in sorted(root.iterdir(), key=lambda entry: entry.name):
        if folder.is_dir() and folder.name != _POLICIES and not folder.name.startswith("_"):
            instruments.extend(_read_instruments(folder))
            placed.extend(_read_provisions(folder))
    if installed is not None:
        placed.extend(_read_official(instruments, placed, installed))
    for policy, sections in read_policy_folder(policies or root.joinpath(_POLICIES)):
        _require_one_audience(instruments, policy, sections[0].file)
        instruments.append(policy)
        placed.extend(sections)
    return Corpus(instruments, placed)


def _require_one_audience(held: list[Instrument], policy: Instrument, file: str) -> None:
    """The title and the owner of a policy are those of its latest version: who sees one version has to see all."""
    if any(other.id == policy.id and other.audience != policy.audience for other in held):
        raise CorpusError(
            f"another version of {policy.id} is for another audience",
            remedy="Give all versions of a policy the same audience, or this one an id of its own.",
            file=file,
        )


def _read_instruments(folder: Traversable) -> tuple[Instrument, ...]:
    one, several = folder.joinpath(_ONE), folder.joinpath(_SEVERAL)
    if one.is_file():
        return (front_matter.read_yaml(Instrument, _text(one), str(one)),)
    if several.is_file():
        return front_matter.read_yaml(_Instruments, _text(several), str(several)).root
    raise CorpusError(
        f"the folder says nowhere what it holds: {_ONE} is missing",
        remedy=f"Add {_ONE} with id, title, short, kind, publisher and versions.",
        file=str(folder),
    )


def _read_provisions(folder: Traversable) -> tuple[Placed, ...]:
    placed = tuple(item for file in _markdown(folder) for item in read_digest(_text(file), str(file)))
    table = folder.joinpath(_APPLICATION)
    return with_application(placed, _text(table), str(table)) if table.is_file() else placed


def _read_official(
    instruments: list[Instrument], digest: list[Placed], data_folder: Path
) -> tuple[Placed, ...]:
    return tuple(
        item
        for instrument in instruments
        for item in official_provisions(
            instrument, data_folder, (item for item in digest if item.provision.instrument == instrument.id)
        )
    )


def _markdown(folder: Traversable) -> Iterator[Traversable]:
    """The Markdown files of a folder in the order of their names, which is the order of the text."""
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.is_file() and file.name.endswith(_MARKDOWN):
            yield file


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"the file is not UTF-8 text: {error.reason}", remedy="Save it as UTF-8.", file=str(file)
        ) from error
    except OSError as error:
        raise CorpusError(
            f"the file cannot be read: {error.strerror}",
            remedy="Check that it may be read.",
            file=str(file),
        ) from error
