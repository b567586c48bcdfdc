"""``copilot mcp`` as a desktop client starts it: a real process, and the SDK's own client at its other end."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

from tests.api.documentation import doors

COPILOT = str(Path(sys.executable).with_name("copilot"))
RANKING = "A tool that ranks CVs of applicants for jobs at our bank. A recruiter decides."


def talk(folder: Path, talk: Callable[[Client], Awaitable[None]]) -> list[str]:
    """Talk to the process that docs/doors.md has a client start, in a folder of the test's own; all lines it wrote.

    It logs all it can, and holds nothing back until its end.
    """
    (entry,) = json.loads(doors("json", '"command"'))["mcpServers"].values()
    assert (entry["command"], entry["args"]) == ("copilot", ["mcp"])
    started = StdioServerParameters(
        command="sh",
        args=["-c", f"{COPILOT} mcp | tee written"],
        env=entry["env"]
        | {"COPILOT_DATA_DIR": str(folder), "COPILOT_LOG_LEVEL": "debug", "PYTHONUNBUFFERED": "1"},
        cwd=folder,
    )

    async def connected() -> None:
        async with Client(started) as client:
            await talk(client)

    anyio.run(connected)
    return (folder / "written").read_text().splitlines()


def test_the_rules_and_the_law_are_there_and_nothing_else_is_said(tmp_path: Path) -> None:
    async def look(client: Client) -> None:
        tools = [tool.name for tool in (await client.list_tools()).tools]
        assert {"search_law", "classify_ai_system", "ask"} <= set(tools)

        found = await client.call_tool(
            "classify_ai_system", {"description": RANKING, "as_of": "2026-11-20"}
        )
        (result,) = found.structured_content["results"]
        assert "high-risk (Annex III, point 4(a))" in result["verdict"]
        assert any("from 2 December 2027" in step["matters"] for step in result["steps"])
        assert "eu-ai-act/anx-3/4/a" in [
            wording["id"] for wording in found.structured_content["provisions"]
        ]

        before, after = [
            (await client.read_resource(f"law://eu-ai-act/art-4?as_of={day}")).contents[0].text
            for day in ("2026-07-26", "2026-07-27")
        ]
        assert "a sufficient level of AI literacy" in before
        assert "a sufficient level of AI literacy" not in after

        search = await client.call_tool("search_law", {"query": "logs"})
        assert search.is_error
        assert "copilot index build" in search.content[0].text

    written = talk(tmp_path, look)

    assert {json.loads(line)["jsonrpc"] for line in written} == {"2.0"}


def test_a_setting_that_cannot_be_used_is_told_before_anything_is_served(
    copilot: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPILOT_PORT", "none")

    code, out, err = copilot("mcp")

    assert (code, out) == (3, "")
    assert "COPILOT_PORT" in err
