"""Reads a policy that somebody sends: a file that may be anything, and what is said of it beside.

What is accepted here can be read, numbered and dated like the files of the folder; all else is named with file and
line, and nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeAlias

from pydantic import ValidationError

from copilot.errors import CorpusError, PolicyTooLarge, UnusablePolicy
from copilot.law import front_matter
from copilot.law.apart import lines_read_apart
from copilot.law.corpus import Corpus
from copilot.law.extracting import KINDS, LARGEST, LONGEST_TEXT, Kind, UnreadableFile
from copilot.law.policy import PolicyHead, policy_from
from copilot.law.provision import EVERYONE

Told: TypeAlias = Mapping[str, str | Sequence[str]]
"""What is said of a policy beside its file: fields of its head, as text."""

_LONGEST_NAME = 150
_LONGEST_HEAD = 10_000
_AUDIENCE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive, or a file of an office program",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\xd0\xcf\x11\xe0": "a file of an old office program",
    b"{\\rtf": "rich text",
}
_EXPECTED: Mapping[str, bytes | None] = {".md": None, ".docx": b"PK", ".pdf": b"%PDF-"}


@dataclass(frozen=True, slots=True)
class ReadPolicy:
    """A policy that can be kept: its file, its head, and its text line by line as in the file."""

    file_name: str
    content: bytes
    head: PolicyHead
    text: str


def read_upload(file_name: str, content: bytes, told: Told) -> ReadPolicy:
    """Read a file as a policy; raises ``UnusablePolicy`` where it is none."""
    try:
        kind = _kind_of(file_name, content)
        text = (
            _extracted(KINDS[kind], content, file_name) if kind in KINDS else _markdown(content, file_name)
        )
        head, lines = _head_and_lines(text, file_name, told)
        policy = ReadPolicy(file_name, content, head, "\n".join(lines))
        _require_citable(policy)
    except UnusablePolicy:
        raise
    except CorpusError as error:
        raise UnusablePolicy(str(error), remedy=error.remedy) from error
    return policy


def _kind_of(file_name: str, content: bytes) -> str:
    """What a file is by its name, where its first bytes do not say otherwise."""
    if not file_name.isprintable() or len(file_name) > _LONGEST_NAME or re.search(r"[/\\]|^\.", file_name):
        raise UnusablePolicy(
            f"the name of the file is a path, begins with a dot or has more than {_LONGEST_NAME} letters",
            remedy="Send the name alone, like gifts.docx.",
        )
    if len(content) > LARGEST:
        raise PolicyTooLarge(
            f"it is larger than {LARGEST // 2**20} MB", remedy="Check that it is a policy.", file=file_name
        )
    if not content:
        raise _fault(file_name, "it is empty", "Send the file with its content.")
    kind = PurePath(file_name).suffix.lower()
    if kind not in _EXPECTED:
        raise _fault(file_name, f"{kind or 'no ending'} is no kind of policy", "Use .md, .docx or .pdf.")
    found = next((what for begins, what in _BEGINNINGS.items() if content.startswith(begins)), None)
    expected = _EXPECTED[kind]
    if not content.startswith(expected) if expected else found:
        raise _fault(
            file_name,
            f"its name ends with {kind}, and it is {found or 'something else'}",
            "Send the file itself.",
        )
    return kind


def _markdown(content: bytes, file_name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _fault(
            file_name, f"it is not UTF-8 text: {error.reason}", "Save it as UTF-8.", line
        ) from error
    if len(text) > LONGEST_TEXT:
        raise _fault(
            file_name, f"its text has more than {LONGEST_TEXT} characters", "Cut it into several policies."
        )
    if unshown := _UNSHOWN.search(text):
        line = text.count("\n", 0, unshown.start()) + 1
        raise _fault(file_name, "it holds characters that no text has", "Save it as plain text.", line)
    return text


def _extracted(kind: Kind, content: bytes, file_name: str) -> str:
    try:
        lines = lines_read_apart(kind, content)
    except UnreadableFile as error:
        raise _fault(file_name, str(error), error.remedy) from error
    return "\n".join(_UNSHOWN.sub("\ufffd", line) for line in lines)


def _head_and_lines(text: str, file_name: str, told: Told) -> tuple[PolicyHead, tuple[str, ...]]:
    """The head as the file or the form says it, and the lines of the text, at their places in the file."""
    if not front_matter.begins(text):
        return _head_told(told, file_name), tuple(text.splitlines())
    parts = front_matter.split(text, file_name)
    if len(parts.head) > _LONGEST_HEAD:
        raise _fault(file_name, "its front matter is too long", "Put nothing there but the head.", 1)
    head = front_matter.read_yaml(PolicyHead, parts.head, file_name, offset=1)
    if told and (other := _differs(head, _head_told({**_as_told(head), **told}, file_name))):
        raise _fault(
            file_name,
            f"{other} is another one beside the file than in it",
            "Say it once, or the same twice.",
            1,
        )
    return head, (*[""] * (parts.first_line - 1), *parts.body)


def _head_told(told: Told, file_name: str) -> PolicyHead:
    try:
        return PolicyHead.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        raise _fault(
            file_name,
            f"{'.'.join(str(step) for step in first['loc'])}: {first['msg'].removeprefix('Value error, ')}",
            f"Beside the file, or in its front matter, say: {', '.join(PolicyHead.model_fields)}.",
        ) from error


def _as_told(head: PolicyHead) -> Told:
    said = head.model_dump(exclude_none=True)
    return {
        name: list(value) if isinstance(value, frozenset) else str(value) for name, value in said.items()
    }


def _differs(one: PolicyHead, other: PolicyHead) -> str | None:
    return next(
        (name for name in PolicyHead.model_fields if getattr(one, name) != getattr(other, name)), None
    )


def _require_citable(policy: ReadPolicy) -> None:
    """Read it as it will be read, so that nothing is kept that stops the texts from being read."""
    for audience in policy.head.audience:
        if not _AUDIENCE.fullmatch(audience) or audience == EVERYONE:
            raise _fault(
                policy.file_name,
                f"{audience!r} is no audience",
                "Write one in small letters, like control-room; leave it out where everybody may read the policy.",
            )
    instrument, placed = policy_from(
        policy.head, tuple(policy.text.splitlines()), policy.file_name, first_line=1
    )
    Corpus([instrument], placed)


def _fault(file_name: str, message: str, remedy: str, line: int | None = None) -> UnusablePolicy:
    return UnusablePolicy(message, remedy=remedy, file=file_name, line=line)
