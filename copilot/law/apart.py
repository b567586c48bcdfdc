"""Reads a file that anybody may have sent in a process of its own, which is ended when it takes too much.

Such a file can be made so that reading it takes hours, or all memory there is; a thread could not be ended.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import TypedDict

from copilot.law import extracting
from copilot.law.extracting import Kind, UnreadableFile

_SECONDS = 30
_AT_ONCE = BoundedSemaphore(2)
"""Each may take half a gigabyte: whoever comes third waits."""


class _Told(TypedDict, total=False):
    lines: list[str]
    fault: str
    remedy: str


def lines_read_apart(kind: Kind, content: bytes) -> list[str]:
    """The lines of the text of a file; raises ``UnreadableFile`` where there are none to be had."""
    command = [sys.executable, "-P", str(Path(extracting.__file__)), kind]
    with _AT_ONCE:
        try:
            done = subprocess.run(  # noqa: S603  # our own file, and one of two words
                command, input=content, capture_output=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise _too_much() from error
    if done.returncode != 0:
        raise _too_much()
    told: _Told = json.loads(done.stdout)
    if "fault" in told:
        raise UnreadableFile(told["fault"], told["remedy"])
    return told["lines"]


def _too_much() -> UnreadableFile:
    return UnreadableFile(
        "reading it takes more time or memory than any policy needs", "Check where it comes from."
    )
