"""The firm's policy files: Markdown, DOCX and text PDF, each with its head inside or in a file beside it.

``gifts.docx`` has its head in ``gifts.yaml``; a Markdown file may carry it itself, as front matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import PurePath

from copilot.errors import CorpusError
from copilot.law import front_matter
from copilot.law.extracting import KINDS, LARGEST, Kind, UnreadableFile, lines_in
from copilot.law.instrument import Instrument
from copilot.law.policy import PolicyHead, policy_from, read_policy
from copilot.law.provision import Placed

_HEAD = ".yaml"


def read_policy_folder(folder: Traversable) -> Iterator[tuple[Instrument, tuple[Placed, ...]]]:
    """Every policy of a folder, in the order of the file names; other kinds of files are named as faults."""
    if not folder.is_dir():
        raise CorpusError(
            "there is no such folder of policies", remedy="Correct COPILOT_POLICIES.", file=str(folder)
        )
    files = sorted((entry for entry in folder.iterdir() if entry.is_file()), key=lambda entry: entry.name)
    heads = {PurePath(file.name).stem: file for file in files if file.name.endswith(_HEAD)}
    for file in files:
        if file.name.endswith(_HEAD) or file.name.startswith((".", "_")):
            continue
        yield _read(file, heads.get(PurePath(file.name).stem))


def _read(file: Traversable, beside: Traversable | None) -> tuple[Instrument, tuple[Placed, ...]]:
    content = _bytes(file)
    kind = PurePath(file.name).suffix.lower()
    if kind == ".md" and beside is None:
        return read_policy(_decoded(content, file), str(file))
    if kind == ".md":
        lines = _decoded(content, file).splitlines()
    elif kind in KINDS:
        lines = _lines(KINDS[kind], content, file)
    else:
        raise _fault(file, f"{kind or 'no ending'} is no kind of policy", "Use .md, .docx or .pdf.")
    if beside is None:
        name = f"{PurePath(file.name).stem}{_HEAD}"
        raise _fault(file, "nothing says its id, version and dates", f"Add them in {name} beside it.")
    head = front_matter.read_yaml(PolicyHead, _decoded(_bytes(beside), beside), str(beside))
    return policy_from(head, tuple(lines), str(file), first_line=1)


def _lines(kind: Kind, content: bytes, file: Traversable) -> list[str]:
    try:
        return lines_in(kind, content)
    except UnreadableFile as error:
        raise _fault(file, str(error), error.remedy) from error


def _bytes(file: Traversable) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise _fault(file, f"it cannot be read: {error.strerror}", "Check that it may be read.") from error
    if len(content) > LARGEST:
        raise _fault(file, f"it is larger than {LARGEST // 2**20} MB", "Check that it is a policy.")
    return content


def _decoded(content: bytes, file: Traversable) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(file, f"it is not UTF-8 text: {error.reason}", "Save it as UTF-8.") from error


def _fault(file: Traversable, message: str, remedy: str) -> CorpusError:
    return CorpusError(message, remedy=remedy, file=str(file))
