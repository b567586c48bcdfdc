"""Fetches a publisher's file: whole and checked, or not at all.

What arrives is written beside its place as ``<name>.part`` and moved there when it is whole. Where a
fetch is cut off, the part stays, and the next fetch goes on from its end if the publisher's file is
still the same one.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import httpx
from pydantic import BaseModel, ConfigDict, ValidationError

from copilot import __version__
from copilot.errors import DownloadError, MachineError

LARGEST_FILE = 64 * 1024 * 1024
"""No official text comes near this size; what is larger is something else."""

Progress = Callable[[int, int], None]
"""Is told how many bytes are there, and how many there will be."""

_REDIRECTS = 5
_CONTENT_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")
_WEAK = "W/"
_CUT_OFF = "the file was cut off"
_AGAIN = "Run the command again: it goes on where this ended. "


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a server may take to answer, and how many it may send nothing."""

    connect: float = 15.0
    read: float = 60.0


PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that arrived whole."""

    path: Path
    sha256: str
    size: int


def fetch(
    address: str,
    to: Path,
    progress: Progress,
    *,
    patience: Patience = PATIENCE,
    largest: int = LARGEST_FILE,
) -> Fetched:
    """Fetch the file at an address over HTTP; an error leaves at most a part to go on from."""
    part = _Part(to, address)
    try:
        _fetch(address, part, progress, patience, largest)
        return part.finished()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _translated(error, address, patience) from error
    except OSError as error:
        raise MachineError(
            f"{to} cannot be written: {error.strerror or error}",
            remedy="Free space, or set COPILOT_DATA_DIR to a folder you may write.",
        ) from error


class _Mark(BaseModel):
    """Which state of which file a part is of."""

    model_config = ConfigDict(frozen=True)

    address: str
    validator: str


class _Part:
    """What has arrived so far, and the mark by which the publisher knows the file it is of."""

    def __init__(self, to: Path, address: str) -> None:
        self._to, self._address = to, address
        self._file = to.with_name(f"{to.name}.part")
        self._mark = to.with_name(f"{to.name}.part.mark")

    @property
    def size(self) -> int:
        return self._file.stat().st_size if self._file.is_file() else 0

    def range_headers(self) -> dict[str, str]:
        """Ask for the rest only, if the file is still the one the part is of."""
        try:
            mark = _Mark.model_validate_json(self._mark.read_bytes())
        except (FileNotFoundError, ValidationError):
            return {}
        if mark.address != self._address or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": mark.validator}

    def begin(self, response: httpx.Response) -> BinaryIO:
        """Start anew; without a strong validator the part could not be told from one of another file."""
        self.discard()
        tag = response.headers.get("ETag", _WEAK)
        validator = response.headers.get("Last-Modified") if tag.startswith(_WEAK) else tag
        if validator:
            self._mark.write_text(_Mark(address=self._address, validator=validator).model_dump_json())
        return self._file.open("wb")

    def go_on(self) -> BinaryIO:
        return self._file.open("ab")

    def discard(self) -> None:
        self._file.unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)

    def finished(self) -> Fetched:
        """Move the whole file to its place."""
        with self._file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        size = self.size
        self._file.replace(self._to)
        self._mark.unlink(missing_ok=True)
        return Fetched(self._to, digest, size)


def _fetch(address: str, part: _Part, progress: Progress, patience: Patience, largest: int) -> None:
    client = httpx.Client(
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=httpx.Timeout(patience.read, connect=patience.connect),
        # Compressed, the length could not be checked, nor a part continued.
        headers={"Accept-Encoding": "identity", "User-Agent": f"regulatory-copilot/{__version__}"},
    )
    with client:
        with client.stream("GET", address, headers=part.range_headers()) as response:
            if response.status_code != httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                _receive(response, part, progress, largest)
                return
        part.discard()
        with client.stream("GET", address) as response:
            _receive(response, part, progress, largest)


def _receive(response: httpx.Response, part: _Part, progress: Progress, largest: int) -> None:
    _require_the_file(response)
    rest = response.status_code == httpx.codes.PARTIAL_CONTENT
    done = part.size if rest else 0
    total = _announced(response, done, part)
    if total <= largest:
        with part.go_on() if rest else part.begin(response) as stream:
            for block in response.iter_raw():
                done += len(block)
                if done > largest:
                    break
                stream.write(block)
                progress(done, max(done, total))
            stream.flush()
            os.fsync(stream.fileno())
    if done < total <= largest:
        raise _fault(_CUT_OFF, str(response.url), first=_AGAIN)
    if max(done, total) > largest:
        part.discard()
        raise _fault(
            f"the file has more than {largest:,} bytes, as no official text has", str(response.url)
        )


def _require_the_file(response: httpx.Response) -> None:
    """Refuse an answer that is not the file itself, sent as it is and over no weaker a connection."""
    address = str(response.url)
    if response.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
        raise _fault(f"the server answered {response.status_code} {response.reason_phrase}", address)
    if response.headers.get("Content-Encoding", "identity") != "identity":
        raise _fault("the server sends the file compressed, though asked not to", address)
    first = next(iter(response.history), response).url
    if first.scheme == "https" and response.url.scheme != "https":
        raise _fault(f"{first} leads to an address without encryption", address)


def _announced(response: httpx.Response, done: int, part: _Part) -> int:
    """The size of the whole file as the server gives it; 0 where it does not."""
    length = int(response.headers.get("Content-Length", 0))
    if response.status_code != httpx.codes.PARTIAL_CONTENT:
        return length
    sent = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    total = int(sent[2]) if sent and sent[2] != "*" else done + length
    if sent is None or int(sent[1]) != done or (length and total != done + length):
        part.discard()
        raise _fault("the server sent another part of the file than was asked for", str(response.url))
    return total


def _translated(
    error: httpx.HTTPError | httpx.InvalidURL, address: str, patience: Patience
) -> DownloadError:
    match error:
        case httpx.ConnectError() | httpx.ConnectTimeout() | httpx.ProxyError():
            return _fault(f"the server cannot be reached: {error}", address, first="Go online. ")
        case httpx.ReadTimeout():
            said = f"the server stalled: nothing came for {patience.read:g} seconds"
        case httpx.RemoteProtocolError() | httpx.ReadError():
            said = f"{_CUT_OFF}: {error}"
        case httpx.TooManyRedirects():
            return _fault(f"the address leads on more than {_REDIRECTS} times", address)
        case httpx.UnsupportedProtocol() | httpx.InvalidURL():
            return _fault("this is no address of the web: it must begin with https:// or http://", address)
        case _:
            said = f"the file cannot be fetched: {error}"
    return _fault(said, address, first=_AGAIN)


def _fault(said: str, address: str, *, first: str = "") -> DownloadError:
    return DownloadError(
        f"{address}: {said}",
        remedy=f"{first}{'Or download' if first else 'Download'} it in a browser and name it with --from FILE.",
    )
