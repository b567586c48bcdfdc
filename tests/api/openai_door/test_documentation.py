"""What docs/doors.md tells clients of OpenAI's API to do does what it says."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from dotenv import dotenv_values

from tests.api.documentation import doors
from tests.api.listening import Listening


def run(code: str) -> dict[str, Any]:
    """Run a piece of the page; what it has named in the end."""
    named: dict[str, Any] = {}
    exec(code, named)
    return named


def test_the_client_of_openai(served: Listening, capsys: pytest.CaptureFixture[str]) -> None:
    run(doors("python", "from openai", served))["client"].close()

    out = capsys.readouterr().out
    assert out.count("A keeper shall report a broken lantern within 3 days. [1]") == 2
    assert f"Art. 1(2) Lantern Act {served.address}/provision/lantern-act/art-1/2?as_of=2026-11-20" in out
    assert "A keeper shall report a broken lantern within 3 days quoted" in out


def test_langchain_keeps_the_annotations(served: Listening, capsys: pytest.CaptureFixture[str]) -> None:
    named = run(doors("python", "from langchain_openai", served))

    whole = named["answer"].additional_kwargs["annotations"]
    chunks = list(named["chat"].stream("When must a broken lantern be reported?"))
    streamed = sum(chunks[1:], chunks[0]).additional_kwargs["annotations"]
    assert whole[0]["url_citation"]["title"] == "Art. 1(2) Lantern Act"
    assert [one["copilot"]["quote"] for one in streamed] == [one["copilot"]["quote"] for one in whole]


def test_a_front_end_finds_the_model(served: Listening, tmp_path: Any) -> None:
    file = tmp_path / "open-webui.env"
    file.write_text(doors("sh", "OPENAI_API_BASE_URL", served))
    told = dotenv_values(file)

    found = httpx.get(
        f"{told['OPENAI_API_BASE_URL']}/models",
        headers={"Authorization": f"Bearer {told['OPENAI_API_KEY']}"},
    )

    assert [model["id"] for model in found.json()["data"]] == ["copilot"]
