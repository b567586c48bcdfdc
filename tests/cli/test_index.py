import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.law import Corpus
from tests.chroma import free_port

Copilot = Callable[..., tuple[int, str, str]]


@pytest.fixture
def _small(small_corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands work on the small corpus: embedding all that ships takes a minute."""
    for module in ("index", "search"):
        monkeypatch.setattr(f"copilot.cli.{module}.corpus_in_force", lambda settings: small_corpus)


@pytest.mark.usefixtures("_small")
def test_an_index_is_built_checked_and_searched(copilot: Copilot) -> None:
    assert copilot("index", "status")[0] == 5
    assert copilot("index", "build")[:2] == (0, "The index is built.\n")
    assert copilot("index", "build")[1] == "The index is up to date.\n"
    assert json.loads(copilot("index", "build", "--json")[1]) == {"built": False}
    assert copilot("index", "status")[1].startswith("ready: 11 wordings")
    assert json.loads(copilot("index", "verify", "--json")[1])["wordings"] == 11

    code, out, _ = copilot("search", "which oil", "--as-of", "2026-01-01", "--top", "1", "--json")
    (found,) = json.loads(out)
    assert (code, found["id"], found["label"]) == (0, "lantern-act/art-2", "Art. 2")
    assert found.keys() == {"id", "label", "score", "why"}
    shown = copilot("search", "which oil", "--as-of", "2026-01-01")[1]
    assert "Only vegetable oil" in shown
    assert "Applies from 2021-01-01 (everyone)." in shown


@pytest.mark.usefixtures("_small")
def test_an_index_on_a_chroma_server_is_built_checked_and_searched(
    copilot: Copilot, chroma: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_CHROMA_URL", chroma)

    assert copilot("index", "build")[:2] == (0, "The index is built.\n")
    assert copilot("index", "build")[1] == "The index is up to date.\n"
    assert copilot("index", "status")[1].startswith("ready: 11 wordings")
    assert json.loads(copilot("index", "verify", "--json")[1])["server"] == chroma
    (found,) = json.loads(
        copilot("search", "which oil", "--as-of", "2026-01-01", "--top", "1", "--json")[1]
    )
    assert found["id"] == "lantern-act/art-2"

    monkeypatch.setenv("COPILOT_CHROMA_URL", f"http://127.0.0.1:{free_port()}")
    code, _, err = copilot("index", "build")
    assert (code, "COPILOT_CHROMA_URL" in err) == (5, True)
    monkeypatch.setenv("COPILOT_CHROMA_URL", "here")
    assert copilot("index", "status")[0] == 3


@pytest.mark.usefixtures("_small")
def test_an_endpoint_that_is_down_is_said(copilot: Copilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPILOT_EMBEDDING_URL", f"http://127.0.0.1:{free_port()}/v1")
    monkeypatch.setenv("COPILOT_EMBEDDING_MODEL", "lamp-embed")

    code, _, err = copilot("index", "build")

    assert (code, "COPILOT_EMBEDDING_URL" in err) == (8, True)


@pytest.mark.usefixtures("_small")
def test_a_missing_index_is_said_in_json_too(copilot: Copilot) -> None:
    code, out, _ = copilot("index", "status", "--json")

    assert (code, json.loads(out)["state"]) == (5, "missing")


@pytest.mark.usefixtures("_small")
def test_searching_without_an_index_says_how_to_build_it(copilot: Copilot) -> None:
    code, _, err = copilot("search", "oil")

    assert (code, "copilot index build" in err) == (5, True)


@pytest.mark.usefixtures("_small")
def test_an_unwritable_data_folder_is_named(copilot: Copilot, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder")

    code, _, err = copilot("index", "build")

    assert (code, "COPILOT_DATA_DIR" in err) == (6, True)
    assert (tmp_path / "data").read_text() == "a file, not a folder"
