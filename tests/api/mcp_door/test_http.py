"""The SDK's own client, over streamable HTTP, against the service on a real port."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from mcp import Client
from mcp.shared.exceptions import MCPError

from copilot import __version__
from tests.api.conftest import calling
from tests.api.listening import Listening
from tests.api.mcp_door.conftest import Talk, talk_with

READING = ["search_law", "read_provision", "dates_of_application", "compare_wordings"]
RULES = [
    "classify_ai_system", "duties_of", "jurisdictions_of", "fine_limit", "deadlines_for", "counterparts",
    "framework_gap", "sfdr_entity", "sfdr_product",
]  # fmt: skip
RANKING: dict[str, Any] = {
    "description": "A tool that ranks CVs of applicants for jobs at our bank. A recruiter decides.",
    "facts": {
        "nature": {
            "machine_based": True,
            "autonomous": True,
            "infers": True,
            "influences": True,
            "model_only": False,
        },
        "scope": {
            "exclusively_defence": False,
            "foreign_cooperation": False,
            "sole_research": False,
            "open_source": False,
        },
        "nexus": {"placed_in_union": True},
        "employment": {"recruitment": True},
        "task": {"profiling": True},
    },
    "as_of": "2026-11-20",
}
MESSAGE = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"Accept": "application/json, text/event-stream"}


async def names(client: Client) -> list[str]:
    return [tool.name for tool in (await client.list_tools()).tools]


@pytest.mark.parametrize(("mode", "protocol"), [("auto", "2026-07-28"), ("legacy", "2025-11-25")])
def test_tools_are_listed_and_a_system_is_classified(mode: str, protocol: str, talk: Talk) -> None:
    async def classified(client: Client) -> None:
        assert client.protocol_version == protocol
        assert client.server_info is not None
        assert (client.server_info.name, client.server_info.version) == ("regulatory-copilot", __version__)
        assert await names(client) == [*READING, *RULES, "ask"]

        found = await client.call_tool("classify_ai_system", RANKING)

        (result,) = found.structured_content["results"]
        assert not found.is_error
        assert result["verdict"].startswith(
            "on this description, read at its gravest: high-risk (Annex III, point 4(a))"
        )
        assert any(
            step["provision"] == "eu-ai-act/anx-3/4/a" and "from 2 December 2027" in step["matters"]
            for step in result["steps"]
        )
        assert found.structured_content["as_of"] == result["as_of"] == "2026-11-20"
        assert "Verdict: on this description" in found.content[0].text

    talk(classified, mode=mode)


@pytest.mark.parametrize(
    ("role", "scopes", "listed"),
    [
        ("auditor", None, READING),
        ("officer", ("read-law", "use-rules"), [*READING, *RULES]),
        ("officer", ("read-law", "ask"), [*READING, "ask"]),
    ],
)
def test_what_a_caller_may_not_use_is_neither_listed_nor_called(
    role: Any, scopes: Any, listed: list[str], served: Listening, talk: Talk
) -> None:
    async def look(client: Client) -> None:
        assert await names(client) == listed
        for name in {"ask", "fine_limit"} - set(listed):
            refused = await client.call_tool(name, {})
            assert refused.is_error
            assert "Ask an administrator for a key" in refused.content[0].text

    talk(look, key=served.key(role, scopes=scopes))


@pytest.mark.parametrize("key", ["cpk_forged", "a.forged.token"])
def test_a_key_that_is_not_known_opens_nothing(key: str, served: Listening) -> None:
    answer = httpx.post(
        f"{served.address}/mcp", json=MESSAGE, headers=HEADERS | {"Authorization": f"Bearer {key}"}
    )

    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    with pytest.RaisesGroup(MCPError, flatten_subgroups=True, allow_unwrapped=True):
        talk_with(served.address, key, names)


def test_without_a_key_nothing_is_opened(served: Listening) -> None:
    assert httpx.post(f"{served.address}/mcp", json=MESSAGE, headers=HEADERS).status_code == 401


def test_a_key_that_may_not_read_the_law_opens_nothing(served: Listening) -> None:
    key = served.key("administrator")

    answer = httpx.post(
        f"{served.address}/mcp", json=MESSAGE, headers=HEADERS | {"Authorization": f"Bearer {key}"}
    )

    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_there_is_no_session_to_listen_to_or_to_end(method: str, served: Listening) -> None:
    key = {"Authorization": f"Bearer {served.key('officer')}"}

    assert httpx.request(method, f"{served.address}/mcp", headers=key).status_code == 405
    assert (
        "mcp-session-id"
        not in httpx.post(f"{served.address}/mcp", json=MESSAGE, headers=HEADERS | key).headers
    )


@pytest.mark.parametrize(
    "foreign",
    [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
)
def test_a_page_of_another_site_does_not_call_for_the_owner(foreign: dict[str, str], app: FastAPI) -> None:
    with calling(app) as owner:
        assert owner.post("/mcp", json=MESSAGE, headers=HEADERS).status_code == 200
        assert owner.post("/mcp", json=MESSAGE, headers=HEADERS | foreign).status_code == 403


def test_a_message_that_is_none_is_an_error_of_the_protocol(served: Listening) -> None:
    key = {"Authorization": f"Bearer {served.key('officer')}", "Content-Type": "application/json"}

    answer = httpx.post(f"{served.address}/mcp", content=b"{", headers=HEADERS | key)

    assert answer.status_code == 400
    assert json.loads(answer.content)["error"]["code"] == -32700
