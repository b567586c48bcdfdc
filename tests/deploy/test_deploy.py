"""What stands in ``deploy/`` cannot be run everywhere; that it names what there is can be told anywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import yaml

from copilot.cli.root import app
from copilot.settings import Settings, variable

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
FILES = sorted(file for file in DEPLOY.iterdir() if file.is_file())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_setting_that_is_named_is_one(file: Path) -> None:
    known = {variable(name) for name in Settings.model_fields}

    assert set(re.findall(r"COPILOT_[A-Z_]+", file.read_text())) <= known


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_command_that_is_run_is_one(file: Path) -> None:
    run = re.findall(
        r'copilot["\',]* +["\']?([a-z][a-z-]+)["\',]*(?: +["\']?([a-z][a-z-]+))?', file.read_text()
    )
    groups = typer.main.get_command(app)
    named = [(one, two) for one, two in run if one in groups.list_commands(None)]  # type: ignore[attr-defined]

    assert named
    for one, two in named:
        group = groups.get_command(None, one)  # type: ignore[attr-defined]
        assert two in getattr(group, "commands", {two: group})


def test_the_container_file_passes_its_linter() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    subprocess.run([hadolint, "--failure-threshold", "info", DEPLOY / "Containerfile"], check=True)


def test_the_compose_file_has_the_form_of_one() -> None:
    check = [Path(sys.executable).with_name("check-jsonschema"), "--builtin-schema", "vendor.compose-spec"]
    subprocess.run([*check, DEPLOY / "compose.yaml"], check=True)


def test_the_vectors_are_held_by_the_chroma_that_was_tested() -> None:
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    locked = re.search(r"^chromadb==(.+)$", (ROOT / "requirements.lock").read_text(), re.MULTILINE)

    assert locked is not None
    assert compose["services"]["vectors"]["image"] == f"chromadb/chroma:{locked[1]}"


def test_the_image_holds_every_package_that_the_wheel_does() -> None:
    container = (DEPLOY / "Containerfile").read_text()
    wheel = re.search(r"wheel\]\npackages = \[(.+)\]", (ROOT / "pyproject.toml").read_text())

    assert wheel is not None
    assert re.findall(r"^COPY (\w+) \1$", container, re.MULTILINE) == re.findall(r"\w+", wheel[1])
