import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel as `pip install .` makes it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (file,) = folder.glob("*.whl")
    return ZipFile(file)


@pytest.mark.parametrize(
    "name",
    [
        "copilot/cli/root.py",
        "corpus/eu-ai-act/instrument.yaml",
        "corpus/policies/personal-dealing.md",
        "prompts/__init__.py",
        "api/templates/base.html",
        "api/static/tokens.css",
        "api/static/ask/page.js",
        "evals/__init__.py",
    ],
)
def test_the_wheel_carries_texts_prompts_and_pages(name: str, wheel: ZipFile) -> None:
    assert name in wheel.namelist()


def test_the_installed_copilot_runs_from_any_directory(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "site")
    command = (
        "from copilot.law import load_corpus; print('eu-ai-act' in load_corpus(policies=None).instruments)"
    )

    run = subprocess.run(
        [sys.executable, "-c", command],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout == "True\n"
