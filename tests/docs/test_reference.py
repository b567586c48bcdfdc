import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from copilot.settings import Settings, variable

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_code_says(reference: ModuleType) -> None:
    stale = [file.name for file, text in reference.pages().items() if file.read_text() != text]

    assert stale == [], "run: make reference"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_with_what_it_does(name: str) -> None:
    assert Settings.model_fields[name].description
    assert f"`{variable(name)}`" in (DOCS / "settings.md").read_text()


def test_a_stale_page_is_named(reference: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
                               capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.setattr(reference, "_DOCS", tmp_path)

    assert reference.main(["--check"]) == 1
    assert "settings.md is stale" in capsys.readouterr().err
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
