"""What docs/doors.md tells MCP clients to do does what it says."""

from __future__ import annotations

import json
from typing import Any

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from tests.api.documentation import doors
from tests.api.listening import Listening


def test_the_client_in_python(served: Listening, capsys: pytest.CaptureFixture[str]) -> None:
    exec(doors("python", "from mcp import Client", served), {})

    out = capsys.readouterr().out
    assert "'classify_ai_system'" in out
    assert "high-risk (Annex III, point 4(a))" in out


def test_the_entry_of_a_client_that_connects(served: Listening) -> None:
    (entry,) = json.loads(doors("json", '"url"', served))["mcpServers"].values()

    async def connected() -> Any:
        async with (
            httpx2.AsyncClient(headers=entry["headers"]) as keyed,
            Client(streamable_http_client(entry["url"], http_client=keyed)) as client,
        ):
            return await client.list_tools()

    assert entry["type"] == "http"
    assert anyio.run(connected).tools
