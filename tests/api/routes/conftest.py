from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from fastapi.testclient import TestClient

from api import create_app
from copilot.settings import Settings
from tests.api.conftest import calling

Printed: TypeAlias = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def ruling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The owner of the machine, who asks the rules: these read the texts that ship, and need no index."""
    with calling(create_app(Settings(data_dir=tmp_path_factory.mktemp("rules")))) as client:
        yield client


@pytest.fixture
def printed(copilot: Callable[..., tuple[int, str, str]], capsys: pytest.CaptureFixture[str]) -> Printed:
    """What a command prints for programs."""

    def printed(*words: str) -> dict[str, Any]:
        capsys.readouterr()  # what the service logged before
        code, out, err = copilot(*words, "--json")
        assert code == 0, err
        found: dict[str, Any] = json.loads(out)
        return found

    return printed
