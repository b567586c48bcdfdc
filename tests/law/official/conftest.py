"""The publishers' files are not in the repository: tests that read them run where they are at hand."""

import os
from pathlib import Path

import pytest

_REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def official_files() -> Path:
    """The folder with the official files; ``OFFICIAL_TEXTS`` names another than the usual one."""
    folder = Path(os.environ.get("OFFICIAL_TEXTS") or _REPOSITORY.parent / "shared" / "official")
    if not folder.is_dir():
        pytest.skip(f"there are no official files in {folder}")
    return folder
