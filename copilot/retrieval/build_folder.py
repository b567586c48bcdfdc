"""Where builds of the index lie, and how one takes the place of another.

The folder holds one build a subfolder and a file ``current`` that names the build in use. A build is
written under a new name, says of itself that it is whole by its manifest, and is named in ``current``
last, in one step: a reader sees the old index or the new one, and a build cut off is never read.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from copilot.errors import IndexCorrupt, MachineError

BUILD = "copilot index build"
REBUILD = f"Build it anew: {BUILD} --anew"
_CURRENT = "current"
_LOCK = "building.lock"
_MANIFEST = "manifest.json"
_PREFIX = "build-"


class Manifest(BaseModel):
    """What a build says of itself; ``server`` holds its vectors, and where it is none, the folder does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str
    model: str
    wordings: int
    built_at: datetime
    server: str | None = None


class BuildFolder:
    """The builds of one index on disk."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / "index"

    @contextmanager
    def being_built(self) -> Iterator[None]:
        """Hold the one right to build; a second builder waits for the first."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / _LOCK):
                yield
        except OSError as error:
            raise MachineError(
                f"the index cannot be written to {self._folder}: {error.strerror or error}",
                remedy="Free space, or set COPILOT_DATA_DIR to a folder you may write.",
            ) from error

    def is_being_built(self) -> bool:
        """Whether somebody holds the right to build now."""
        if not (self._folder / _LOCK).exists():
            return False
        try:
            with FileLock(self._folder / _LOCK, blocking=False):
                return False
        except Timeout:
            return True

    def current(self) -> tuple[Path, Manifest] | None:
        """The build in use, or none where nothing was ever built."""
        try:
            name = (self._folder / _CURRENT).read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise IndexCorrupt(
                f"{self._folder / _CURRENT} cannot be read: {error}", remedy=REBUILD
            ) from error
        build = self._folder / name
        return build, _manifest(build)

    def whole(self) -> Iterator[tuple[Path, Manifest]]:
        """The build in use, then the one it replaced, as far as they can be read."""
        left_over = self.left_over()
        for build in (*(set(self._builds()) - set(left_over)), *left_over):
            with suppress(IndexCorrupt):  # what was cut off is not whole
                yield build, _manifest(build)

    def left_over(self) -> tuple[Path, ...]:
        """Every build but the one in use: replaced, or cut off."""
        current = self._folder / _CURRENT
        in_use = current.read_bytes().strip() if current.is_file() else b""
        return tuple(build for build in self._builds() if build.name.encode() != in_use)

    def remove(self, build: Path) -> None:
        """Remove a build, which first ceases to say that it is whole."""
        (build / _MANIFEST).unlink(missing_ok=True)
        shutil.rmtree(build, ignore_errors=True)

    def new_build(self) -> Path:
        """An empty folder for the next build."""
        build = self._folder / f"{_PREFIX}{uuid4().hex}"
        build.mkdir()
        return build

    def put_in_use(self, build: Path, manifest: Manifest) -> None:
        """Declare a build whole, then name it as the one in use, in one step each.

        The build it replaces stays until the next one, for readers that still have it open.
        """
        _write_at_once(build / _MANIFEST, manifest.model_dump_json(indent=2))
        _write_at_once(self._folder / _CURRENT, build.name)

    def _builds(self) -> list[Path]:
        return sorted(self._folder.glob(f"{_PREFIX}*"))


def _manifest(build: Path) -> Manifest:
    try:
        return Manifest.model_validate_json((build / _MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise IndexCorrupt(f"the index in {build} is not whole", remedy=REBUILD) from error


def _write_at_once(file: Path, text: str) -> None:
    """Write so that a reader, or a power cut, finds the old text or the new one, whole."""
    part = file.with_suffix(".part")
    with part.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
