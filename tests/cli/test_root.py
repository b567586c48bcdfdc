import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot import __version__
from copilot.errors import SettingsError

HEAVY = (
    "torch",
    "sentence_transformers",
    "chromadb",
    "langchain",
    "openai",
    "fastapi",
    "lxml",
    "numpy",
    "sqlalchemy",
)

Copilot = Callable[..., tuple[int, str, str]]


def test_the_version_is_told(copilot: Copilot) -> None:
    code, out, _ = copilot("--version")

    assert (code, out) == (0, f"regulatory-copilot {__version__}\n")


def test_help_names_every_group(copilot: Copilot) -> None:
    code, out, _ = copilot("--help")

    assert code == 0
    assert all(name in out for name in ("law", "index", "search", "serve", "settings"))


def test_help_loads_nothing_heavy() -> None:
    loaded = "import sys, copilot.cli; print(*[name for name in sys.argv[1:] if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", loaded, *HEAVY], capture_output=True, text=True, check=True)

    assert run.stdout.split() == []


def test_a_known_error_is_two_plain_lines_and_its_exit_code(copilot: Copilot, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("COPILOT_PORT=many\n")

    code, out, err = copilot("settings")

    assert (code, out) == (SettingsError.exit_code, "")
    assert err.splitlines()[0].startswith("Error: COPILOT_PORT: 'many'")
    assert len(err.splitlines()) == 2
    assert "Traceback" not in err


def test_debug_shows_the_traceback(
    copilot: Copilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("COPILOT_PORT=many\n")
    monkeypatch.setattr(sys, "argv", ["copilot", "--debug", "settings"])

    from copilot.cli import main

    with pytest.raises(SettingsError):
        main()


@pytest.mark.parametrize(
    "words", [("search",), ("nonsense",), ("law", "show", "x", "--as-of", "yesterday")]
)
def test_wrong_usage_ends_with_2(words: tuple[str, ...], copilot: Copilot) -> None:
    code, _, err = copilot(*words)

    assert code == 2
    assert "Traceback" not in err


def test_an_interrupt_ends_quietly(copilot: Copilot, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("copilot.cli.settings.print_table", interrupt)

    assert copilot("settings") == (130, "", "")
