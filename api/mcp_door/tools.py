"""Lists the tools that a caller may use, and calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import mcp_types as mcp
from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from mcp.server.session import ServerSession
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

from api.access import require
from api.mcp_door.ask import LISTED, Ask, ask
from api.mcp_door.brought import brought, readable
from api.mcp_door.offered import OFFERED, Offered
from api.mcp_door.visit import Visit
from copilot.errors import CopilotError


class Tools:
    """So many are at work at once; others wait. One that was begun is finished, whether or not its client stays."""

    def __init__(self, at_once: int) -> None:
        self._room = CapacityLimiter(at_once)

    def listed(self, visit: Visit) -> mcp.ListToolsResult:
        """What the caller may use, and nothing else."""
        tools = [offered.listed for offered in OFFERED.values() if visit.caller.may(offered.needs)]
        if visit.caller.may("ask"):
            tools.append(LISTED)
        return mcp.ListToolsResult(tools=tools)

    async def call(
        self, params: mcp.CallToolRequestParams, visit: Visit, session: ServerSession
    ) -> mcp.CallToolResult:
        """What a tool brings; what it cannot do is told as its result, so that a model can correct itself."""
        told = params.arguments or {}
        try:
            if params.name == LISTED.name:
                require(visit.caller, "ask")
                return await ask(Ask.model_validate(told), visit, session)
            offered = _offered(params.name)
            require(visit.caller, offered.needs)
            return await run_sync(_called, offered, told, visit, limiter=self._room)
        except ValidationError as error:
            return _failed(_wrong(error))
        except CopilotError as error:
            return _failed(f"{error}. {error.remedy}")


def _offered(name: str) -> Offered:
    if name not in OFFERED:
        raise MCPError(code=mcp.INVALID_PARAMS, message=f"There is no tool {name!r}; see tools/list.")
    return OFFERED[name]


def _called(offered: Offered, told: Mapping[str, Any], visit: Visit) -> mcp.CallToolResult:
    arguments = offered.arguments.model_validate(told)
    as_of, today = arguments.as_of or visit.today, arguments.as_of is None
    asking = visit.asking(as_of)
    sources = offered.tool.gather(arguments, asking)
    text = readable(sources, asking.law.corpus, as_of=as_of, today=today)
    structured = brought(sources, asking.law.corpus, as_of=as_of, today=today)
    return mcp.CallToolResult(
        content=[mcp.TextContent(type="text", text=text)],
        structured_content=structured.model_dump(mode="json"),
    )


def _failed(said: str) -> mcp.CallToolResult:
    return mcp.CallToolResult(content=[mcp.TextContent(type="text", text=said)], is_error=True)


def _wrong(error: ValidationError) -> str:
    faults = (f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
    return f"These arguments cannot be used: {'; '.join(faults)}. Correct them and call the tool again."
