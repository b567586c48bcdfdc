"""The style sheets and scripts, under a path that names their version: a browser keeps them until they change."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from fastapi import Response
from fastapi.staticfiles import StaticFiles
from starlette.types import Scope

_FOLDER = Path(str(files("api").joinpath("static")))


def _version() -> str:
    """Changes with any of the files: a module imports others by their name, so all share one version."""
    digest = sha256()
    for file in sorted(path for path in _FOLDER.rglob("*") if path.is_file()):
        digest.update(f"{file.relative_to(_FOLDER)}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


PATH = f"/static/{_version()}"


def asset(name: str) -> str:
    """Where a page finds a file of ``static/``."""
    return f"{PATH}/{name}"


class Assets(StaticFiles):
    """The files, to be kept for a year: what changes gets another address."""

    def __init__(self) -> None:
        super().__init__(directory=_FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, or that there is none."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
